import Practice
import Returns
import Store

/// The relationships of a whole service over time, as they stand in the store.
struct ServiceRelationships: Sendable {
  /// In order; the last is as at today. Empty where no social worker is recorded.
  let years: [RelationshipYear]
  let records: Records
  /// The last 31 March, or today where the record is younger, beside what was published.
  let twelve: Beside?
  let twentyFour: Beside?

  /// A share of the service's own beside published ones, with what to know before comparing.
  struct Beside: Sendable {
    let own: RelationshipYear.Bands
    let day: Day
    /// Whether each is further from the service's own than chance explains; nil where not known.
    let published: [(figure: PublishedStability, differs: Bool?)]
    let cautions: [String]

    init(_ comparison: StabilityComparison) {
      own = RelationshipYear.Bands(comparison.own)
      day = comparison.own.day
      published = comparison.published.map { ($0, comparison.differsFromChance($0)) }
      cautions = comparison.cautions
    }
  }

  /// From when on it is recorded who the social workers were.
  struct Records: Sendable {
    /// Nil where no social worker is recorded.
    let begins: Day?
    /// True where all of it comes from returns.
    let isFromReturns: Bool
    /// The last collection year that a return told of, where returns told of workers.
    let lastReturn: Day?

    /// True where a window that begins on `first` is covered from its first day.
    func covers(_ first: Day) -> Bool { begins.map { $0 <= first } ?? false }
  }

  var today: RelationshipYear? { years.last }

  /// Works the measures out, day by day, letting others have their turn in between.
  static func made(
    from histories: [ChildHistory], records: Records, authority: Authority, today: Day
  ) async -> ServiceRelationships {
    var years: [RelationshipYear] = []
    for day in RelationshipSeries.days(recordBegins: records.begins, today: today) {
      years.append(RelationshipYear(of: histories, asAt: day))
      await Task.yield()
    }
    let day = years.dropLast().last?.day ?? years.last?.day
    let beside = { (stability: Stability) in
      Beside(StabilityComparison(of: stability, authorityCode: authority.code))
    }
    return ServiceRelationships(
      years: years, records: records,
      twelve: day.map { beside(.twelveMonths(of: histories, asAt: $0)) },
      twentyFour: day.map { beside(.twentyFourMonths(of: histories, asAt: $0)) })
  }
}

extension ServiceRelationships.Records {
  /// - Parameter histories: all that are kept.
  init(_ reading: Reading, _ authority: Int, _ histories: [ChildHistory]) throws {
    var years: [(first: Day, last: Day)] = []
    var fromReturns = 0
    for entry in try ImportPageHistory(reading, authority).entries {
      guard let year = entry.handedOver.year else { continue }
      let workers = try reading.count(
        "SELECT count(*) FROM tenure WHERE authority = \(authority) AND telling = \(entry.telling)")
      guard workers > 0 else { continue }
      fromReturns += workers
      years.append((year.first, year.last))
    }
    var earliest: Day?
    var others = 0
    for history in histories {
      for tenure in history.tenures where tenure.role == .keyworker {
        earliest = min(earliest ?? tenure.period.from, tenure.period.from)
        others += 1
      }
    }
    isFromReturns = fromReturns > 0 && fromReturns >= others
    // A return states who worked with a child in its year; a worker who began earlier is told of
    // only where they were still there.
    begins = isFromReturns ? years.map(\.first).min() : earliest
    lastReturn = years.map(\.last).max()
  }
}
