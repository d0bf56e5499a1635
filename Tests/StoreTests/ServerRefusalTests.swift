import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// A server that is not there, or is not fit: said plainly, and nothing is made.
@Suite(.enabled(if: !Ground.isFile)) struct ServerRefusalTests {
  private func opened(_ location: String) async throws {
    let folder = FileManager.default.temporaryDirectory.path
    _ = try await Store.open(
      at: location, keeping: folder, schema: SmallRecord.schema, key: SealKey(bytes: Array(1...32)),
      now: SmallRecord.morning)
  }

  /// The address of the tests' own server with another part in it.
  private func address(_ change: (inout URLComponents) -> Void) throws -> String {
    var address = try #require(URLComponents(string: Ground.server ?? ""))
    change(&address)
    return try #require(address.string)
  }

  private func why(_ location: String) async -> String {
    do {
      try await opened(location)
      return "it was opened"
    } catch {
      return
        "\((error as? StoreRefusal)?.what ?? "\(error)") \((error as? StoreRefusal)?.why ?? "")"
    }
  }

  @Test func aServerThatIsNotThereIsNamedWithoutItsPassword() async throws {
    let said = await why("postgres://kith:s3cret@127.0.0.1:1/kith?connect_timeout=1")
    #expect(said.contains("postgres://kith@127.0.0.1:1/kith"))
    #expect(said.contains("refused"))
    #expect(!said.contains("s3cret"))
  }

  @Test(arguments: ["postgres://[", "mysql://kith@host/kith", "postgres://host/kith?sslmod=full"])
  func anAddressThatCannotBeReadIsRefused(_ location: String) async {
    await #expect(throws: StoreRefusal.self) { try await opened(location) }
  }

  @Test func anUnknownUserIsRefused() async throws {
    let said = await why(try address { $0.user = "nobody-of-this-name" })
    #expect(said.contains("nobody-of-this-name"))
  }

  @Test func aDatabaseOfAnotherEncodingIsRefused() async throws {
    let name = "ascii_\(UInt32.random(in: 0...(.max)))"
    let server = try PostgreSQLConnection(PostgreSQLAddress(try #require(Ground.server)))
    try server.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    let said = await why(try address { $0.path = "/" + name })
    #expect(said.contains("SQL_ASCII"))
  }

  @Test func aDatabaseOfSomethingElseIsLeftAlone() async throws {
    let name = "songs_\(UInt32.random(in: 0...(.max)))"
    let server = try PostgreSQLConnection(PostgreSQLAddress(try #require(Ground.server)))
    try server.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
    let location = try address { $0.path = "/" + name }
    try PostgreSQLConnection(PostgreSQLAddress(location)).run("CREATE TABLE songs (title text)")
    await #expect(throws: StoreRefusal.self) { try await opened(location) }
    let left = try PostgreSQLConnection(PostgreSQLAddress(location)).ask(
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", PostgreSQLParameters())
    #expect(left.integer(0) == 1)
  }

  @Test func daysAndInstantsAreTheSameWhateverTheServersClockIsSetTo() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let server = try PostgreSQLConnection(PostgreSQLAddress(record.path))
    for zone in ["Pacific/Kiritimati", "America/Los_Angeles"] {
      try server.run(
        """
        DO $$ BEGIN EXECUTE format(
          'ALTER DATABASE %I SET timezone = ''\(zone)''', current_database()); END $$
        """)
      let store = try await Store.open(
        at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
        now: SmallRecord.morning)
      let number = UInt64(zone.utf8.count)
      try await store.write { writing in
        _ = try writing.tell(
          SmallRecord.telling(number), authority: 1, SmallRecord.promise(1000 + number, zone))
      }
      let (day, instant) = try await store.read { reading in
        (
          try reading.first("SELECT due FROM promise WHERE words = \(zone)") { $0.day(0) },
          try reading.first("SELECT recorded FROM telling WHERE seq = 1") { $0.instant(0) }
        )
      }
      #expect(day == Day("2026-04-07"))
      #expect(instant == SmallRecord.morning)
      try store.close()
    }
    #expect(try await record.store.verify().ok)
  }

  @Test func acrossANetworkTheServerHasToProveWhoItIs() throws {
    let far = try PostgreSQLAddress("postgres://kith@db.council.example/kith")
    #expect(far.settings["sslmode"] == "verify-full")
    let near = try PostgreSQLAddress("postgres://kith@localhost/kith")
    #expect(near.settings["sslmode"] == nil)
    let asked = try PostgreSQLAddress("postgres://kith@db.council.example/kith?sslmode=require")
    #expect(asked.settings["sslmode"] == "require")
  }

  @Test func aServerThatWasStartedAnewIsReachedAgain() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    // What a restart does to every connection that there is.
    let server = try PostgreSQLConnection(PostgreSQLAddress(record.path))
    try server.run(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
      """)
    #expect(try await record.words() == ["come on Thursday"])
    _ = try await record.tell(2, "and on Friday")
    #expect(try await record.store.verify().ok)
  }

  @Test func whoMeetsAConnectionThatWentMeetsNoSecondOne() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let address = try PostgreSQLAddress(record.path)
    let (pool, server) = (PostgreSQLPool(address, most: 8), try PostgreSQLConnection(address))
    defer { pool.close() }
    // Asked by as many at once as there can be connections: each has one, which then lies idle.
    try await all(of: pool, ask: "SELECT pg_sleep(0.1)")
    try kill(server)
    await #expect(throws: PostgreSQLFailure.self) { try await pool.use { try $0.run("SELECT 1") } }
    try await all(of: pool, ask: "SELECT pg_sleep(0.1)")
  }

  @Test func howeverManyConnectionsWentEachReadingIsAnswered() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let (store, mine) = (record.store, record.store.of(record.authority))
    let server = try PostgreSQLConnection(PostgreSQLAddress(record.path))
    for _ in 0..<3 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            _ = try await store.read { try $0.count("SELECT count(*) FROM pg_sleep(0.1)") }
          }
        }
        try await group.waitForAll()
      }
      #expect(try kill(server) == 8)
      let answers = await withTaskGroup(of: [String]?.self) { group in
        for _ in 0..<40 {
          group.addTask {
            try? await mine.read { try $0.all("SELECT words FROM promise") { $0.text(0) } }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count { $0 == ["come on Thursday"] } == 40)
    }
  }

  private func all(of pool: PostgreSQLPool, ask statement: String) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { try await pool.use { try $0.run(statement) } } }
      try await group.waitForAll()
    }
  }

  /// Ends every connection to this database but its own, and gives how many there were.
  @discardableResult
  private func kill(_ server: PostgreSQLConnection) throws -> Int {
    let ended = try server.ask(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend'
        AND pid <> pg_backend_pid()
      """, PostgreSQLParameters([]))
    return Int(ended.rows)
  }
}
