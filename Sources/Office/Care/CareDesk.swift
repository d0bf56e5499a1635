import Practice
import Store

/// Questions about help, plans and care, asked of the store: facts as they were told.
enum CareDesk {
  static func help(
    _ reading: Reading, _ authority: Int, _ person: ID<Person>
  ) throws -> [Told<HelpPeriod>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, "from", "until", source, need,
        reason_ended
      FROM help_period WHERE authority = \(authority) AND person = \(person) ORDER BY "from", id
      """
    ) { row in
      Period(from: row.day(5), until: row.dayIfAny(6)).map {
        Told(
          row,
          HelpPeriod(
            person: person, period: $0, source: row.textIfAny(7), need: row.textIfAny(8),
            reasonEnded: row.textIfAny(9)))
      }
    }.compactMap { $0 }
  }

  static func plans(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [Told<Plan>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, kind, "from", "until", review_due
      FROM plan WHERE authority = \(authority) AND child = \(child) ORDER BY "from", id
      """
    ) { row -> Told<Plan>? in
      guard let kind = row.code(5, as: Plan.Kind.self),
        let period = Period(from: row.day(6), until: row.dayIfAny(7))
      else { return nil }
      return Told(
        row, Plan(child: child, kind: kind, period: period, reviewDue: row.dayIfAny(8)))
    }.compactMap { $0 }
  }

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
