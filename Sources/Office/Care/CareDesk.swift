import Practice
import Store

/// Questions about help, plans and care, asked of the store: facts as they were told, of each of some
/// people in the order of their days.
enum CareDesk {
  static func help(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [Told<HelpPeriod>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, "from", "until", source, need,
        reason_ended, person
      FROM help_period WHERE authority = \(authority) AND person = \(eachOf: people)
      ORDER BY person, "from", id
      """
    ) { row in
      Period(from: row.day(5), until: row.dayIfAny(6)).map {
        Told(
          row,
          HelpPeriod(
            person: row.id(10), period: $0, source: row.textIfAny(7), need: row.textIfAny(8),
            reasonEnded: row.textIfAny(9)))
      }
    }.compactMap { $0 }
  }

  static func plans(
    _ reading: Reading, _ authority: Int, _ children: some Collection<ID<Person>>
  ) throws -> [Told<Plan>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, kind, "from", "until", review_due, child
      FROM plan WHERE authority = \(authority) AND child = \(eachOf: children)
      ORDER BY child, "from", id
      """
    ) { row -> Told<Plan>? in
      guard let kind = row.code(5, as: Plan.Kind.self),
        let period = Period(from: row.day(6), until: row.dayIfAny(7))
      else { return nil }
      return Told(
        row, Plan(child: row.id(9), kind: kind, period: period, reviewDue: row.dayIfAny(8)))
    }.compactMap { $0 }
  }

  static func episodes(
    _ reading: Reading, _ authority: Int, _ children: some Collection<ID<Person>>
  ) throws -> [Told<CareEpisode>] {
    try reading.all(
      """
      SELECT \(CareRecords.columns) FROM care_episode
      WHERE authority = \(authority) AND child = \(eachOf: children) ORDER BY child, "from", id
      """, CareRecords.read
    ).compactMap { $0 }
  }

  static func reviews(
    _ reading: Reading, _ authority: Int, _ children: some Collection<ID<Person>>
  ) throws -> [Told<CareReview>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, day, participation, child
      FROM care_review WHERE authority = \(authority) AND child = \(eachOf: children)
      ORDER BY child, day, id
      """
    ) { row in
      Told(row, CareReview(child: row.id(7), day: row.day(5), participation: row.text(6)))
    }
  }
}
