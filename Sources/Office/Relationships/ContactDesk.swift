public import Practice
public import Store

/// Continuity of contact over the whole service: for each child in care on a day, from the
/// encounters in the store (fact book 5.3).
public struct ContactDesk: Sendable {
  /// Each child's measures over the twelve months that end with the day, met face to face.
  public let children: [ChildContinuity]

  /// - Parameter histories: of the children who are to be measured.
  public init(
    _ reading: Reading, _ authority: Authority, of histories: [ChildHistory], asAt day: Day
  ) throws {
    let teams = try Self.teams(reading, authority.number)
    let window = LookBack(months: 12, asAt: day)
    children = try histories.map { history in
      ChildContinuity(
        of: history, encounters: try Self.encounters(reading, authority.number, history.child),
        window: window
      ) { practitioner, day in
        teams[practitioner]?.first { $0.period.holds(on: day) }?.team
      }
    }
  }

  /// What a child's encounters say of who met them; words are not read, and who else was there is
  /// not asked.
  static func encounters(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [Encounter] {
    // Superseded by whatever took its place, also where the child is no longer part of that.
    try reading.all(
      """
      SELECT m.encounter, e.family, m.practitioner, m.day, m.kind, m.seen, m.alone, e.place
      FROM encounter_met m
      JOIN encounter e ON e.authority = m.authority AND e.id = m.encounter
      WHERE m.authority = \(authority) AND m.person = \(child) AND e.withdrawn = \(false)
        AND NOT EXISTS (SELECT 1 FROM encounter later
          WHERE later.authority = e.authority AND later.supersedes = e.id)
      ORDER BY m.day, m.encounter
      """
    ) { row -> Encounter? in
      row.code(4, as: Encounter.Kind.self).map {
        Encounter(
          id: row.id(0), family: row.id(1), practitioner: row.id(2), day: row.day(3), kind: $0,
          place: row.code(7),
          met: [Encounter.Met(person: child, seen: row.flag(5), alone: row.flag(6))])
      }
    }.compactMap { $0 }
  }

  private static func teams(
    _ reading: Reading, _ authority: Int
  ) throws -> [ID<Practitioner>: [(team: ID<Team>, period: Period)]] {
    var teams: [ID<Practitioner>: [(team: ID<Team>, period: Period)]] = [:]
    try reading.each(
      """
      SELECT p.practitioner, p.team, p."from", p."until" FROM posting p
      WHERE p.authority = \(authority) AND p.team IS NOT NULL AND p.withdrawn = \(false)
        AND NOT EXISTS (SELECT 1 FROM posting later
          WHERE later.authority = p.authority AND later.supersedes = p.id)
      """
    ) { row in
      if let period = Period(from: row.day(2), until: row.dayIfAny(3)) {
        teams[row.id(0), default: []].append((row.id(1), period))
      }
    }
    return teams
  }
}
