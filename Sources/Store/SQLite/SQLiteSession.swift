import GRDB
import GRDBSQLite
import Practice

/// A connection of the file while it is being read or written.
final class SQLiteSession: Session {
  private let db: Database
  private var inserts: [String: Statement] = [:]
  /// Where the values of a statement lie while it runs, so that the engine need not copy each.
  private let desk = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
  private var laid = 0

  init(_ db: Database) { self.db = db }

  deinit { desk.deallocate() }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    let statement = try db.cachedStatement(sql: sql.text)
    let handle = statement.sqliteStatement
    sqlite3_reset(handle)
    try bind(sql.values, to: handle, lasting: true)
    defer { sqlite3_reset(handle) }
    let answer = Row(columns: SQLiteColumns(handle))
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try row(answer)
      case SQLITE_DONE: return
      default: throw failure(sql.text)
      }
    }
  }

  func run(_ sql: SQL) throws -> Int {
    let statement = try db.cachedStatement(sql: sql.text)
    try step(statement.sqliteStatement, sql.values, sql.text)
    return db.changesCount
  }

  func insert(_ table: Table, _ values: [Bound]) throws {
    let statement: Statement
    if let known = inserts[table.name] {
      statement = known
    } else {
      let marks = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      statement = try db.makeStatement(sql: "INSERT INTO \"\(table.name)\" VALUES (\(marks))")
      inserts[table.name] = statement
    }
    try step(statement.sqliteStatement, values, table.name)
  }

  private func step(_ handle: OpaquePointer, _ values: [Bound], _ about: String) throws {
    sqlite3_reset(handle)
    try bind(values, to: handle, lasting: false)
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    guard sqlite3_step(handle) == SQLITE_DONE else { throw failure(about) }
  }

  /// Binds the values in their order.
  /// - Parameter lasting: the engine copies them, because other statements run before this one ends.
  private func bind(_ values: [Bound], to handle: OpaquePointer, lasting: Bool) throws {
    laid = 0
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
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
      guard code == SQLITE_OK else { throw failure("parameter \(place)") }
    }
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

  private func failure(_ about: String) -> any Error {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: db.lastErrorMessage, sql: about)
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
