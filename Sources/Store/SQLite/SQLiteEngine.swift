import Foundation
import GRDB
import Practice

/// One file, read by many and written by one at a time (write-ahead log, durable at each commit).
final class SQLiteEngine: Engine {
  private let pool: DatabasePool
  private let readers: SQLiteReaders
  private let writing: SQLiteWriting

  /// No mapping of the file into memory: a disk that fails would end the whole server, not one page.
  static let readerPragmas = [
    "PRAGMA query_only = ON", "PRAGMA cache_size = -32000", "PRAGMA trusted_schema = OFF",
  ]

  /// - Throws: `StoreRefusal` where the file is no store or cannot be opened.
  init(path: String, readers: Int = 5) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 2
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -32000")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      // The pool leaves its writer at NORMAL, under which a power cut may lose what was acknowledged.
      writing = try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // Room for an import's indexes while it is written; a server that writes little uses little.
        try db.execute(sql: "PRAGMA cache_size = -160000")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
        return SQLiteWriting(statements: db.sqliteConnection.map { SQLiteStatements(of: $0) })
      }
      self.readers = SQLiteReaders(path: path, most: readers)
    } catch {
      throw StoreRefusal(opening: path, error)
    }
  }

  func read<T: Sendable>(_ body: @Sendable (any Session) throws -> T) async throws -> T {
    // Taken on the calling thread: a page's reading is shorter than a hop to another one.
    do {
      return try readers.read(body)
    } catch {
      throw StoreRefusal.translated(error)
    }
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T {
    do {
      let writing = writing
      return try await pool.write { db in
        guard let statements = writing.statements else {
          throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the store is closed")
        }
        return try body(SQLiteSession(statements))
      }
    } catch {
      throw StoreRefusal.translated(error)
    }
  }

  func findings() async throws -> [String] {
    try await pool.read { db in
      var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check")
        .filter { $0 != "ok" }.map { "The file is damaged: \($0)" }
      let broken = try GRDB.Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
      while let row = try broken.next() {
        let (table, parent): (String, String) = (row[0], row[2])
        findings.append("A row of \(table) refers to a row of \(parent) that is not there.")
      }
      return findings
    }
  }

  func copy(
    to path: String, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
  ) async throws {
    do {
      let target = try DatabaseQueue(path: path)
      try pool.backup(to: target, pagesPerStep: 2000) { step in
        progress(step.completedPageCount, step.totalPageCount)
      }
      try target.close()
    } catch {
      throw StoreRefusal.translated(error)
    }
  }

  func tables() async throws -> Set<String> {
    try await pool.read { db in
      Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
    }
  }

  func close() throws {
    readers.close()
    pool.writeWithoutTransaction { _ in
      writing.statements?.finalize()
      writing.statements = nil
    }
    try pool.close()
  }
}

/// The statements of the connection that writes; touched on the library's writing queue alone.
private final class SQLiteWriting: @unchecked Sendable {
  var statements: SQLiteStatements?

  init(statements: SQLiteStatements?) { self.statements = statements }
}
