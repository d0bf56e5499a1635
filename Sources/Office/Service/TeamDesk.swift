import Practice
import Store

/// Questions about teams and the people in them, asked of the store.
enum TeamDesk {
  /// Names, postings and teams of these practitioners.
  static func colleagues(
    _ reading: Reading, _ authority: Int, _ practitioners: Set<ID<Practitioner>>
  ) throws -> TeamColleagues {
    guard !practitioners.isEmpty else { return TeamColleagues([:], teams: [:]) }
    let abouts = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, practitioner, name, registration
      FROM practitioner_about
      WHERE authority = \(authority) AND practitioner IN \(anyOf: practitioners)
      """, about)
    let postings = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, practitioner, team, role,
        full_time_percent, employment, "from", "until"
      FROM posting WHERE authority = \(authority) AND practitioner IN \(anyOf: practitioners)
      """, posting
    ).compactMap { $0 }
    let holding = postings.holding()
    let teams = Set(holding.compactMap(\.team))
    return TeamColleagues(
      joined(abouts.holding(), holding), teams: try named(reading, authority, teams))
  }

  /// All teams of the authority, or these alone.
  static func named(
    _ reading: Reading, _ authority: Int, _ teams: Set<ID<Team>>? = nil
  ) throws -> [ID<Team>: Team] {
    let these: SQL = teams.map { "AND team IN \(anyOf: $0)" } ?? ""
    let abouts = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, team, name, kind FROM team_about
      WHERE authority = \(authority) \(these)
      """
    ) { row in
      Told(row, Team(id: row.id(5), name: row.text(6), kind: row.code(7) ?? .specialist))
    }
    return Dictionary(abouts.holding().map { ($0.id, $0) }) { _, later in later }
  }

  static func about(_ row: Row) -> Told<Practitioner> {
    Told(
      row, Practitioner(id: row.id(5), name: row.text(6), registration: row.textIfAny(7)))
  }

  /// A posting from a row of `id … withdrawn, practitioner, team, role, full_time_percent,
  /// employment, from, until`; nil for one that this version cannot read.
  static func posting(_ row: Row) -> Told<Posting>? {
    guard let period = Period(from: row.day(10), until: row.dayIfAny(11)) else { return nil }
    return Told(
      row,
      Posting(
        practitioner: row.id(5), team: row.idIfAny(6), role: row.code(7) ?? .other,
        fullTimePercent: row.intIfAny(8), employment: row.code(9) ?? .unknown, period: period))
  }

  static func joined(
    _ abouts: [Practitioner], _ postings: [Posting]
  ) -> [ID<Practitioner>: TeamColleagues.Colleague] {
    var known: [ID<Practitioner>: TeamColleagues.Colleague] = [:]
    for one in abouts {
      known[one.id, default: .init()].name = one.name
      known[one.id, default: .init()].registration = one.registration
    }
    for posting in postings.sorted(by: { $0.period.from < $1.period.from }) {
      known[posting.practitioner, default: .init()].postings.append(posting)
    }
    return known
  }
}

extension Array {
  /// In the order in which they were told. Sorted here, because an engine that is asked to sort many
  /// people's facts by their ids reads the whole table in that order to find them.
  func inOrderTold<Value>() -> Self where Element == Told<Value> {
    sorted { $0.fact < $1.fact }
  }

  /// The values that hold, in their order. Where nothing was ever put right, all of them.
  func holding<Value>() -> [Value] where Element == Told<Value> {
    for told in self where told.supersedes != nil || told.withdrawn {
      return current().map(\.value)
    }
    return map(\.value)
  }
}
