import Foundation
import GRDB
import Practice

/// One file, read by many and written by one at a time (write-ahead log, durable at each commit).
final class SQLiteEngine: Engine {
  /// Nil where the file is only read.
  private let pool: (any DatabaseWriter)?
  private let path: String
  private let readers: SQLiteReaders
  private let writing: SQLiteWriting

  /// No mapping of the file into memory: a disk that fails would end the whole server, not one page.
  static let readerPragmas = [
    "PRAGMA query_only = ON", "PRAGMA cache_size = -64000", "PRAGMA trusted_schema = OFF",
  ]

  /// - Throws: `StoreRefusal` where the file is no store or cannot be opened.
  init(path: String, readers: Int = 5) throws {
    self.path = path
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 2
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -32000")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    // Asked first: opening and closing it would bring its log into the file, where that may be written.
    if let bar = Rights.bar(to: path, writing: true) { throw bar }
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      self.pool = pool
      // The pool leaves its writer at NORMAL, under which a power cut may lose what was acknowledged.
      writing = try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // So that replacing a row is refused as deleting it is: it would fire no guard otherwise. A
        // guard before each insert would hold for other programs too, and look every row up twice.
        try db.execute(sql: "PRAGMA recursive_triggers = ON")
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

  /// Opens the file for reading alone.
  /// - Parameter isResting: nobody writes to it, and nothing is made beside it.
  init(reading path: String, isResting: Bool) throws {
    pool = nil
    self.path = path
    writing = SQLiteWriting(statements: nil)
    readers = SQLiteReaders(path: path, most: 3, isResting: isResting, isForChecks: true)
    do {
      try readers.read { _ = try Reading(session: $0).count("SELECT count(*) FROM sqlite_master") }
    } catch {
      throw StoreRefusal(opening: path, error)
    }
  }

  /// Fills a file through one connection, without a log beside it.
  init(queue: DatabaseQueue, path: String) throws {
    pool = queue
    self.path = path
    readers = SQLiteReaders(path: path, most: 1)
    do {
      writing = try queue.writeWithoutTransaction { db in
        for pragma in [
          "journal_mode = OFF", "synchronous = OFF", "cache_size = -60000", "threads = 2",
        ] {
          try db.execute(sql: "PRAGMA \(pragma)")
        }
        return SQLiteWriting(statements: db.sqliteConnection.map { SQLiteStatements(of: $0) })
      }
    } catch {
      throw StoreRefusal(opening: path, error)
    }
  }

  /// On the calling thread.
  func readNow<T>(_ body: (any Session) throws -> T) throws -> T { try readers.read(body) }

  func read<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T {
    // Taken on the calling thread: a page's reading is shorter than a hop to another one.
    do {
      return try readers.read(body)
    } catch {
      throw StoreRefusal.translated(error)
    }
  }

  func write<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T,
    kept: @escaping @Sendable (T) -> Void
  ) async throws -> T {
    guard let pool else { throw StoreRefusal.readOnly }
    do {
      let writing = writing
      return try await pool.writeWithoutTransaction { db in
        guard let statements = writing.statements else {
          throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the store is closed")
        }
        var value: T?
        try db.inTransaction(.immediate) {
          let session = SQLiteSession(statements)
          value = try body(session)
          try session.writeWords()
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        // On this thread, before anything else gets a turn: readers see it already.
        kept(value)
        return value
      }
    } catch {
      // A disk that lets nobody write any more is told by the engine as an error like any other.
      if [.SQLITE_IOERR, .SQLITE_CANTOPEN].contains((error as? DatabaseError)?.resultCode),
        Rights.bar(to: path, writing: true) != nil
      {
        throw StoreRefusal.readOnly
      }
      throw StoreRefusal.translated(error)
    }
  }

  func barToWriting() async -> StoreRefusal? {
    pool == nil ? .readOnly : Rights.bar(to: path, writing: true)
  }

  /// Tables, indexes and guards that are not there as the schema asks for them.
  func lacking(_ tables: [Table], _ reading: Reading) throws -> [String] {
    var there: [String: String] = [:]
    try reading.each("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL") {
      there[$0.text(0)] = $0.text(1)
    }
    var findings: [String] = []
    for table in tables {
      for statement in creating(table) {
        // A table that was given columns later reads otherwise than one made with them.
        let name = statement.utf8.split(separator: UInt8(ascii: "\"")).dropFirst().first
          .map { String(decoding: $0, as: UTF8.self) }
        guard let name else { continue }
        if let found = there[name] {
          if name == table.name || found == statement { continue }
          findings.append("\(name) is not what it was made as.")
        } else {
          findings.append("\(name) is missing: it holds or guards what was told.")
        }
      }
    }
    return findings
  }

  func tables() async throws -> Set<String> {
    Set(
      try await read(for: nil) { session in
        try Reading(session: session).all("SELECT name FROM sqlite_master WHERE type = 'table'") {
          $0.text(0)
        }
      })
  }

  func close() throws {
    readers.close()
    guard let pool else { return }
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
