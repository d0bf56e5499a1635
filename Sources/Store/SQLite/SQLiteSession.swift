import GRDBSQLite
import Practice

/// A connection of the file while it is being read or written.
final class SQLiteSession: Session {
  private let statements: SQLiteStatements
  private var inserts: [String: String] = [:]
  /// Where the values of a statement lie while it runs, so that the engine need not copy each.
  private var desk: UnsafeMutableRawBufferPointer { statements.desk }
  private var laid = 0
  /// Statements that make what is put off while a store is filled.
  var waiting: [String] = []
  /// Words that are written when the transaction ends, or when they are asked for.
  var words = WaitingWords()

  init(_ statements: SQLiteStatements) { self.statements = statements }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    let handle = try statements.prepared(sql.text)
    try bind(sql.values, to: handle, lasting: true)
    defer { sqlite3_reset(handle) }
    guard let turns = sql.turns else { return try rows(of: handle, sql, row) }
    for value in turns.values {
      sqlite3_reset(handle)
      try bind(value, at: turns.place, to: handle, lasting: true)
      try rows(of: handle, sql, row)
    }
  }

  /// This engine hands over each row as it finds it.
  func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws { try each(sql, row) }

  func eachOfBefore(_ sql: SQL, _ row: (Row) throws -> Void) throws { try each(sql, row) }

  /// Whoever writes to a file writes alone.
  func takeTurn(authority: Int, asking sql: SQL, _ row: (Row) throws -> Void) throws {
    try each(sql, row)
  }

  private func rows(of handle: OpaquePointer, _ sql: SQL, _ row: (Row) throws -> Void) throws {
    let answer = Row(columns: SQLiteColumns(handle))
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try row(answer)
      case SQLITE_DONE: return
      default: throw statements.failure(sql.text)
      }
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try step(try statements.prepared(sql.text), sql.values, sql.text)
    return Int(sqlite3_changes(statements.connection))
  }

  func insert(_ table: Table, _ values: [Bound]) throws {
    try step(try statements.prepared(inserting(table)), values, table.name)
    if let row = SearchedRow(table, values) { try keep(row, of: table) }
  }

  /// A row of what the engine keeps for itself.
  func put(_ text: String, _ values: [Bound]) throws {
    try step(try statements.prepared(text), values, text)
  }

  func insertUnlessThere(_ table: Table, _ values: [Bound]) throws {
    let text = inserting(table) + " ON CONFLICT DO NOTHING"
    try step(try statements.prepared(text), values, table.name)
  }

  private func inserting(_ table: Table) -> String {
    if let known = inserts[table.name] { return known }
    let marks = table.columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let text = "INSERT INTO \"\(table.name)\" VALUES (\(marks))"
    inserts[table.name] = text
    return text
  }

  private func step(_ handle: OpaquePointer, _ values: [Bound], _ about: String) throws {
    try bind(values, to: handle, lasting: false)
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    guard sqlite3_step(handle) == SQLITE_DONE else { throw statements.failure(about) }
  }

  /// Binds the values in their order.
  /// - Parameter lasting: the engine copies them, because other statements run before this one ends.
  private func bind(_ values: [Bound], to handle: OpaquePointer, lasting: Bool) throws {
    laid = 0
    for (place, value) in values.enumerated() {
      try bind(value, at: place, to: handle, lasting: lasting)
    }
  }

  private func bind(
    _ value: Bound, at place: Int, to handle: OpaquePointer, lasting: Bool
  ) throws {
    let place = Int32(place + 1)
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, place)
    case .integer(let number): code = sqlite3_bind_int64(handle, place, number)
    case .real(let real): code = sqlite3_bind_double(handle, place, real)
    case .day(let day): code = sqlite3_bind_int64(handle, place, Int64(day.number))
    case .instant(let instant): code = sqlite3_bind_int64(handle, place, instant.microseconds)
    case .flag(let flag): code = sqlite3_bind_int64(handle, place, flag ? 1 : 0)
    case .text(var text):
      code = text.withUTF8 { utf8 in
        let laid = lasting ? nil : lay(UnsafeRawBufferPointer(utf8))
        let start = laid ?? UnsafeRawPointer(utf8.baseAddress) ?? emptyBytes
        return sqlite3_bind_text(
          handle, place, start.assumingMemoryBound(to: CChar.self), Int32(utf8.count),
          laid == nil ? transient : nil)
      }
    case .bytes(let bytes):
      code = bytes.withUnsafeBytes {
        sqlite3_bind_blob(handle, place, $0.baseAddress ?? emptyBytes, Int32($0.count), transient)
      }
    case .id(let high, let low):
      code = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
        let laid = lasting ? nil : lay(bytes)
        return sqlite3_bind_blob(
          handle, place, laid ?? bytes.baseAddress, 16, laid == nil ? transient : nil)
      }
    }
    guard code == SQLITE_OK else { throw statements.failure("parameter \(place)") }
  }

  /// Puts bytes on the desk; nil where there is no room left, or nothing to put.
  private func lay(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    guard let from = bytes.baseAddress, !bytes.isEmpty, laid + bytes.count <= desk.count,
      let base = desk.baseAddress
    else { return nil }
    let start = base + laid
    start.copyMemory(from: from, byteCount: bytes.count)
    laid += bytes.count
    return UnsafeRawPointer(start)
  }
}

/// The engine copies what is bound with this mark before it returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
nonisolated(unsafe) private let empty: UnsafePointer<CChar> = {
  let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  pointer.initialize(to: 0)
  return UnsafePointer(pointer)
}()
private var emptyBytes: UnsafeRawPointer { UnsafeRawPointer(empty) }

/// Reads the columns of the row on which a statement stands.
private struct SQLiteColumns: Columns {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  var count: Int { Int(sqlite3_column_count(handle)) }
  func isNull(_ place: Int) -> Bool {
    sqlite3_column_type(handle, Int32(place)) == SQLITE_NULL
  }
  func integer(_ place: Int) -> Int64 { sqlite3_column_int64(handle, Int32(place)) }
  func real(_ place: Int) -> Double { sqlite3_column_double(handle, Int32(place)) }
  func text(_ place: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(place)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(place)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
  func withUTF8(_ place: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    let start = sqlite3_column_text(handle, Int32(place))
    body(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(place)))))
  }
  func bytes(_ place: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(place)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(place)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
  func flag(_ place: Int) -> Bool { integer(place) != 0 }
  func day(_ place: Int) -> Day { Day(number: Int32(truncatingIfNeeded: integer(place))) }
  func instant(_ place: Int) -> Instant { Instant(microseconds: integer(place)) }
  func id(_ place: Int) -> (high: UInt64, low: UInt64) {
    guard sqlite3_column_bytes(handle, Int32(place)) == 16,
      let start = sqlite3_column_blob(handle, Int32(place))
    else { return (0, 0) }
    return (
      UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
      UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }
}
