public import Practice
public import Store

/// The service's relationships as they stand in the store, for the measures.
public struct StabilityDesk: Sendable {
  /// One for each child who has a keyworker's tenure or a time in care, as they are known now.
  public let histories: [ChildHistory]

  /// - Parameter known: only what was told up to and including this telling; nil for all.
  public init(_ reading: Reading, _ authority: Authority, asKnownAt known: Int? = nil) throws {
    let number = authority.number
    let tenures = try reading.all(
      """
      SELECT \(RelationshipRecords.columns) FROM tenure
      WHERE authority = \(number) ORDER BY child, "from", id
      """, RelationshipRecords.read
    ).compactMap { $0 }
    let care = try reading.all(
      """
      SELECT \(CareRecords.columns) FROM care_episode
      WHERE authority = \(number) ORDER BY child, "from", id
      """, CareRecords.read
    ).compactMap { $0 }
    histories = ChildHistory.grouped(
      tenures: tenures.current(asKnownAt: known).map(\.value),
      care: care.current(asKnownAt: known).map(\.value))
  }
}

extension StabilityDesk {
  /// The first day on which it is recorded who the social workers were; nil where it is of no day. A
  /// window that begins earlier is not covered, and its figures are too low.
  public static func recordBegins(_ reading: Reading, _ authority: Authority) throws -> Day? {
    try ServiceRelationships.Records(reading, authority.number).begins
  }
}
