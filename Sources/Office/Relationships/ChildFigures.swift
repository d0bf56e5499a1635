import Practice

/// The measures of relationship for one child, in plain words, each of which opens to the facts that
/// it is counted from (fact book 5.2, 5.3). None of them is a measure of a worker.
struct ChildFigures {
  let facts: ChildFacts
  let encounters: [Encounter]
  let today: Day

  func write(to page: inout HTML) {
    guard !facts.tenures.isEmpty || !facts.meetings.isEmpty else { return }
    let history = facts.history
    page.section(.class("figures"), .labelled(by: "figures-title")) { section in
      section.h2("In figures", .id("figures-title"))
      section.p(
        "Each figure opens to the facts that it is counted from. None of them is a mark for a worker.",
        .class("quiet"))
      if !facts.tenures.isEmpty {
        workers(history, months: 12, &section)
        workers(history, months: 24, &section)
        current(history, &section)
        changes(history, &section)
      }
      ChildMeetings(facts: facts, encounters: encounters, today: today).write(to: &section)
    }
  }

  private func workers(_ history: ChildHistory, months: Int, _ html: inout HTML) {
    let window = LookBack(months: months, asAt: today)
    let found = WorkersOfChild(of: history, in: window)
    let count = found.workers.count
    html.details { box in
      box.summary(
        count == 0
          ? "No social worker in the record in the last \(months) months"
          : count == 1
            ? "1 social worker in the last \(months) months"
            : "\(count) different social workers in the last \(months) months")
      box.p(.class("quiet")) { p in
        p.text("Everyone who was the social worker on any day from ")
        p.day(window.first)
        p.text(" to ")
        p.day(window.day)
        p.text("; somebody who came back is counted once. ")
        p.small("As the official stability measures count: distinct keyworkers.")
      }
      if let begins = facts.recorded?.first?.from, begins > window.first {
        box.p("The returns say who the social worker was only from \(begins.inWords) on.")
      }
      box.ul { list in
        for place in found.tenures { tenure(facts.tenures[place], &list) }
      }
    }
  }

  private func current(_ history: ChildHistory, _ html: inout HTML) {
    guard let current = CurrentRelationship(of: history, on: today) else { return }
    html.details { box in
      box.summary(
        "\(current.since.length(until: today)) with \(facts.name(current.practitioner)), "
          + "without a break")
      box.p("\(current.days) days.", .class("quiet"))
      box.ul { list in
        for place in current.tenures { tenure(facts.tenures[place], &list) }
      }
    }
  }

  private func tenure(_ told: Told<Tenure>, _ list: inout HTML) {
    let tenure = told.value
    list.li { item in
      item.name(facts.name(tenure.practitioner))
      item.text(", \(tenure.period.from.inShort) to \(tenure.period.until?.inShort ?? "today")")
      if let reason = tenure.begun { item.text("; \(reason.words)") }
      facts.told(told.telling, &item)
    }
  }

  private func changes(_ history: ChildHistory, _ html: inout HTML) {
    // Longer than any childhood.
    let all = ChangesOfChild(of: history, in: LookBack(months: 12 * 30, asAt: today))
    let late = ChangesOfChild(of: history, in: LookBack(months: 24, asAt: today))
    guard !all.changes.isEmpty || !all.covered.isEmpty else { return }
    let promised = all.changes.filter { place in
      facts.tenures[place].value.begun.map { ChangeReason.promisedToEnd.contains($0) } ?? false
    }.count
    html.details { box in
      box.summary(
        "\(counted(all.changes.count, "change")) of social worker in all, "
          + "\(late.changes.count) in the last 24 months, and why")
      box.p(.class("quiet")) { p in
        p.text("Cover that gave way to the same worker again is no change. ")
        if promised > 0 {
          p.text(
            "\(promised) of them came from passing on between teams or from reorganising, which "
              + "this way of working promises to end.")
        }
      }
      box.ol { list in
        for place in all.changes.reversed() { change(place, &list) }
      }
      guard !all.covered.isEmpty else { return }
      box.p("Cover that came and went:")
      box.ul { list in
        for place in all.covered { tenure(facts.tenures[place], &list) }
      }
    }
  }

  private func change(_ place: Int, _ list: inout HTML) {
    let told = facts.tenures[place]
    let tenure = told.value
    let before = facts.tenures[..<place].last {
      $0.value.role == .keyworker && $0.value.practitioner != tenure.practitioner
    }
    list.li { item in
      item.text("\(tenure.period.from.inShort): ")
      if let before {
        item.text("from ")
        item.name(facts.name(before.value.practitioner))
        item.text(" ")
      }
      item.text("to ")
      item.name(facts.name(tenure.practitioner))
      item.text("; \(tenure.begun?.words ?? "no reason recorded")")
      if let handover = tenure.handover {
        item.text(handover.saidGoodbye ? "; goodbye was said" : "; no goodbye is recorded")
      }
      facts.told(told.telling, &item)
    }
  }
}

extension ChildFacts {
  /// Where a fact was told: on which day, by whom (unless `known` says it already), and its place in
  /// the authority's record.
  func told(_ telling: Int, besides known: String? = nil, _ html: inout HTML) {
    guard let by = tellings[telling] else { return }
    html.element("small", []) { small in
      small.text(" told \(by.day.inShort)")
      if by.teller != known {
        small.text(" by ")
        small.name(by.teller)
      }
      small.text(", no. ")
      small.text(telling)
    }
  }
}
