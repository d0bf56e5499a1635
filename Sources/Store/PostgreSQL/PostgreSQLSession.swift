import Practice

/// A connection while a transaction is open on it.
///
/// Rows that are told are gathered and sent together, at the latest before the next question: few of
/// them in one turn of the wire, many as the server's own bulk form.
final class PostgreSQLSession: Session {
  private let connection: PostgreSQLConnection
  /// The tables in the order in which they refer to each other, those referred to first.
  private let order: [String: Int]
  /// The authority whose rows alone this transaction may touch; nil for all.
  private let scope: Int?
  private var gathered: [String: Gathered] = [:]
  private var bytes = 0
  private var cursors = 0

  /// Rows of one table that wait to be sent.
  private struct Gathered {
    let table: Table
    let unlessThere: Bool
    var rows: [[Bound]] = []
  }

  /// From so many rows of a table on they are sent in bulk; so many values wait at most.
  private static let many = 12
  private static let most = 200_000

  init(_ connection: PostgreSQLConnection, order: [String: Int], scope: Int?) {
    self.connection = connection
    self.order = order
    self.scope = scope
  }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    if let turns = sql.turns, turns.values.isEmpty { return }
    try flush()
    try eachOfBefore(sql, row)
  }

  /// Nothing that has been gathered needs to be sent first.
  func eachOfBefore(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try rows(of: try connection.ask(sql.forServer, parameters(sql)), row)
  }

  func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    if let turns = sql.turns, turns.values.isEmpty { return }
    try flush()
    cursors += 1
    let name = "kith_\(cursors)"
    _ = try connection.ask(
      "DECLARE \(name) NO SCROLL CURSOR FOR \(sql.forServer)", parameters(sql))
    while true {
      let answer = try connection.ask("FETCH 4000 FROM \(name)", PostgreSQLParameters())
      try rows(of: answer, row)
      if answer.rows < 4000 { break }
    }
    try connection.run("CLOSE \(name)")
  }

  func run(_ sql: SQL) throws -> Int {
    try flush()
    return try connection.ask(sql.forServer, parameters(sql)).touched
  }

  func insert(_ table: Table, _ values: [Bound]) throws {
    try gather(table, values, unlessThere: false)
  }

  func insertUnlessThere(_ table: Table, _ values: [Bound]) throws {
    try gather(table, values, unlessThere: true)
  }

  /// Waits until nobody else is telling for this authority; it stays so to the transaction's end.
  /// Tellings thereby become visible in the order of their numbers.
  func takeTurn(authority: Int) throws {
    try each("SELECT pg_advisory_xact_lock(7531, (\(authority))::integer)") { _ in }
  }

  /// Sends what has been gathered, tables that others refer to first.
  func flush() throws {
    guard !gathered.isEmpty else { return }
    let waiting = gathered.values.sorted {
      (order[$0.table.name] ?? .max) < (order[$1.table.name] ?? .max)
    }
    gathered = [:]
    bytes = 0
    var few: [(text: String, parameters: PostgreSQLParameters)] = []
    for one in waiting {
      if one.unlessThere || one.rows.count < Self.many {
        let text = one.table.inserting + (one.unlessThere ? " ON CONFLICT DO NOTHING" : "")
        for row in one.rows { few.append((text, PostgreSQLParameters(row))) }
        continue
      }
      try connection.run(each: few)
      few = []
      try copy(one)
    }
    try connection.run(each: few)
  }

  private func gather(_ table: Table, _ values: [Bound], unlessThere: Bool) throws {
    if let scope, values.first != .integer(Int64(scope)) {
      throw StoreRefusal.againstTheRules("a row of \(table.name) belongs to another authority")
    }
    let name = unlessThere ? table.name + " unless there" : table.name
    gathered[name, default: Gathered(table: table, unlessThere: unlessThere)].rows.append(values)
    bytes += values.count
    if bytes > Self.most { try flush() }
  }

  private func copy(_ gathered: Gathered) throws {
    var rows = PostgreSQLParameters()
    for row in gathered.rows {
      rows.write(Int16(row.count))
      for value in row { rows.writeWithLength(value) }
    }
    // The server takes no bulk behind its walls between authorities; whose each row is was looked at
    // when it was gathered.
    if scope != nil { try connection.run("SET LOCAL ROLE NONE") }
    try connection.copy(
      rows.bytes, with: "COPY \"\(gathered.table.name)\" FROM STDIN (FORMAT binary)")
    if scope != nil { try connection.run("SET LOCAL ROLE \(PostgreSQLEngine.part)") }
  }

  private func rows(of answer: PostgreSQLAnswer, _ row: (Row) throws -> Void) throws {
    let reader = Row(columns: answer)
    while answer.row < answer.rows {
      try row(reader)
      answer.row += 1
    }
  }

  private func parameters(_ sql: SQL) -> PostgreSQLParameters {
    PostgreSQLParameters(sql.values, turns: sql.turns)
  }
}

extension Table {
  fileprivate var inserting: String {
    let marks = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return "INSERT INTO \"\(name)\" VALUES (\(marks))"
  }
}

extension SQL {
  /// The statement as the server reads it: what is asked for each of several values in turn is asked
  /// there for any of them at once.
  fileprivate var forServer: String {
    guard let turns else { return text }
    let mark = "= $\(turns.place + 1)"
    return text.replacing(mark, with: "= ANY($\(turns.place + 1))", maxReplacements: 1)
  }
}
