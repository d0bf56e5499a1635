import Practice

/// What a database has to offer to be a store. Nothing above this folder knows which one it is.
protocol Engine: Sendable {
  /// The facts as they stood at one moment, however long the reading takes.
  /// - Parameter authority: the only one whose rows may be seen; nil for work on the whole store.
  func read<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T
  /// All of it or nothing, durable when it returns.
  /// - Parameter kept: is told of what was kept as soon as it is known to be.
  func write<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T,
    kept: @escaping @Sendable (T) -> Void
  ) async throws -> T
  /// Statements that have to run before the first table is made.
  func preparing() -> [String]
  /// The statements that make `table`, its indexes and the guards of its nature.
  func creating(_ table: Table) -> [String]
  func adding(_ column: Column, to table: String) -> [String]
  /// What is wrong by the engine's own check of its files, of each reference between tables, and of
  /// the guards and indexes that `tables` ask for.
  func findings(_ tables: [Table]) async -> [String]
  /// What keeps this account from writing, asked of the system or the server now; nil where nothing does.
  func barToWriting() async throws -> StoreRefusal?
  func tables() async throws -> Set<String>
  /// Where an authority stands at some moment after this is called; nil where it costs less to ask in
  /// the reading that needs it.
  func glimpse(of authority: Int) async throws -> Glimpse?
  /// True where every question is a way to a server, so that two are better asked beside each other.
  var isFar: Bool { get }
  /// Goes up when a connection is found gone: the server may have come back with an earlier record.
  var age: Int { get }
  /// How changes reach the disk, where whoever looks after the store can have set it wrongly.
  func journal() async throws -> String?
  func close() throws
}

/// One connection inside a `read` or `write`.
protocol Session: AnyObject {
  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// As `each`, for answers of any length: never all of one is held at once.
  func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// As `each`, of what was there before this transaction: what it has told itself may be missing.
  func eachOfBefore(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// Runs a statement that answers no rows; how many rows it touched.
  func run(_ sql: SQL) throws -> Int
  /// A row of `table`, all columns in order.
  func insert(_ table: Table, _ values: [Bound]) throws
  /// The same, where the table holds no row with that key yet.
  func insertUnlessThere(_ table: Table, _ values: [Bound]) throws
  /// Waits until nobody else is telling for this authority, which stays so to the transaction's end, and
  /// then asks a question.
  func takeTurn(authority: Int, asking sql: SQL, _ row: (Row) throws -> Void) throws
  /// Many rows at once, in the way that is quickest for the engine.
  func insert(_ table: Table, rows: [[Bound]]) throws
  /// Facts of a searched table in whose texts all of the words stand, the latest day first and after
  /// `before`; whether they still hold is not looked at. The authority's own alone.
  func found(
    _ table: Table, _ asked: WordsAsked, goingOn: Bool, authority: Int, before: FoundFact?,
    most: Int
  ) throws -> [FoundFact]
  /// Before an empty store is filled from another one: what is made quicker at the end is put off.
  func putOff() throws
  /// After that: what was put off is made, and every reference of `tables` looked at, now.
  func settle(_ tables: [Table]) throws
}

extension Engine {
  func write<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T {
    try await write(for: authority, body) { _ in }
  }

  var age: Int { 0 }
  var isFar: Bool { false }
  func journal() async throws -> String? { nil }
  func glimpse(of authority: Int) async throws -> Glimpse? { nil }
}

extension Session {
  func insert(_ table: Table, rows: [[Bound]]) throws {
    for row in rows { try insert(table, row) }
  }
}
