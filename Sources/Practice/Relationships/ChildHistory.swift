/// What the measures of relationship read of one child: who was alongside, and the times in care.
///
/// Only what holds is handed in (`current()` of what was told). Results name tenures by their place
/// in `tenures`, so that whoever holds the facts in the same order can open a figure to them.
public struct ChildHistory: Sendable {
  public let child: ID<Person>
  public let tenures: [Tenure]
  public let care: [CareEpisode]

  public init(child: ID<Person>, tenures: [Tenure], care: [CareEpisode] = []) {
    self.child = child
    self.tenures = tenures
    self.care = care
  }

  /// One history for each child who has a tenure or a time in care, in the order of the children's
  /// ids; within a child everything keeps the order in which it was handed in.
  public static func grouped(tenures: [Tenure], care: [CareEpisode] = []) -> [ChildHistory] {
    var tenuresOf: [ID<Person>: [Tenure]] = [:]
    var careOf: [ID<Person>: [CareEpisode]] = [:]
    for tenure in tenures { tenuresOf[tenure.child, default: []].append(tenure) }
    for episode in care { careOf[episode.child, default: []].append(episode) }
    let children = Set(tenuresOf.keys).union(careOf.keys).sorted()
    return children.map {
      ChildHistory(child: $0, tenures: tenuresOf[$0] ?? [], care: careOf[$0] ?? [])
    }
  }

  /// Places of the keyworker tenures, in the order in which they began (and, of those that began on
  /// one day, ended).
  var keyworkerPlaces: [Int] {
    tenures.indices.filter { tenures[$0].role == .keyworker }.sorted { a, b in
      let (first, second) = (tenures[a].period, tenures[b].period)
      if first.from != second.from { return first.from < second.from }
      switch (first.until, second.until) {
      case (let one?, let other?) where one != other: return one < other
      case (_?, nil): return true
      case (nil, _?): return false
      default: return a < b
      }
    }
  }

  /// The named worker on `day`: of several who hold on that day, the one who began last.
  public func keyworkerPlace(on day: Day) -> Int? {
    keyworkerPlaces.last { tenures[$0].period.holds(on: day) }
  }
}

/// The time in care, as the official stability measures ask about it.
extension ChildHistory {
  /// Looked after on `day`.
  public func isLookedAfter(on day: Day) -> Bool {
    care.contains { $0.period.holds(on: day) }
  }

  /// Looked after on `day` in a series of short breaks and in no other way.
  public func isInShortBreaks(on day: Day) -> Bool {
    let holding = care.filter { $0.period.holds(on: day) }
    return !holding.isEmpty && holding.allSatisfy(\.legalStatus.isShortBreaks)
  }

  /// Looked after on every day from `first` to `last`: episodes end to end, each beginning on the
  /// day (or before) on which the one before ended. A single day between two breaks it.
  public func isLookedAfter(throughout first: Day, _ last: Day) -> Bool {
    var reached = first
    for period in care.map(\.period).sorted(by: { $0.from < $1.from }) {
      guard period.from <= reached else { return false }
      guard let until = period.until, until <= last else { return true }
      reached = max(reached, until)
    }
    return false
  }
}
