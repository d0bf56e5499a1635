import Practice
import Store

/// Questions about who may read what, asked of the store.
enum AccessDesk {
  /// The table of roles as it stands on a day, kept until somebody changes it.
  static func policy(_ reading: Reading, _ authority: Int, on day: Day) throws -> AccessPolicy {
    struct Standing: Sendable {
      let policy: AccessPolicy
      let day: Day
    }
    let standing = try reading.kept(
      Standing.self, of: ID<AccessPolicy>(high: 0, low: 0), authority: authority,
      weight: { _ in 1000 }, where: { $0.day == day },
      { Standing(policy: AccessPolicy(try rules($0, authority), on: day), day: day) })
    return standing?.policy ?? AccessPolicy(on: day)
  }

  /// All that was ever decided, in the order in which it was told.
  static func rules(_ reading: Reading, _ authority: Int) throws -> [AccessPolicy.Rule] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, role, tie, matter, is_allowed, "from" FROM access_rule
      WHERE authority = \(authority)
      """
    ) { row in
      AccessPolicy.Rule(
        role: row.code(3) ?? .administrator, tie: row.code(4) ?? .none,
        matter: row.code(5) ?? .service, isAllowed: row.flag(6), from: row.day(7))
    }
  }

  /// The same with who decided it and why, for the page on which the table is changed.
  static func decided(_ reading: Reading, _ authority: Int) throws -> [RuleDecided] {
    try reading.all(
      """
      SELECT r.role, r.tie, r.matter, r.is_allowed, r."from", r.because, t.teller
      FROM access_rule r JOIN telling t ON t.authority = r.authority AND t.seq = r.telling
      WHERE r.authority = \(authority) ORDER BY r.telling, r.id
      """
    ) { row in
      RuleDecided(
        rule: AccessPolicy.Rule(
          role: row.code(0) ?? .administrator, tie: row.code(1) ?? .none,
          matter: row.code(2) ?? .service, isAllowed: row.flag(3), from: row.day(4)),
        because: row.textIfAny(5), teller: row.text(6))
    }
  }

  static func reader(_ reading: Reading, _ actor: Actor, now: Instant) throws -> Reader {
    var teammates: Set<ID<Practitioner>> = []
    if let practitioner = actor.practitioner {
      teammates = try TeamDirectory.colleagues(reading, actor.authority.number)
        .teammates(of: practitioner, on: actor.today)
    }
    return Reader(
      account: actor.account, role: actor.role, practitioner: actor.practitioner,
      teammates: teammates, now: now, today: actor.today)
  }

  /// Nil where there is no such family.
  static func standing(
    _ reading: Reading, _ authority: Int, of family: ID<Family>
  ) throws -> FamilyStanding? {
    try kept(reading, authority, family) { reading in
      let there = try reading.count(
        "SELECT count(*) FROM family WHERE authority = \(authority) AND id = \(family)")
      return there > 0 ? [family] : nil
    }
  }

  /// Of a person: as of every family that they belong or belonged to, because what is locked is locked
  /// for all that hangs on it. Nil where there is no such person.
  static func standing(
    _ reading: Reading, _ authority: Int, of person: ID<Person>
  ) throws -> FamilyStanding? {
    try kept(reading, authority, person, and: [person]) { reading in
      let there = try reading.count(
        "SELECT count(*) FROM person WHERE authority = \(authority) AND id = \(person)")
      guard there > 0 else { return nil }
      return try FamilyDesk.families(reading, authority, ofPeople: [person])
    }
  }

  /// How readers stand to these families, with all who belong or belonged to them; kept in memory.
  private static func kept<Of>(
    _ reading: Reading, _ authority: Int, _ id: ID<Of>, and others: Set<ID<Person>> = [],
    _ find: (Reading) throws -> Set<ID<Family>>?
  ) throws -> FamilyStanding? {
    try reading.kept(
      FamilyStanding.self, of: id, authority: authority,
      weight: { 120 * ($0.tenures.count + $0.openings.count) + 500 },
      { reading in
        guard let families = try find(reading) else { return nil }
        let members = try FamilyDesk.members(reading, authority, of: families)
        return try standing(
          reading, authority, families, people: Set(members.map(\.person)).union(others))
      })
  }

  private static func standing(
    _ reading: Reading, _ authority: Int, _ families: Set<ID<Family>>, people: Set<ID<Person>>
  ) throws -> FamilyStanding {
    var standing = FamilyStanding()
    standing.tenures = try FamilyDesk.tenures(reading, authority, Array(people))
    standing.restrictions = try restrictions(reading, authority, of: families)
    standing.grants = try grants(reading, authority, of: families)
    standing.conflicts = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, practitioner, "from", "until"
      FROM conflict_of_interest WHERE authority = \(authority) AND family = \(eachOf: families)
      """
    ) { row in
      ConflictOfInterest(
        family: row.id(3), practitioner: row.id(4), period: Period(row, from: 5))
    }
    standing.openings = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, account, kind, reason, words, safety, begun, ends
      FROM opening WHERE authority = \(authority) AND family = \(eachOf: families)
      """,
      opening)
    return standing
  }

  static func grants(
    _ reading: Reading, _ authority: Int, of families: Set<ID<Family>>
  ) throws -> [AccessGrant] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, practitioner, kind, "from", "until"
      FROM access_grant WHERE authority = \(authority) AND family = \(eachOf: families)
      """,
      grant)
  }

  static func grant(_ row: Row) -> AccessGrant {
    AccessGrant(
      family: row.id(3), practitioner: row.id(4), kind: row.code(5) ?? .jointWork,
      period: Period(row, from: 6))
  }

  private static func restrictions(
    _ reading: Reading, _ authority: Int, of families: Set<ID<Family>>
  ) throws -> [Restriction] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, category, call, "from", "until", review_due
      FROM restriction WHERE authority = \(authority) AND family = \(eachOf: families)
      """,
      restriction)
  }

  static func restriction(_ row: Row) -> Restriction {
    Restriction(
      family: row.id(3), category: row.code(4) ?? .other, call: row.text(5),
      period: Period(row, from: 6), reviewDue: row.day(8))
  }

  static func opening(_ row: Row) -> Opening {
    Opening(
      family: row.id(3), account: row.text(4), kind: row.code(5) ?? .asked,
      reason: row.code(6) ?? .other, words: row.text(7), safety: row.textIfAny(8),
      begun: row.instant(9), ends: row.instant(10))
  }
}

extension TeamColleagues {
  /// Who else is posted on the day to a team to which they are posted.
  func teammates(of practitioner: ID<Practitioner>, on day: Day) -> Set<ID<Practitioner>> {
    let teams = Set(
      postings(of: practitioner).filter { $0.period.holds(on: day) }.compactMap(\.team))
    var mates: Set<ID<Practitioner>> = []
    for team in teams {
      for one in everyone(in: team) where one != practitioner {
        let isThere = postings(of: one).contains { $0.team == team && $0.period.holds(on: day) }
        if isThere { mates.insert(one) }
      }
    }
    return mates
  }
}
