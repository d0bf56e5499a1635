import Practice
import Store

/// Questions about help, plans and care, asked of the store: facts as they were told.
enum CareDesk {
  static func episodes(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [Told<CareEpisode>] {
    try reading.all(
      """
      SELECT \(CareRecords.columns) FROM care_episode
      WHERE authority = \(authority) AND child = \(child) ORDER BY "from", id
      """, CareRecords.read
    ).compactMap { $0 }
  }

  static func reviews(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [Told<CareReview>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, day, participation FROM care_review
      WHERE authority = \(authority) AND child = \(child) ORDER BY day, id
      """
    ) { row in
      Told(row, CareReview(child: child, day: row.day(5), participation: row.text(6)))
    }
  }
}
