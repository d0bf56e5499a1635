import Practice

/// Who walks alongside the child today, and for how long.
struct ChildNow {
  let facts: ChildFacts
  let today: Day

  func write(to page: inout HTML) {
    let holding = facts.tenures.map(\.value).filter { $0.period.holds(on: today) }
    let alongside =
      holding.filter { $0.role == .keyworker } + holding.filter { $0.role != .keyworker }
    let keyworker = CurrentRelationship(of: facts.history, on: today)
    page.section(.labelled(by: "now-title")) { section in
      section.h2("Alongside \(facts.spoken) today", .id("now-title"))
      if keyworker == nil {
        section.p {
          $0.tag("No social worker is named", .warm)
          $0.text(" ")
          $0.text(lastOne)
        }
      }
      guard !alongside.isEmpty else { return }
      section.facts { list in
        for tenure in alongside {
          let isKeyworker =
            tenure.role == .keyworker && tenure.practitioner == keyworker?.practitioner
          person(tenure, since: isKeyworker ? keyworker?.since : nil, &list)
        }
      }
    }
  }

  private func person(_ tenure: Tenure, since: Day?, _ list: inout HTML) {
    let since = since ?? tenure.period.from
    list.fact(tenure.role.words) { dd in
      dd.strong(facts.name(tenure.practitioner))
      if let team = (tenure.team ?? facts.team(tenure.practitioner, today)).flatMap({
        facts.teams[$0]
      }) {
        dd.text(", \(team)")
      }
      dd.br()
      dd.text("for \(since.length(until: today)), since ")
      dd.day(since)
      if let met = facts.meetings.last(where: { $0.practitioner == tenure.practitioner && $0.seen })
      {
        dd.text("; last met ")
        dd.day(met.day)
      }
    }
  }

  private var lastOne: String {
    let held = facts.tenures.map(\.value).filter {
      $0.role == .keyworker && $0.period.from <= today
    }
    guard let last = held.max(by: { ($0.period.until ?? today) < ($1.period.until ?? today) }),
      let until = last.period.until
    else { return "Nobody has been named yet." }
    return "The last was \(facts.name(last.practitioner)), until \(until.inWords)."
  }
}
