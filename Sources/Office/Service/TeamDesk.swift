import Practice
import Store

/// Questions about teams and the people in them, asked of the store.
enum TeamDesk {
  /// Everybody who works here or once did. Pages ask the directory, which keeps the answer.
  static func colleagues(_ reading: Reading, _ authority: Int) throws -> TeamColleagues {
    let practitioners = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, practitioner, name, registration FROM practitioner_about
      WHERE authority = \(authority)
      """
    ) { row in
      Practitioner(id: row.id(3), name: row.text(4), registration: row.textIfAny(5))
    }
    let postings = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, practitioner, team, role, full_time_percent, employment,
        "from", "until"
      FROM posting WHERE authority = \(authority)
      """
    ) { row in
      Posting(
        practitioner: row.id(3), team: row.idIfAny(4), role: row.code(5) ?? .other,
        fullTimePercent: row.intIfAny(6), employment: row.code(7) ?? .unknown,
        period: Period(row, from: 8))
    }
    let teams = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, team, name, kind FROM team_about
      WHERE authority = \(authority)
      """
    ) { row in
      Team(id: row.id(3), name: row.text(4), kind: row.code(5) ?? .specialist)
    }
    return TeamColleagues(practitioners, postings, teams: teams)
  }
}
