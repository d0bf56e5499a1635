import Practice

/// A database of a PostgreSQL server, 15 or newer: read and written by many at once, on one machine
/// or several.
final class PostgreSQLEngine: Engine {
  private let pool: PostgreSQLPool
  private let glimpse: PostgreSQLGlimpse
  private let isReadOnly: Bool
  /// The address as it may be shown.
  private let place: String
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
    place = address.shown
    // About two connections for each processor serve the most; few of them keep waits short.
    let pool = PostgreSQLPool(address, most: 8)
    self.pool = pool
    let news = schema.newsQuestion
    glimpse = PostgreSQLGlimpse { authority in
      let ask: @Sendable (PostgreSQLConnection) throws -> Glimpse = { connection in
        try Self.stand(connection, for: authority)
        let sql: SQL = """
          SELECT max(seq), (\(news(authority))) FROM telling WHERE authority = \(authority)
          """
        let answer = try connection.ask(sql.text, PostgreSQLParameters(sql.values, turns: nil))
        func number(_ place: Int) -> Int { answer.isNull(place) ? 0 : Int(answer.integer(place)) }
        return Glimpse(telling: number(0), news: number(1))
      }
      do {
        do {
          return try await pool.use(ask)
        } catch let failure as PostgreSQLFailure where failure.isGone {
          return try await pool.use(ask)
        }
      } catch {
        throw StoreRefusal.translated(fromServer: error)
      }
    }
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
    let opening = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    return try await transaction(opening, authority) { session in
      let value = try body(session)
      session.leave()
      return value
    }
  }

  func write<T: Sendable>(
    for authority: Int?, _ body: @escaping @Sendable (any Session) throws -> T,
    kept: @escaping @Sendable (T) -> Void
  ) async throws -> T {
    guard !isReadOnly else { throw StoreRefusal.readOnly }
    return try await transaction("BEGIN", authority) { session in
      let value = try body(session)
      do {
        try session.commit()
      } catch let failure as PostgreSQLFailure where failure.isGone && session.isCommitting {
        // It may have been kept just before the server went: the same telling again is kept once.
        throw StoreRefusal.unsure
      }
      kept(value)
      return value
    }
  }

  private func transaction<T: Sendable>(
    _ opening: String, _ authority: Int?,
    _ body: @escaping @Sendable (PostgreSQLSession) throws -> T
  ) async throws -> T {
    let order = order
    let whole: @Sendable (PostgreSQLConnection) throws -> T = { connection in
      let session = PostgreSQLSession(
        connection, order: order, scope: authority, opening: opening)
      do {
        try Self.stand(connection, for: authority)
        return try body(session)
      } catch {
        connection.abandon()
        if !session.hasBegun, (error as? PostgreSQLFailure)?.isGone == true {
          throw NotBegun(cause: error)
        }
        throw error
      }
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

  /// Lets the connection see the rows of one authority alone, or all of them.
  private static func stand(_ connection: PostgreSQLConnection, for authority: Int?) throws {
    guard connection.scope != .some(authority) else { return }
    connection.scope = nil
    // Plans were made for what could be seen, and how, until now.
    try connection.forget()
    if let authority {
      // Whoever waits for a page has gone long before; work on the whole store takes what it takes.
      // A statement that is planned while its table is empty would read all of it for ever after: what
      // a page or an import asks goes by an index.
      try connection.run(
        """
        SET ROLE \(part); SET kith.authority = '\(authority)'; SET statement_timeout = '2min';
        SET enable_seqscan = off
        """)
    } else {
      try connection.run(
        """
        RESET ROLE; RESET kith.authority; SET statement_timeout = 0; SET enable_seqscan = on
        """)
    }
    connection.scope = .some(authority)
  }

  private struct NotBegun: Error { let cause: any Error }

  func barToWriting() async throws -> StoreRefusal? {
    if isReadOnly { return .readOnly }
    // Whoever may see what has nothing to do with it: a connection stays set as it is.
    let ask: @Sendable (PostgreSQLConnection) throws -> Bool = { connection in
      let answer = try connection.ask(
        """
        SELECT pg_is_in_recovery()
          OR current_setting('default_transaction_read_only') = 'on'
        """, PostgreSQLParameters())
      return answer.flag(0)
    }
    do {
      do {
        return try await pool.use(ask) ? .barred(place, .server) : nil
      } catch let failure as PostgreSQLFailure where failure.isGone {
        return try await pool.use(ask) ? .barred(place, .server) : nil
      }
    } catch {
      throw StoreRefusal.translated(fromServer: error)
    }
  }

  func tables() async throws -> Set<String> {
    Set(
      try await read(for: nil) { session in
        try Reading(session: session).all(
          "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
        ) { $0.text(0) }
      })
  }

  func glimpse(of authority: Int) async throws -> Glimpse? {
    try await glimpse.glimpse(of: authority)
  }

  var age: Int { pool.age }
  var isFar: Bool { true }

  func close() { pool.close() }
}
