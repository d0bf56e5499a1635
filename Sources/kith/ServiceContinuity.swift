import Foundation
import Measuring
import Office
import Practice
import Store

/// The answer of `kith continuity` on a store: the official measure in both its lengths, changes by
/// reason, the length of relationships, and the published figures beside them.
struct ServiceContinuity {
  let twelve: Stability
  let twentyFour: Stability
  let changes: WorkerChanges
  let current: CurrentRelationships
  /// The same children's contacts, met face to face in the twelve months; empty where the store
  /// holds no encounters, as after an import of returns.
  let contacts: [ChildContinuity]
  let comparisons: [StabilityComparison]
  /// The first day on which it is recorded who a social worker was; nil where that is of no day.
  private let begins: Day?

  init(_ reading: Reading, _ authority: Authority, asAt day: Day) throws {
    let histories = try StabilityDesk(reading, authority).histories
    begins = try StabilityDesk.recordBegins(reading, authority)
    twelve = Stability.twelveMonths(of: histories, asAt: day)
    twentyFour = Stability.twentyFourMonths(of: histories, asAt: day)
    let lookedAfter = histories.filter { $0.isLookedAfter(on: day) && !$0.isInShortBreaks(on: day) }
    changes = WorkerChanges(of: lookedAfter, in: LookBack(months: 12, asAt: day))
    current = CurrentRelationships(of: lookedAfter, on: day)
    contacts = try ContactDesk(reading, authority, of: lookedAfter, asAt: day).children
    comparisons = [twelve, twentyFour].map {
      StabilityComparison(of: $0, authorityCode: authority.code)
    }
  }

  func words() -> String {
    var lines: [String] = []
    for comparison in comparisons { lines += words(comparison) + [""] }
    lines.append("Changes of social worker in the 12 months: \(changes.total)")
    for reason in ChangeReason.allCases where changes[reason] > 0 {
      let promise = ChangeReason.promisedToEnd.contains(reason) ? "   (promised to end)" : ""
      lines.append("  \(row(reason.words, changes[reason]))\(promise)")
    }
    if changes.withoutReason > 0 {
      lines.append("  \(row("no reason given", changes.withoutReason))")
    }
    lines.append(
      "  passed on or reorganised, which this model promises to end: \(changes.promisedToEnd)")
    lines.append(
      "  cover that came and went, not counted as a change: \(changes.coverThatReturned)")
    lines.append("")
    if let median = current.medianDays {
      lines.append(
        "Half of the \(current.each.count) children have had their social worker for "
          + "\(Int(median)) days or more.")
    }
    if !current.without.isEmpty {
      lines.append("\(current.without.count) children have no social worker on that day.")
    }
    lines += contactWords()
    return lines.joined(separator: "\n")
  }

  private func contactWords() -> [String] {
    let persons = ContinuitySummary(of: contacts.map(\.persons))
    let teams = ContinuitySummary(of: contacts.map(\.teams))
    guard !persons.measured.isEmpty else {
      return ["", "No return says who met a child: contact measures need encounters told in Kith."]
    }
    let familiar = contacts.reduce(into: (0, 0)) {
      $0.0 += $1.familiarFaces.count
      $0.1 += $1.familiarFaces.total
    }
    var lines = [
      "",
      "Meetings face to face in the 12 months, \(persons.measured.count) children with three or more "
        + "(\(persons.contacts) meetings); too few: \(persons.tooFew), none: \(persons.noContact)",
      "  \(column("mean over children", "persons", "teams"))",
    ]
    let indices: [(String, KeyPath<Continuity, Double?>)] = [
      ("UPC, share with the one met most", \.upc), ("COC, Bice-Boxerman", \.coc),
      ("SECON, same as the time before", \.secon), ("K index", \.k),
      ("Herfindahl", \.herfindahl),
    ]
    for (name, index) in indices {
      lines.append(
        "  \(column(name, two(persons.mean(index)), two(teams.mean(index))))")
    }
    lines.append(
      "  " + row("familiar face", familiar.0) + " of \(familiar.1)"
        + interval(Share(familiar.0, of: familiar.1)))
    if let most = contacts.compactMap(\.mostIn365Days).max() {
      lines.append("  most different people one child met in any 365 days: \(most)")
    }
    return lines
  }

  private func column(_ name: String, _ persons: String, _ teams: String) -> String {
    name.padding(toLength: 44, withPad: " ", startingAt: 0)
      + persons.padding(toLength: 10, withPad: " ", startingAt: 0) + teams
  }

  private func two(_ value: Double?) -> String {
    value.map { String(format: "%.2f", $0) } ?? "too few"
  }

  private func words(_ comparison: StabilityComparison) -> [String] {
    let own = comparison.own
    let cohort =
      own.months == 12
      ? "Children looked after on \(own.day.inWords), social workers in 12 months"
      : "Children looked after throughout the 24 months to \(own.day.inWords)"
    var lines = [
      "\(cohort): \(own.children)",
      "  \(row("none in the record", own.none))", "  \(row("one", own.one))",
      "  \(row("two", own.two))",
      "  \(row("three or more", own.threeOrMore))"
        + interval(comparison.share),
    ]
    if !own.leftOut.isEmpty {
      lines.append("  \(own.leftOut.count) in series of short breaks are left out, as officially.")
    }
    for published in comparison.published {
      guard let share = published.share else { continue }
      var line = "  \(published.place.words), \(published.year): \(share.count) of \(share.total)"
      line += interval(share)
      if tooYoung(own) == nil, let differs = comparison.differsFromChance(published) {
        line += differs ? "; more apart than chance explains" : "; chance could explain it"
      }
      lines.append(line)
    }
    return lines + ([tooYoung(own)].compactMap { $0 } + comparison.cautions).map { "  - \($0)" }
  }

  /// The same that the service's page warns of: a window that begins before the record does.
  func tooYoung(_ own: Stability) -> String? {
    guard own.children > 0, let begins, begins > own.window.first else { return nil }
    return
      "This cannot be complete yet: the \(own.months) months begin on \(own.window.first.inWords), and "
      + "it is recorded who the social workers were only from \(begins.inWords) on. The figures are "
      + "too low, and cannot be compared."
  }

  private func row(_ words: String, _ count: Int) -> String {
    words.padding(toLength: max(44, words.count + 1), withPad: " ", startingAt: 0) + String(count)
  }

  private func interval(_ share: Share) -> String {
    guard let percent = share.percent, let interval = share.interval else { return "" }
    return
      " = \(percent)% (95% interval \(Int((interval.low * 100).rounded()))–\(Int((interval.high * 100).rounded()))%)"
  }
}
