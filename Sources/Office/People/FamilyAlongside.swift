import Practice

/// Who walks alongside now, in what role and since when; workers who hold several children are said
/// once.
struct FamilyAlongside {
  let record: FamilyRecord

  func write(to html: inout HTML) {
    html.h2("Alongside now")
    let now = companions
    guard !now.isEmpty else {
      html.p("Nobody walks alongside this family at present.")
      return
    }
    html.ul(.class("plain")) { list in
      for one in now { list.li { line(one, &$0) } }
    }
  }

  struct Companion {
    let practitioner: ID<Practitioner>
    let role: TenureRole
    let team: ID<Team>?
    var since: Day
    var children: [ID<Person>]
  }

  /// Keyworkers first; within a role whoever has been there longest.
  var companions: [Companion] {
    var companions: [Companion] = []
    for tenure in record.tenures where tenure.period.holds(on: record.today) {
      let same = companions.firstIndex {
        $0.practitioner == tenure.practitioner && $0.role == tenure.role
      }
      if let same {
        companions[same].since = min(companions[same].since, tenure.period.from)
        if !companions[same].children.contains(tenure.child) {
          companions[same].children.append(tenure.child)
        }
      } else {
        companions.append(
          Companion(
            practitioner: tenure.practitioner, role: tenure.role, team: tenure.team,
            since: tenure.period.from, children: [tenure.child]))
      }
    }
    let order = TenureRole.allCases
    return companions.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.role) ?? 0, order.firstIndex(of: b.role) ?? 0)
      return (first, a.since) < (second, b.since)
    }
  }

  private func line(_ one: Companion, _ line: inout HTML) {
    let team =
      one.team.flatMap { record.colleagues.team($0) }
      ?? record.colleagues.team(one.practitioner, on: record.today)
    line.strong(record.colleagues.name(one.practitioner))
    if let team {
      line.text(", ")
      line.a(team.name, Address("/teams/", team.id))
    }
    line.span(.class("quiet")) { span in
      let posting = record.colleagues.posting(one.practitioner, on: record.today)
      span.text(one.role == .keyworker ? posting?.role.words ?? one.role.words : one.role.words)
      whom(one, &span)
      span.text(" since ")
      span.shortDay(one.since)
      span.text(", \(one.since.length(until: record.today))")
    }
  }

  /// Which children, where it is not all of them.
  private func whom(_ one: Companion, _ span: inout HTML) {
    let helped = Set(
      record.tenures.filter { $0.period.holds(on: record.today) }.map(\.child))
    guard one.children.count < helped.count else { return }
    span.text(" of ")
    for (place, child) in one.children.enumerated() {
      if place > 0 { span.text(place == one.children.count - 1 ? " and " : ", ") }
      span.name(record.card(child).given)
    }
    span.text(",")
  }
}
