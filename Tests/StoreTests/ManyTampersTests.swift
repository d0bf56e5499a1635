import Foundation
import GRDB
import Ground
import Practice
import Testing

@testable import Store

/// Someone with full rights to the database, and even with the key of the seals, changes the past in
/// any of six ways; with the head that was anchored outside, each is found.
@Suite struct ManyTampersTests {
  enum Way: CaseIterable { case edit, delete, insert, swap, truncate, editAndRehash }

  private static let tellings = 30

  @Test func eachOfManyTampersOfSixKindsIsFound() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...Self.tellings { _ = try await record.tell(UInt64(number), "word \(number)") }
    try await record.store.anchor(now: SmallRecord.morning + 100)
    try record.store.close()
    let seed = UInt64.random(in: 0...(.max))
    var chance = Chance(seed)
    let rounds = ProcessInfo.processInfo.environment["KITH_FAULTS"] == nil ? 4 : 40
    // Untouched, a copy is whole: what is found below is what was done to it.
    #expect(try await verdict(of: record) { _ in [] } == nil)
    for way in Way.allCases {
      for round in 1...rounds {
        let found = try await verdict(of: record) { copy in
          try await Self.statements(way, copy, &chance)
        }
        #expect(found != nil, "seed \(seed): \(way) of round \(round) was not found")
      }
    }
  }

  /// What `verify` says of a copy of the record after those statements; nil where it is whole.
  private func verdict(
    of record: SmallRecord, after statements: (Copy) async throws -> [String]
  ) async throws -> String? {
    let copy = try Copy(of: record)
    defer { copy.remove() }
    try await copy.run(try await statements(copy))
    let store = try await Store.inspect(
      at: copy.location, keeping: copy.folder.path, schema: SmallRecord.schema)
    defer { try? store.close() }
    let check = try await store.verify()
    return check.ok ? nil : check.findings.first
  }

  private static func statements(
    _ way: Way, _ copy: Copy, _ chance: inout Chance
  ) async throws -> [String] {
    let (one, other) = (chance.next(upTo: tellings - 2) + 1, chance.next(upTo: tellings - 2) + 1)
    let edits = [
      "UPDATE promise SET words = 'never said' WHERE telling = \(one)",
      "UPDATE promise SET due = NULL WHERE telling = \(one)",
      "UPDATE promise SET because = 'so they say' WHERE telling = \(one)",
      "UPDATE witness SET name = 'Somebody Else' WHERE telling = \(one)",
      "UPDATE telling SET teller = 'Somebody Else' WHERE seq = \(one)",
      "UPDATE telling SET deed = 'BreakPromise' WHERE seq = \(one)",
      "UPDATE telling SET note = 'a word more' WHERE seq = \(one)",
    ]
    switch way {
    case .edit: return [edits[chance.next(upTo: edits.count)]]
    case .delete:
      return [
        [
          "DELETE FROM promise WHERE telling = \(one)",
          "DELETE FROM witness WHERE telling = \(one)",
          "DELETE FROM telling WHERE seq = \(one)",
        ][chance.next(upTo: 3)]
      ]
    case .insert:
      return [
        """
        INSERT INTO witness (authority, promise, name, telling)
        SELECT authority, promise, 'Made Up', \(other) FROM witness WHERE telling = \(one)
        """
      ]
    case .swap:
      let next = one + 1
      return [
        [
          """
          UPDATE promise SET telling = CASE telling WHEN \(one) THEN \(next) ELSE \(one) END
          WHERE telling IN (\(one), \(next))
          """,
          """
          UPDATE witness SET telling = CASE telling WHEN \(one) THEN \(next) ELSE \(one) END
          WHERE telling IN (\(one), \(next))
          """,
        ][chance.next(upTo: 2)]
      ]
    case .truncate:
      return ["promise", "witness"].map { "DELETE FROM \($0) WHERE telling > \(one)" } + [
        "DELETE FROM telling WHERE seq > \(one)"
      ]
    case .editAndRehash:
      try await copy.run([edits[chance.next(upTo: edits.count)]])
      // With a key of their own, or, at the worst, with the service's.
      let stolen = try KeyFile.existing(beside: copy.keeping)
      let key = chance.next(upTo: 2) == 0 ? stolen : SealKey(bytes: Array(1...32))
      return try await copy.rehashing(from: one, with: try #require(key))
    }
  }
}

/// A record's store again, in a place of its own, with its key and its anchored heads.
private struct Copy {
  let folder: URL
  let location: String
  let keeping: String

  init(of record: SmallRecord) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    location = Ground.location(in: folder)
    keeping = try Place(location, keeping: folder.path).keeping
    let from = try Place(record.path, keeping: record.folder.path).keeping
    try FileManager.default.copyItem(atPath: from + ".heads", toPath: keeping + ".heads")
    try FileManager.default.copyItem(
      at: record.folder.appendingPathComponent("kith.key"),
      to: folder.appendingPathComponent("kith.key"))
    if Ground.isFile {
      try FileManager.default.copyItem(atPath: record.path, toPath: location)
    } else {
      let server = try PostgreSQLConnection(PostgreSQLAddress(try #require(Ground.server)))
      let (old, new) = (
        try PostgreSQLAddress(record.path).database, try PostgreSQLAddress(location).database
      )
      try server.run("CREATE DATABASE \"\(new)\" TEMPLATE \"\(old)\"")
    }
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
    guard let server = Ground.server, let address = try? PostgreSQLAddress(location) else { return }
    try? PostgreSQLConnection(PostgreSQLAddress(server)).run(
      "DROP DATABASE \"\(address.database)\" WITH (FORCE)")
  }

  /// Runs statements with every guard asleep, and wakes the guards again as if nothing had been.
  func run(_ statements: [String]) async throws {
    if Ground.isFile {
      let db = try DatabaseQueue(path: location)
      try await db.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        let guards = try Row.fetchAll(
          db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for one in guards { try db.execute(sql: "DROP TRIGGER \"\(one["name"] as String)\"") }
        for statement in statements { try db.execute(sql: statement) }
        for one in guards { try db.execute(sql: one["sql"] as String) }
      }
      try db.close()
    } else {
      let server = try PostgreSQLConnection(PostgreSQLAddress(location))
      try server.run("SET session_replication_role = replica")
      for statement in statements { try server.run(statement) }
    }
  }

  /// Statements that make every digest and seal from `first` on anew, over what stands there now.
  func rehashing(from first: Int, with key: SealKey) async throws -> [String] {
    let store = try await Store.inspect(
      at: location, keeping: folder.path, schema: SmallRecord.schema)
    defer { try? store.close() }
    return try await store.read { reading in
      var seals = try reading.all(
        "SELECT seal FROM telling WHERE seq < \(first) ORDER BY seq"
      ) { $0.bytes(0) }
      var statements: [String] = []
      let tellings = try reading.all(
        """
        SELECT seq, id, deed, teller, recorded, happened, story, note FROM telling
        WHERE seq >= \(first) ORDER BY seq
        """
      ) { row in
        (
          row.int(0),
          TellingRow(
            id: row.id(1), deed: row.text(2), teller: row.text(3), recorded: row.instant(4),
            happened: row.dayIfAny(5), story: row.idIfAny(6), note: row.textIfAny(7))
        )
      }
      for (seq, telling) in tellings {
        var digest = ContentDigest()
        for table in SmallRecord.schema.tables {
          let columns = SQL(made: table.columns.map { "\"\($0.name)\"" }.joined(separator: ", "))
          try reading.each(
            "SELECT \(columns) FROM \(SQL(made: table.name)) WHERE telling = \(seq)"
          ) { row in
            digest.add(
              table,
              table.columns.enumerated().map { row.columns.bound($0.offset, as: $0.element.kind) })
          }
        }
        let content = digest.finish(telling)
        seals.append(
          key.seal(content, after: seals.last ?? SealKey.beginning(of: "846")))
        statements.append(
          """
          UPDATE telling SET content = \(Self.literal(content)),
            seal = \(Self.literal(seals[seals.count - 1])) WHERE seq = \(seq)
          """)
      }
      return statements
    }
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    Ground.isFile ? "x'\(Head.hex(bytes))'" : "'\\x\(Head.hex(bytes))'::bytea"
  }
}

/// The same draws from the same seed.
private struct Chance {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(upTo count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
