import Practice
import Store

/// A look as it was kept.
struct LookKept: Sendable {
  let at: Instant
  let account: String
  let role: AccountRole
  let practitioner: ID<Practitioner>?
  let tie: Tie
  let page: String
  let subject: ID<Fact>
  let words: String?

  /// True for whoever works with the family, or in its team.
  var isFromWithin: Bool { [.own, .team].contains(tie) }

  /// What was looked at, by the shape of its address.
  var what: String {
    switch page {
    case "/families/ID": "the family’s page"
    case "/families/ID/encounters": "the form of a meeting"
    case "/families/ID/looked": "who has looked"
    case "/children/ID": "a child’s page"
    case "/search": "a search"
    default: page
    }
  }
}

/// Questions about who looked, asked of the store.
enum LookDesk {
  static let perPage = 100

  /// Looks at any of these records, the newest first.
  /// - Parameter fromWithin: false leaves out those who work with the family, or in its team.
  static func looks(
    _ reading: Reading, _ authority: Int, at subjects: [ID<Fact>], fromWithin: Bool, page: Int
  ) throws -> [LookKept] {
    let within = fromWithin ? [""] : [Tie.own.rawValue, Tie.team.rawValue]
    return try reading.all(
      """
      SELECT at, account, role, practitioner, tie, page, subject, words FROM look
      WHERE authority = \(authority) AND subject IN \(anyOf: subjects)
        AND tie NOT IN \(anyOf: within)
      ORDER BY at DESC, id DESC LIMIT \(perPage + 1) OFFSET \((page - 1) * perPage)
      """,
      look)
  }

  /// Everything that was looked at since, in the order of accounts and times.
  static func looks(
    _ reading: Reading, _ authority: Int, since: Instant, _ each: (LookKept) -> Void
  ) throws {
    try reading.eachOfMany(
      """
      SELECT at, account, role, practitioner, tie, page, subject, words FROM look
      WHERE authority = \(authority) AND at >= \(since) ORDER BY account, at
      """
    ) { each(look($0)) }
  }

  private static func look(_ row: Row) -> LookKept {
    LookKept(
      at: row.instant(0), account: row.text(1), role: row.code(2) ?? .administrator,
      practitioner: row.idIfAny(3), tie: row.code(4) ?? .none, page: row.text(5),
      subject: row.id(6), words: row.textIfAny(7))
  }

  /// The family itself and everybody who belongs or belonged to it.
  static func subjects(
    _ reading: Reading, _ authority: Int, of family: ID<Family>, without hidden: Set<ID<Person>>
  ) throws -> [ID<Fact>] {
    let people = Set(
      try FamilyDesk.members(reading, authority, of: [family]).map(\.person)
    ).subtracting(hidden)
    return [ID(high: family.high, low: family.low)]
      + people.sorted().map { ID(high: $0.high, low: $0.low) }
  }
}

/// An opening with what is known of it.
struct OpeningKept: Sendable {
  let id: ID<Fact>
  let opening: Opening
  let review: (isJustified: Bool, words: String, reviewer: String)?

  /// The day by which it has to be reviewed: two working days (fact book 7.3); nil beyond the calendar.
  var reviewDue: Day? {
    try? WorkingCalendar.england.day(2, workingDaysAfter: opening.begun.london.day)
  }
}

enum OpeningDesk {
  /// Openings that began since, the newest first.
  static func openings(
    _ reading: Reading, _ authority: Int, since: Instant
  ) throws -> [OpeningKept] {
    var openings: [(ID<Fact>, Opening)] = []
    try reading.each(
      """
      SELECT id, supersedes, withdrawn, family, account, kind, reason, words, safety, begun, ends
      FROM opening WHERE authority = \(authority) AND begun >= \(since) ORDER BY begun DESC, id DESC
      """
    ) { openings.append(($0.id(0), AccessDesk.opening($0))) }
    return try reviewed(reading, authority, openings)
  }

  static func openings(
    _ reading: Reading, _ authority: Int, of families: some Collection<ID<Family>>, since: Instant
  ) throws -> [OpeningKept] {
    var openings: [(ID<Fact>, Opening)] = []
    try reading.each(
      """
      SELECT id, supersedes, withdrawn, family, account, kind, reason, words, safety, begun, ends
      FROM opening
      WHERE authority = \(authority) AND family = \(eachOf: families) AND begun >= \(since)
      """
    ) { openings.append(($0.id(0), AccessDesk.opening($0))) }
    return try reviewed(reading, authority, openings.sorted { $0.1.begun > $1.1.begun })
  }

  static func opening(
    _ reading: Reading, _ authority: Int, _ id: ID<Fact>
  ) throws -> OpeningKept? {
    let found = try reading.first(
      """
      SELECT id, supersedes, withdrawn, family, account, kind, reason, words, safety, begun, ends
      FROM opening WHERE authority = \(authority) AND id = \(id)
      """,
      AccessDesk.opening)
    return try found.flatMap { try reviewed(reading, authority, [(id, $0)]).first }
  }

  private static func reviewed(
    _ reading: Reading, _ authority: Int, _ openings: [(ID<Fact>, Opening)]
  ) throws -> [OpeningKept] {
    var reviews: [ID<Fact>: (Bool, String, String)] = [:]
    try reading.each(
      """
      SELECT opening, is_justified, words, reviewer FROM opening_review
      WHERE authority = \(authority) AND opening = \(eachOf: openings.map(\.0))
      """
    ) { reviews[$0.id(0)] = ($0.flag(1), $0.text(2), $0.text(3)) }
    return openings.map { OpeningKept(id: $0, opening: $1, review: reviews[$0]) }
  }
}
