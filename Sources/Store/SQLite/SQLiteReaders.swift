import Foundation
import GRDB
import GRDBSQLite

/// Connections that only read, lent to one reading at a time. A reading is taken on the thread that
/// asks and sees one moment of the file; the library's own pool costs as much again as a page asks.
final class SQLiteReaders: @unchecked Sendable {
  private let path: String
  /// The file as it was, where nobody writes to it.
  private let resting: RestingFile?
  private let most: Int
  private let isForChecks: Bool
  private let turn = NSCondition()
  private var free: [SQLiteStatements] = []
  private var lent = 0
  private var isClosed = false

  /// - Parameters:
  ///   - most: readings at once; further ones wait for their turn.
  ///   - isResting: nobody writes to the file, so that nothing is looked for or made beside it.
  ///   - isForChecks: each connection is given little memory.
  init(path: String, most: Int, isResting: Bool = false, isForChecks: Bool = false) {
    self.path = path
    self.isForChecks = isForChecks
    self.most = most
    resting = isResting ? RestingFile(path) : nil
  }

  func read<T>(_ body: (any Session) throws -> T) throws -> T {
    try resting?.rests()
    let statements = try take()
    defer { give(statements) }
    let begin = try statements.prepared("BEGIN DEFERRED")
    try step(begin, statements)
    defer { if let end = try? statements.prepared("COMMIT") { try? step(end, statements) } }
    let value = try body(SQLiteSession(statements))
    try resting?.rests()
    return value
  }

  /// Waits for readings to end, then lets go of the connections.
  func close() {
    turn.lock()
    isClosed = true
    while lent > 0 { turn.wait() }
    for statements in free {
      statements.finalize()
      sqlite3_close_v2(statements.connection)
    }
    free = []
    turn.unlock()
  }

  private func take() throws -> SQLiteStatements {
    turn.lock()
    defer { turn.unlock() }
    while free.isEmpty, lent >= most { turn.wait() }
    guard !isClosed else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the store is closed")
    }
    let statements = try free.popLast() ?? open()
    lent += 1
    return statements
  }

  private func give(_ statements: SQLiteStatements) {
    turn.lock()
    lent -= 1
    free.append(statements)
    turn.broadcast()
    turn.unlock()
  }

  private func open() throws -> SQLiteStatements {
    var opened: OpaquePointer?
    var flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    var name = path
    if resting != nil {
      flags |= SQLITE_OPEN_URI
      name = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    }
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard let opened else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
    let statements = SQLiteStatements(of: opened)
    guard code == SQLITE_OK else {
      defer { sqlite3_close_v2(opened) }
      throw statements.failure(path)
    }
    sqlite3_busy_timeout(opened, 30_000)
    // A check goes through everything once, by several connections: what it passed is not needed again.
    let pragmas = SQLiteEngine.readerPragmas + (isForChecks ? ["PRAGMA cache_size = -24000"] : [])
    for pragma in pragmas {
      guard sqlite3_exec(opened, pragma, nil, nil, nil) == SQLITE_OK else {
        defer { sqlite3_close_v2(opened) }
        throw statements.failure(pragma)
      }
    }
    return statements
  }

  private func step(_ statement: OpaquePointer, _ statements: SQLiteStatements) throws {
    defer { sqlite3_reset(statement) }
    guard sqlite3_step(statement) == SQLITE_DONE else { throw statements.failure("BEGIN, COMMIT") }
  }
}
