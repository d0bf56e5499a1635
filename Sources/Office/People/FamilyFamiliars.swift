import Practice

/// Who knows the family best, so that whoever is asked to visit is somebody they know (R50, R52).
struct FamilyFamiliars {
  let record: FamilyRecord
  /// How many to ask are named before the rest is folded away.
  private let first = 4

  func write(to html: inout HTML) {
    let familiarity = record.familiarity
    let ask = familiarity.toAsk
    let gone = familiarity.acquaintances.filter { !$0.availability.canBeAsked }
    html.h2("Who to ask to visit")
    guard !ask.isEmpty else {
      html.p("Nobody who works here today has met them yet.")
      return left(gone, &html)
    }
    html.p("Those whom they know best, in this order.")
    html.ol(.class("plain")) { list in
      for one in ask.prefix(first) { list.li { line(one, &$0) } }
    }
    let rest = ask.dropFirst(first)
    guard !rest.isEmpty || !gone.isEmpty else { return }
    html.details { box in
      box.summary("Everybody else who has met them")
      if !rest.isEmpty {
        box.ul(.class("plain")) { list in for one in rest { list.li { line(one, &$0) } } }
      }
      left(gone, &box)
    }
  }

  private func line(_ one: Acquaintance, _ line: inout HTML) {
    line.name(record.colleagues.name(one.practitioner))
    if let team = record.colleagues.team(one.practitioner, on: record.today) {
      line.text(", ")
      line.text(team.name)
    }
    line.span(.class("quiet")) { times(one, &$0) }
  }

  private func times(_ one: Acquaintance, _ span: inout HTML) {
    guard let last = one.last else {
      return span.text(one.isAlongside ? "alongside, no meeting kept" : "was alongside")
    }
    let times = one.encounters.count
    span.text(times == 1 ? "once" : "\(times) times")
    if one.inLast365Days == times {
      span.text(times == 1 ? "" : ", all in the last year")
    } else if one.inLast365Days > 0 {
      span.text(", \(one.inLast365Days) of them in the last year")
    }
    span.text(times == 1 ? ", on " : "; last on ")
    span.shortDay(last)
    if !one.haveMet { span.text("; never in person") }
  }

  private func left(_ gone: [Acquaintance], _ html: inout HTML) {
    guard !gone.isEmpty else { return }
    html.p("They know them too, and have left:", .class("quiet"))
    html.ul(.class("plain")) { list in
      for one in gone {
        list.li { line in
          line.name(record.colleagues.name(one.practitioner))
          line.span(.class("quiet")) { span in
            times(one, &span)
            if case .left(let day) = one.availability {
              span.text("; left ")
              span.shortDay(day)
            }
          }
        }
      }
    }
  }
}
