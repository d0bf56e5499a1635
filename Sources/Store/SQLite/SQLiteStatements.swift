import GRDB
import GRDBSQLite

/// The statements of one connection, each prepared once and kept. One task at a time uses it.
final class SQLiteStatements {
  let connection: OpaquePointer
  /// Where a session lays the values of a statement while it runs.
  let desk = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
  private var known: [String: OpaquePointer] = [:]
  /// Lists of parameters differ in length; beyond so many texts all are prepared anew.
  private static let most = 500

  init(of connection: OpaquePointer) { self.connection = connection }

  deinit {
    finalize()
    desk.deallocate()
  }

  func prepared(_ text: String) throws -> OpaquePointer {
    if let statement = known[text] {
      // Asked again while its own answer is still being read, it could not start over.
      guard sqlite3_stmt_busy(statement) == 0 else { throw failure("asked twice at once: \(text)") }
      return statement
    }
    if known.count >= Self.most, known.values.allSatisfy({ sqlite3_stmt_busy($0) == 0 }) {
      finalize()
    }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(text) }
    known[text] = statement
    return statement
  }

  /// Lets go of every statement, as a connection asks before it is closed.
  func finalize() {
    for statement in known.values { sqlite3_finalize(statement) }
    known = [:]
  }

  /// The engine's last error on this connection.
  func failure(_ about: String) -> any Error {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)), sql: about)
  }
}
