import Foundation
import Ground
import Practice
import Store

/// A record of two tables, a store of it in a folder of its own, and a hand to write with.
struct SmallRecord {
  static let promise = Table(
    "promise", .fact, key: ["child", "id"],
    [
      Column("child", .id), Column("words", .text), Column("due", .day, optional: true),
    ])
  static let witness = Table(
    "witness", .part, key: ["promise", "name"],
    [Column("promise", .id, references: "promise"), Column("name", .text)])
  static let schema = Schema([Schema.Version(1, creates: [promise, witness])])

  let folder: URL
  let store: Store
  let authority: Authority
  static let morning = Instant(microseconds: 1_774_947_600_000_000)

  init(_ schema: Schema = SmallRecord.schema) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try await Store.open(
      at: Ground.location(in: folder), keeping: folder.path, schema: schema, now: Self.morning)
    authority = try await store.addAuthority(
      code: "846", name: "Seaford-on-Tees", now: Self.morning)
  }

  var path: String { Ground.location(in: folder) }
  func remove() { try? FileManager.default.removeItem(at: folder) }

  static func id<Of>(_ number: UInt64) -> ID<Of> {
    ID(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
  }

  static func telling(_ number: UInt64, after seconds: Int = 0) -> TellingRow {
    TellingRow(
      id: id(number), deed: "MakePromise", teller: "Ama Boateng", recorded: morning + seconds)
  }

  /// One promise, heard by one witness.
  static func promise(
    _ number: UInt64, _ words: String, supersedes: ID<Fact>? = nil
  ) -> [FactRow] {
    let fact: ID<Fact> = id(number)
    return [
      FactRow(
        promise, id: fact, supersedes: supersedes, because: supersedes.map { _ in "misheard" },
        [(id(900) as ID<Person>).bound, words.bound, Day("2026-04-07").bound]),
      FactRow(partIn: witness, [fact.bound, "Mrs O'Neill".bound]),
    ]
  }

  func tell(_ number: UInt64, _ words: String) async throws -> Kept {
    let authority = authority.number
    return try await store.write { writing in
      try writing.tell(
        Self.telling(number, after: Int(number)), authority: authority,
        Self.promise(1000 + number, words))
    }
  }

  func words() async throws -> [String] {
    try await store.read { reading in
      try reading.all("SELECT words FROM promise ORDER BY id") { $0.text(0) }
    }
  }
}
