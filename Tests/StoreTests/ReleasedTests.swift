import Foundation
import GRDB
import Office
import Practice
import Testing

@testable import Store

/// A council's store outlives the version of Kith that made it. Of each schema that was ever released
/// a store is kept in `Released`, as that version left it; this Kith opens it, brings it up to date,
/// and loses nothing. A new schema adds a version to `Record.schema`, and a file here when it is
/// released (`Released/keep.py`).
@Suite struct ReleasedTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Released")

  static let released: [Int] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).compactMap { name in
      guard name.hasPrefix("schema-"), name.hasSuffix(".sql") else { return nil }
      return Int(name.dropFirst(7).dropLast(4))
    }.sorted()

  /// The schema as it stood at a version.
  private func schema(upTo number: Int) -> Schema {
    Schema(Record.schema.versions.filter { $0.number <= number })
  }

  /// The kept store of a version, in a folder of its own, with its key.
  private func kept(_ number: Int) throws -> URL {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("kith-released-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let sql = try String(
      contentsOf: Self.folder.appendingPathComponent("schema-\(number).sql"), encoding: .utf8)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let path = place.appendingPathComponent("kith.db").path
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    try Data(String(repeating: "07", count: 32).utf8).write(
      to: place.appendingPathComponent("kith.key"))
    return place
  }

  private func open(_ place: URL, _ schema: Schema = Record.schema) async throws -> Store {
    try await Store.open(
      at: place.appendingPathComponent("kith.db").path, schema: schema,
      now: Instant(microseconds: 1_774_947_600_000_000))
  }

  @Test func ofEverySchemaThatCanBeMetAStoreIsKept() {
    #expect(!Self.released.isEmpty)
    for version in Record.schema.versions.dropLast() {
      #expect(
        Self.released.contains(version.number), "no store of schema \(version.number) is kept")
    }
    #expect(Self.released.allSatisfy { $0 <= Record.schema.newest })
  }

  @Test(arguments: released) func aReleasedSchemaIsNeverEdited(number: Int) async throws {
    let then = try kept(number)
    let now = try kept(number)
    defer { for place in [then, now] { try? FileManager.default.removeItem(at: place) } }
    try FileManager.default.removeItem(at: now.appendingPathComponent("kith.db"))
    try await open(now, schema(upTo: number)).close()
    let made = try [then, now].map { place in
      try DatabaseQueue(path: place.appendingPathComponent("kith.db").path).read { db in
        try String.fetchSet(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
      }
    }
    #expect(made[0].subtracting(made[1]).sorted() == [], "gone from version \(number)")
    #expect(made[1].subtracting(made[0]).sorted() == [], "added to version \(number)")
  }

  @Test(arguments: released) func aKeptStoreIsBroughtUpToDateAndNothingIsLost(
    number: Int
  ) async throws {
    let place = try kept(number)
    defer { try? FileManager.default.removeItem(at: place) }
    let before = try await Store.inspect(
      at: place.appendingPathComponent("kith.db").path, schema: Record.schema)
    let (was, told) = (try await before.heads(), try await before.condition().tellings)
    try before.close()
    #expect(told > 0)

    let store = try await open(place)
    #expect(try await store.condition().schema == Record.schema.newest)
    #expect(try await store.heads() == was)
    #expect(try await store.condition().tellings == told)
    try await tellsOn(store)
    try store.close()
  }

  @Test(arguments: released) func aVersionThatIsYetToComeFindsEverythingToo(
    number: Int
  ) async throws {
    let place = try kept(number)
    defer { try? FileManager.default.removeItem(at: place) }
    let next = Record.schema.newest + 1
    let keepsake = Table("keepsake", .fact, [Column("words", .text)])
    let changed = try #require(Record.schema.tables.first { $0.nature == .fact })
    let later = Schema(
      Record.schema.versions + [
        Schema.Version(
          next, creates: [keepsake],
          adds: [(table: changed.name, column: Column("since_then", .text, optional: true))])
      ])
    let store = try await open(place, later)
    #expect(try await store.condition().schema == next)
    try await tellsOn(store) {
      [FactRow(keepsake, id: ID<Fact>(high: 9, low: 9), [.text("a drawing of the three of us")])]
    }
    try store.close()
    await #expect(throws: StoreRefusal.newerSchema(found: next, known: Record.schema.newest)) {
      _ = try await open(place)
    }
  }

  /// Everything in it is whole, one more thing can be told, and then it is whole again.
  private func tellsOn(
    _ store: Store, _ facts: @escaping @Sendable () -> [FactRow] = { [] }
  ) async throws {
    let check = try await store.verify()
    #expect(check.ok && check.sealsChecked, "\(check.findings)")
    let authority = try #require(try await store.authorities().first)
    let telling = TellingRow(
      id: ID(high: 1, low: 1), deed: "OpenFamily", teller: "the story",
      recorded: Instant(microseconds: 1_900_000_000_000_000))
    _ = try await store.write { try $0.tell(telling, authority: authority.number, facts()) }
    let after = try await store.verify()
    #expect(after.ok && after.tellings == check.tellings + 1, "\(after.findings)")
    #expect(after.facts == check.facts + facts().count)
  }
}
