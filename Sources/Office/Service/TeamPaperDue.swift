import Practice

/// What a team has to think of first: reviews that are due, and children whom nobody has seen lately.
struct TeamPaperDue {
  let records: [FamilyRecord]
  let today: Day
  /// Four weeks, before and after the paper is made.
  private let days = 28

  func write(to main: inout HTML) {
    main.h2 { head in
      head.text("Reviews due by ")
      head.day(today + days)
    }
    reviews(&main)
    main.h2("Children whom nobody has seen for four weeks")
    unseen(&main)
  }

  /// The earliest first.
  private func reviews(_ main: inout HTML) {
    var due: [(day: Day, plan: Plan, record: FamilyRecord)] = []
    for record in records {
      for plan in record.plans where plan.period.holds(on: today) {
        guard let day = plan.reviewDue, day <= today + days else { continue }
        due.append((day, plan, record))
      }
    }
    guard !due.isEmpty else { return main.p("No review of a plan is due that is known of.") }
    main.ul(.class("plain two")) { list in
      for (day, plan, record) in due.sorted(by: { $0.day < $1.day }) {
        list.li { line in
          line.name(record.card(plan.child).called)
          line.text(day < today ? ", was due " : ", ")
          line.shortDay(day)
          line.span(.class("quiet")) { span in
            span.text("\(plan.kind.words); ")
            family(record, &span)
          }
        }
      }
    }
  }

  /// Children with whom somebody walks alongside today, whoever was seen longest ago first.
  private func unseen(_ main: inout HTML) {
    var last: [ID<Person>: (day: Day?, record: FamilyRecord)] = [:]
    for record in records {
      for child in Set(record.tenures.filter { $0.period.holds(on: today) }.map(\.child)) {
        let seen = record.encounters.first { encounter in
          encounter.kind.isFaceToFace
            && encounter.met.contains { $0.person == child && $0.seen }
        }
        // A child of two families may have been seen with either.
        if let known = last[child], (seen?.day.number ?? .min) <= (known.day?.number ?? .min) {
          continue
        }
        last[child] = (seen?.day, record)
      }
    }
    var unseen = last.filter { $0.value.day.map { $0 <= today - days } ?? true }
      .map { (day: $0.value.day, child: $0.key, record: $0.value.record) }
    guard !unseen.isEmpty else { return main.p("Each child was seen by somebody in these weeks.") }
    unseen.sort { ($0.day?.number ?? .min, $0.child) < ($1.day?.number ?? .min, $1.child) }
    main.ul(.class("plain two")) { list in
      for (day, child, record) in unseen {
        list.li { line in
          line.name(record.card(child).called)
          if let day {
            line.text(", last seen ")
            line.shortDay(day)
          } else {
            line.text(", not seen by anybody that is known of")
          }
          line.span(.class("quiet")) { family(record, &$0) }
        }
      }
    }
  }

  private func family(_ record: FamilyRecord, _ span: inout HTML) {
    span.name(record.family.name)
    span.text(" family")
    for one in FamilyAlongside(record: record).companions.prefix(1) {
      span.text(", ")
      span.name(record.colleagues.name(one.practitioner))
    }
  }
}

/// What somebody who has never been there has to know before they go.
struct TeamPaperAlerts {
  let record: FamilyRecord

  func write(to section: inout HTML) {
    let alerts = alerts
    guard !alerts.isEmpty else { return }
    section.h2("Know before you go")
    section.ul(.class("alerts")) { list in
      for (person, words) in alerts {
        list.li { line in
          line.name(record.card(person).called)
          line.text(": \(words)")
        }
      }
    }
  }

  /// Safety plans, care, and interpreters, in the order of the family's people.
  private var alerts: [(person: ID<Person>, words: String)] {
    record.present.flatMap { member -> [(person: ID<Person>, words: String)] in
      var words: [String] = []
      if record.plans(member.person).contains(where: { $0.kind == .protection }) {
        words.append(Plan.Kind.protection.words)
      }
      if let care = record.care(member.person) {
        words.append("in care, \(care.legalStatus.words)")
      }
      let card = record.card(member.person)
      if card.detail.interpreter, let speaks = card.speaks { words.append(speaks) }
      return words.map { (member.person, $0) }
    }
  }
}
