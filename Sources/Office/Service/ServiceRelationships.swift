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
  /// Of the children in care today: whom they met.
  let meetings: [ChildContinuity]

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
    from histories: [ChildHistory], meetings: [ChildContinuity], records: Records,
    authority: Authority, today: Day
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
      twentyFour: day.map { beside(.twentyFourMonths(of: histories, asAt: $0)) },
      meetings: meetings)
  }
}

extension ServiceRelationships.Records {
  /// What the store tells of its own beginnings. A return states its year and no other; what the
  /// office tells itself is known from the day on which it began to.
  init(_ reading: Reading, _ authority: Int) throws {
    var imports: [Int] = []
    var begins: [Day] = []
    var returns: [Day] = []
    for entry in try ImportPageHistory(reading, authority).entries {
      imports.append(entry.telling)
      let earliest = try reading.first(
        """
        SELECT min("from") FROM tenure
        WHERE authority = \(authority) AND telling = \(entry.telling) AND role = 'keyworker'
        """
      ) { $0.dayIfAny(0) }
      guard let earliest, let earliest else { continue }
      begins.append(entry.handedOver.year?.first ?? earliest)
      returns.append(entry.handedOver.year?.last ?? entry.recorded.london.day)
    }
    let own = try reading.first(
      """
      SELECT t.recorded FROM tenure x
      JOIN telling t ON t.authority = x.authority AND t.seq = x.telling
      WHERE x.authority = \(authority) AND x.telling NOT IN \(anyOf: imports + [0])
      ORDER BY x.telling LIMIT 1
      """
    ) { $0.instant(0).london.day }
    isFromReturns = own == nil && !returns.isEmpty
    self.begins = (begins + [own].compactMap { $0 }).min()
    lastReturn = returns.max()
  }
}
