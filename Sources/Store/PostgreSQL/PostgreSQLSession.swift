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
  let scope: Int?
  /// What begins the transaction, until it is sent with the first question.
  private var opening: String?
  private var gathered: [String: Gathered] = [:]
  private var bytes = 0
  private var cursors = 0
  /// True while the transaction stands as the tables' owner, because rows are sent in bulk; it is the
  /// part again before anything is asked.
  private var isOwner = false
  /// Statements that make what is put off while a store is filled.
  var waiting: [String] = []
  /// Rows of each table that this transaction has sent, and from how many on it is looked at anew.
  private var sent: [String: (rows: Int, next: Int)] = [:]

  /// Rows of one table that wait to be sent.
  private struct Gathered {
    let table: Table
    let unlessThere: Bool
    var rows: [[Bound]] = []
  }

  /// From so many rows of a table on they are sent in bulk; so many bytes wait at most.
  private static let many = 12
  private static let most = 8 << 20

  /// - Parameter opening: what begins the transaction; it is sent with the first question.
  init(
    _ connection: PostgreSQLConnection, order: [String: Int], scope: Int?, opening: String
  ) {
    self.connection = connection
    self.order = order
    self.scope = scope
    self.opening = opening
  }

  /// True once the server may have kept something.
  private(set) var isCommitting = false
  /// True once the server has taken the beginning.
  var hasBegun: Bool { opening == nil }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try flush(before: sql)
    try eachOfBefore(sql, row)
  }

  /// Nothing that has been gathered needs to be sent first.
  func eachOfBefore(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    if let turns = sql.turns, turns.values.isEmpty { return }
    try rows(of: try ask([(sql.forServer, parameters(sql))])[0], row)
  }

  func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    if let turns = sql.turns, turns.values.isEmpty { return }
    try flush()
    cursors += 1
    let name = "kith_\(cursors)"
    _ = try ask([("DECLARE \(name) NO SCROLL CURSOR FOR \(sql.forServer)", parameters(sql))])
    while true {
      let answer = try connection.ask("FETCH 4000 FROM \(name)", PostgreSQLParameters())
      try rows(of: answer, row)
      if answer.rows < 4000 { break }
    }
    try connection.run("CLOSE \(name)")
  }

  func run(_ sql: SQL) throws -> Int {
    try flush()
    return try ask([(sql.forServer, parameters(sql))])[0].touched
  }

  func insert(_ table: Table, _ values: [Bound]) throws {
    try gather(table, values, unlessThere: false)
    guard let row = SearchedRow(table, values) else { return }
    try gather(PostgreSQLWords.table(of: table), PostgreSQLWords.row(row), unlessThere: false)
  }

  func insertUnlessThere(_ table: Table, _ values: [Bound]) throws {
    try gather(table, values, unlessThere: true)
  }

  /// Tellings become visible in the order of their numbers, because the turn lasts to the end of the
  /// transaction.
  func takeTurn(authority: Int, asking sql: SQL, _ row: (Row) throws -> Void) throws {
    let turn: SQL = "SELECT pg_advisory_xact_lock(7531, (\(authority))::integer)"
    try flush()
    try rows(of: try ask([turn, sql].map { ($0.forServer, parameters($0)) })[1], row)
  }

  /// Sends what is left, and ends the transaction as kept; both in one turn of the wire.
  func commit() throws {
    guard opening == nil || !gathered.isEmpty else { return }
    let few = try gatheredFew()
    try connection.settle()
    isCommitting = true
    let answers = try ask(few + [("COMMIT", PostgreSQLParameters())])
    guard answers.last?.command == "COMMIT" else {
      throw StoreRefusal.failed("The server ended the transaction without keeping it.")
    }
  }

  /// Ends a transaction that has only read.
  func leave() {
    if opening == nil { connection.runWithoutWaiting("COMMIT") }
  }

  private func ask(
    _ statements: [(text: String, parameters: PostgreSQLParameters)]
  ) throws -> [PostgreSQLAnswer] {
    if opening == nil, !isOwner { return try connection.ask(each: statements) }
    let first = [opening, isOwner ? "SET LOCAL ROLE \(PostgreSQLEngine.part)" : nil]
      .compactMap { $0 }.map { ($0, PostgreSQLParameters()) }
    let answers = try connection.ask(each: first + statements)
    (opening, isOwner) = (nil, false)
    return Array(answers.dropFirst(first.count))
  }

  /// Sends what has been gathered, where a statement could ask for any of it.
  private func flush(before sql: SQL) throws {
    if gathered.values.contains(where: { sql.mentions($0.table.name) }) { try flush() }
  }

  /// Sends what has been gathered.
  private func flush() throws {
    let few = try gatheredFew()
    if !few.isEmpty { _ = try ask(few) }
  }

  /// Sends what has been gathered, tables that others refer to first, but for the last few rows, which
  /// are given back to be sent with what comes next.
  private func gatheredFew() throws -> [(text: String, parameters: PostgreSQLParameters)] {
    guard !gathered.isEmpty else { return [] }
    let tables = gathered.values.sorted {
      (order[$0.table.name] ?? .max) < (order[$1.table.name] ?? .max)
    }
    gathered = [:]
    bytes = 0
    var few: [(text: String, parameters: PostgreSQLParameters)] = []
    var many: [PostgreSQLCopy] = []
    var due: [String] = []
    for one in tables {
      let isDue = isDue(one)
      if one.unlessThere || one.rows.count < Self.many {
        let text = one.table.inserting + (one.unlessThere ? " ON CONFLICT DO NOTHING" : "")
        for row in one.rows { few.append((text, PostgreSQLParameters(row, of: one.table))) }
        if isDue { due.append(one.table.name) }
        continue
      }
      if !few.isEmpty {
        try copy(many)
        _ = try ask(few)
        (few, many) = ([], [])
      }
      many.append(PostgreSQLCopy(table: one.table.name, rows: one.rows, counts: isDue))
    }
    try copy(many)
    if !due.isEmpty {
      _ = try ask(few)
      few = []
      try copy(due.map { PostgreSQLCopy(table: $0, rows: [], counts: true) })
    }
    return few
  }

  /// True where a table has grown so much in this transaction that what the server believes of it no
  /// longer holds: 500 rows, 5,000, and so on.
  private func isDue(_ gathered: Gathered) -> Bool {
    guard waiting.isEmpty else { return false }
    var (rows, next) = sent[gathered.table.name] ?? (0, 500)
    rows += gathered.rows.count
    let isDue = rows >= next
    while next <= rows { next *= 10 }
    sent[gathered.table.name] = (rows, next)
    return isDue
  }

  /// The server takes no bulk behind its walls between authorities, and lets nobody but a table's owner
  /// have it counted; whose each row is was looked at when it was gathered.
  private func copy(_ tables: [PostgreSQLCopy]) throws {
    guard !tables.isEmpty else { return }
    if opening != nil { _ = try ask([]) }
    if scope != nil, !isOwner {
      try connection.run("SET LOCAL ROLE NONE")
      isOwner = true
    }
    try connection.copy(tables)
  }

  private func gather(_ table: Table, _ values: [Bound], unlessThere: Bool) throws {
    if let scope, values.first != .integer(Int64(scope)) {
      throw StoreRefusal.againstTheRules("a row of \(table.name) belongs to another authority")
    }
    let name = unlessThere ? table.name + " unless there" : table.name
    gathered[name, default: Gathered(table: table, unlessThere: unlessThere)].rows.append(values)
    bytes += values.reduce(0) { $0 + $1.weight }
    if bytes > Self.most { try flush() }
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
  /// True where the name stands anywhere in the statement; what it asks of a table it asks by its name.
  fileprivate func mentions(_ name: String) -> Bool {
    let (text, name) = (Array(text.utf8), Array(name.utf8))
    guard text.count >= name.count else { return false }
    return (0...(text.count - name.count)).contains { start in
      text[start] == name[0] && text[start..<(start + name.count)].elementsEqual(name)
    }
  }

  /// The statement as the server reads it: what is asked for each of several values in turn is asked
  /// there for any of them at once.
  fileprivate var forServer: String {
    guard let turns else { return text }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: turns.mark)
    return "\(text[..<start])ANY($\(turns.place + 1))\(text[start...].dropFirst(turns.length))"
  }
}
