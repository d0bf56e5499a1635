import Foundation
import GRDB
import Ground
import Practice
import Store
import Testing

@Suite struct KeepingTests {
  @Test func aStoreOfAnEarlierVersionIsBroughtUpToDateWithItsFactsAndSeals() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...5 { _ = try await record.tell(UInt64(number), "promise \(number)") }
    try record.store.close()
    let later = Schema([
      SmallRecord.schema.versions[0],
      Schema.Version(
        2, creates: [Table("later", .fact, [Column("words", .text)])],
        adds: [("promise", Column("kept", .day, optional: true))]),
    ])
    let store = try await Store.open(
      at: record.path, keeping: record.folder.path, schema: later, now: SmallRecord.morning)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.facts == 10)
    try store.close()
    await #expect(throws: StoreRefusal.newerSchema(found: 2, known: 1)) {
      _ = try await Store.open(
        at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
        now: SmallRecord.morning)
    }
  }

  @Test func aMigrationThatFailsHalfwayLeavesTheStoreAsItWas() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    try record.store.close()
    let broken = Schema([
      SmallRecord.schema.versions[0],
      Schema.Version(
        2,
        creates: [
          Table("later", .fact, [Column("words", .text)]),
          Table("broken", .fact, [Column("words", .text, check: "there is no such rule")]),
        ]),
    ])
    await #expect(throws: StoreRefusal.self) {
      _ = try await Store.open(
        at: record.path, keeping: record.folder.path, schema: broken, now: SmallRecord.morning)
    }
    let store = try await Store.open(
      at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.tellings == 1)
    await #expect(throws: StoreRefusal.self) {
      try await store.read { _ = try $0.count("SELECT count(*) FROM later") }
    }
  }

  @Test(.enabled(if: Ground.isFile)) func whatIsNoStoreIsRefusedByName() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = folder.appendingPathComponent("notes.db").path
    try Data("These are notes, and no store at all, whatever their name.".utf8).write(
      to: URL(fileURLWithPath: text))
    await #expect(throws: StoreRefusal.notAStore(text)) {
      _ = try await Store.open(at: text, schema: SmallRecord.schema, now: SmallRecord.morning)
    }
    let other = folder.appendingPathComponent("other.db").path
    try await DatabaseQueue(path: other).write { db in
      try db.execute(sql: "CREATE TABLE songs (title TEXT)")
    }
    await #expect(throws: StoreRefusal.notAStore(other)) {
      _ = try await Store.open(at: other, schema: SmallRecord.schema, now: SmallRecord.morning)
    }
    let nowhere = folder.appendingPathComponent("missing/kith.db").path
    await #expect(throws: StoreRefusal.cannotOpen(nowhere)) {
      _ = try await Store.open(
        at: nowhere, schema: SmallRecord.schema, key: SealKey(bytes: Array(1...32)),
        now: SmallRecord.morning)
    }
  }

  @Test func aStoreThatLostItsKeyIsReadAndCheckedButGetsNoOther() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    try record.store.close()
    let key = record.folder.appendingPathComponent("kith.key")
    let kept = try Data(contentsOf: key)
    try FileManager.default.removeItem(at: key)
    let store = try await Store.open(
      at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
    #expect(!store.canSeal)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(!check.sealsChecked)
    let authority = record.authority.number
    await #expect(throws: StoreRefusal.noKey(key.path)) {
      try await store.write { writing in
        _ = try writing.tell(
          SmallRecord.telling(2), authority: authority, SmallRecord.promise(1002, "and Friday"))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: key.path))
    // Put back, it goes on as before.
    try store.close()
    try kept.write(to: key)
    let again = try await Store.open(
      at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
    try await again.write { writing in
      _ = try writing.tell(
        SmallRecord.telling(2), authority: authority, SmallRecord.promise(1002, "and Friday"))
    }
    #expect(try await again.verify().sealsChecked)
    #expect(try await again.verify().ok)
  }

  @Test func severalWhoOpenANewStoreAtOnceShareOneKeyAndOneChain() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = Ground.location(in: folder)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...6 as ClosedRange<UInt64> {
        group.addTask {
          let store = try await Store.open(
            at: path, keeping: folder.path, schema: SmallRecord.schema, now: SmallRecord.morning)
          // One of them adds the authority, and the others are told that it is there.
          _ = try? await store.addAuthority(
            code: "846", name: "Seaford-on-Tees", now: SmallRecord.morning)
          try await store.write { writing in
            _ = try writing.tell(
              SmallRecord.telling(number), authority: 1,
              SmallRecord.promise(1000 + number, "promise \(number)"))
          }
          try store.close()
        }
      }
      try await group.waitForAll()
    }
    let store = try await Store.inspect(
      at: path, keeping: folder.path, schema: SmallRecord.schema)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.sealsChecked)
    #expect(check.tellings == 6)
    #expect(try await store.authorities().map(\.code) == ["846"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.hasPrefix("kith.key")
      } == ["kith.key"])
  }

  @Test(.enabled(if: Ground.isFile)) func eachCommitReachesTheDiskBeforeItIsAcknowledged()
    async throws
  {
    let record = try await SmallRecord()
    defer { record.remove() }
    let level = try await record.store.write { writing in
      try writing.reading.first("PRAGMA synchronous") { $0.int(0) }
    }
    #expect(level == 2)
  }
}
