import Practice
import Store

/// Questions about who walks alongside whom, asked of the store: facts as they were told.
enum RelationshipDesk {
  static func tenures(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [Told<Tenure>] {
    try reading.all(
      """
      SELECT \(RelationshipRecords.columns) FROM tenure
      WHERE authority = \(authority) AND child = \(child) ORDER BY "from", id
      """, RelationshipRecords.read
    ).compactMap { $0 }
  }
}
