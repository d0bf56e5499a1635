import Practice

/// A database of a PostgreSQL server, 15 or newer: read and written by many at once, on one machine
/// or several.
final class PostgreSQLEngine: Engine {
  private let pool: PostgreSQLPool
  private let isReadOnly: Bool
  private let order: [String: Int]

  /// The part as which Kith reads and writes one authority's records: it owns nothing, and sees no
  /// other authority's rows whatever it asks.
  static let part = "kith_app"

  /// Opens the database, or makes it where the server has none of that name.
  /// - Parameter makes: false where a database that is not there is refused.
  /// - Throws: `StoreRefusal`.
  init(_ location: String, schema: Schema, makes: Bool, readOnly: Bool = false) throws {
    let address = try PostgreSQLAddress(location)
    do {
      let first = try Self.first(address, makes: makes)
      guard first.version >= 150_000 else {
        throw StoreRefusal.unfit(
          address.shown, "It is PostgreSQL \(first.version / 10_000); Kith needs 15 or newer.")
      }
      guard first.setting("server_encoding") == "UTF8" else {
        throw StoreRefusal.unfit(
          address.shown,
          "Its database keeps texts as \(first.setting("server_encoding")); Kith needs UTF8.")
      }
    } catch {
      throw StoreRefusal.translated(fromServer: error)
    }
    let tables = [Book.authority, Book.telling] + schema.tables
    order = Dictionary(uniqueKeysWithValues: tables.enumerated().map { ($1.name, $0) })
    isReadOnly = readOnly
    // About two connections for each processor serve the most; few of them keep waits short.
    pool = PostgreSQLPool(address, most: 8)
  }

  private static func first(
    _ address: PostgreSQLAddress, makes: Bool
  ) throws -> PostgreSQLConnection {
    do {
      return try PostgreSQLConnection(address)
    } catch StoreRefusal.unreachable(let place, let why) {
      guard why.contains("\"\(address.database)\" does not exist"), why.contains("database") else {
        throw StoreRefusal.unreachable(place, why)
      }
      guard makes else { throw StoreRefusal.notAStore(address.shown) }
      let server = try PostgreSQLConnection(address.with(database: "postgres"))
      let name = address.database.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      do {
        try server.run(
          "CREATE DATABASE \"\(name)\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
      } catch let failure as PostgreSQLFailure where ["42P04", "23505"].contains(failure.code) {
        // Somebody else has just made it.
      }
      return try PostgreSQLConnection(address)
    }
  }

  func read<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T {
    let begin = Self.begin("ISOLATION LEVEL REPEATABLE READ, READ ONLY", authority)
    return try await transaction(begin, authority, body)
  }

  func write<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T {
    guard !isReadOnly else { throw StoreRefusal.readOnly }
    return try await transaction(Self.begin("READ WRITE", authority), authority, body)
  }

  private static func begin(_ how: String, _ authority: Int?) -> String {
    guard let authority else { return "BEGIN \(how)" }
    return "BEGIN \(how); SET LOCAL ROLE \(part); SET LOCAL kith.authority = '\(authority)'"
  }

  private func transaction<T: Sendable>(
    _ begin: String, _ authority: Int?,
    _ body: @escaping @Sendable (any Session) throws -> T
  ) async throws -> T {
    let order = order
    let whole: @Sendable (PostgreSQLConnection) throws -> T = { connection in
      do {
        try connection.run(begin)
      } catch {
        throw NotBegun(cause: error)
      }
      let session = PostgreSQLSession(connection, order: order, scope: authority)
      let value: T
      do {
        value = try body(session)
        try session.flush()
      } catch {
        if connection.isWhole { try? connection.run("ROLLBACK") }
        throw error
      }
      do {
        try connection.run("COMMIT")
      } catch let failure as PostgreSQLFailure where failure.isGone {
        // It may have been kept just before the server went: the same telling again is kept once.
        throw StoreRefusal.unsure
      }
      return value
    }
    do {
      do {
        return try await pool.use(whole)
      } catch is NotBegun {
        // The server had ended a connection that lay idle: nothing was asked of it yet.
        return try await pool.use(whole)
      }
    } catch let failure as NotBegun {
      throw StoreRefusal.translated(fromServer: failure.cause)
    } catch {
      throw StoreRefusal.translated(fromServer: error)
    }
  }

  private struct NotBegun: Error { let cause: any Error }

  func tables() async throws -> Set<String> {
    Set(
      try await read(for: nil) { session in
        try Reading(session: session).all(
          "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
        ) { $0.text(0) }
      })
  }

  func copy(
    to path: String, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
  ) async throws {
    throw StoreRefusal.failed("A database of a server is not copied as a file.")
  }

  func close() { pool.close() }
}
