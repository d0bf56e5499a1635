/// What a database has to offer to be a store. Nothing above this folder knows which one it is.
protocol Engine: Sendable {
  /// The facts as they stood at one moment, however long the reading takes.
  func read<T: Sendable>(_ body: @Sendable (any Session) throws -> T) async throws -> T
  /// All of it or nothing, durable when it returns; writers wait for each other.
  func write<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T
  /// The statements that make `table`, its indexes and the guards of its nature.
  func creating(_ table: Table) -> [String]
  func adding(_ column: Column, to table: String) -> [String]
  /// What is wrong by the engine's own check of its files, of each reference between tables, and of
  /// the guards and indexes that `tables` ask for.
  func findings(_ tables: [Table]) async -> [String]
  /// Before `tables` are filled from another store: what is made quicker at the end may be put off.
  func putOff(_ tables: [Table]) throws
  /// After they were filled: what was put off is made and looked at now.
  func settle(_ tables: [Table]) throws
  func tables() async throws -> Set<String>
  func close() throws
}

/// One connection inside a `read` or `write`.
protocol Session: AnyObject {
  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// Runs a statement that answers no rows; how many rows it touched.
  func run(_ sql: SQL) throws -> Int
  /// A row of `table`, all columns in order.
  func insert(_ table: Table, _ values: [Bound]) throws
  /// Many rows at once, in the way that is quickest for the engine.
  func insert(_ table: Table, rows: [[Bound]]) throws
}

extension Engine {
  func putOff(_ tables: [Table]) throws {}
  func settle(_ tables: [Table]) throws {}
}

extension Session {
  func insert(_ table: Table, rows: [[Bound]]) throws {
    for row in rows { try insert(table, row) }
  }
}
