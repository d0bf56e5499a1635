import Practice

/// Why children were given another social worker, over the years; the two reasons that this way of
/// working promises to end stand first, and on their own.
struct ServicePageChanges {
  let years: [RelationshipYear]

  private static let promised: [ChangeReason] = [.standardTransfer, .restructure]

  func write(to page: inout HTML) {
    guard let last = years.last, years.contains(where: { $0.changes > 0 }) else { return }
    let reasons = ChangeReason.allCases.filter { reason in
      !ChangeReason.promisedToEnd.contains(reason)
        && years.contains { ($0.byReason[reason] ?? 0) > 0 }
    }
    page.section(.labelled(by: "changes-title")) { section in
      section.h2("Why social workers changed", .id("changes-title"))
      section.p(
        """
        Changes in the twelve months before each day, for the children in care on it. The first \
        worker a child ever had is no change, nor is cover that gave way to the same worker again.
        """)
      section.p(promise(last))
      section.sheet("Changes by reason", heads: heads(last.day)) { body in
        for reason in Self.promised { row(reason, isPromised: true, &body) }
        sum("Both together", .class("sum"), &body) { $0.promisedToEnd }
        for reason in reasons { row(reason, isPromised: false, &body) }
        if years.contains(where: { $0.withoutReason > 0 }) {
          sum("No reason recorded", .class("quiet-row"), &body) { $0.withoutReason }
        }
        sum("All changes", .class("sum"), &body) { $0.changes }
        sum("Cover that came and went, not counted", .class("quiet-row"), &body) {
          $0.coverThatReturned
        }
      }
    }
  }

  private func heads(_ today: Day) -> [Head] {
    [Head("Reason")]
      + years.map { Head($0.day == today ? "Today" : "\($0.day.year)", isNumber: true) }
  }

  private func promise(_ last: RelationshipYear) -> String {
    let (count, all) = (last.promisedToEnd, last.changes)
    let words =
      "Being passed on between teams, and the service being reorganised, are the two reasons that "
      + "teams which hold a child throughout promise to end. "
    return words
      + (all == 0
        ? "There was no change at all in the last 12 months."
        : "In the last 12 months they account for \(count) of \(all) changes.")
  }

  private func row(_ reason: ChangeReason, isPromised: Bool, _ body: inout HTML) {
    body.tr(.class("promised", if: isPromised)) { row in
      row.th(.scope("row")) { cell in
        cell.text(reason.words.uppercasedFirst)
        if isPromised { cell.span("promised to end", .class("quiet")) }
      }
      for year in years {
        row.td(.class("number")) { cell in
          cell.count(
            year.byReason[reason] ?? 0,
            ServicePageQuestion(day: year.day, about: .reason(reason)))
        }
      }
    }
  }

  private func sum(
    _ words: String, _ kind: Attribute, _ body: inout HTML, _ value: (RelationshipYear) -> Int
  ) {
    body.tr(kind) { row in
      row.th(words, .scope("row"))
      for year in years { row.td(value(year).grouped, .class("number")) }
    }
  }
}

extension String {
  var uppercasedFirst: String { isEmpty ? "" : prefix(1).uppercased() + dropFirst() }
}
