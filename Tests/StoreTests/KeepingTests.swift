import Foundation
import GRDB
import Practice
import Store
import Testing

@Suite struct KeepingTests {
  @Test func aBackupTakenWhileOthersWriteRestoresToWholeTellings() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...50 { _ = try await record.tell(UInt64(number), "before") }
    let path = record.folder.appendingPathComponent("backup.db").path
    async let writing: Void = {
      for number in 51...120 { _ = try await record.tell(UInt64(number), "during") }
    }()
    let manifest = try await record.store.backup(
      to: path, now: SmallRecord.morning, progress: { _, _ in })
    try await writing
    let restored = record.folder.appendingPathComponent("elsewhere.db").path
    #expect(try Store.restore(path, to: restored) == manifest)
    let store = try await Store.open(
      at: restored, schema: SmallRecord.schema, now: SmallRecord.morning)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.tellings == manifest.heads.first?.telling)
    #expect(check.tellings >= 50)
  }

  @Test func aDamagedOrCutBackupIsRefusedAndNothingIsMade() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let path = record.folder.appendingPathComponent("backup.db").path
    _ = try await record.store.backup(to: path, now: SmallRecord.morning, progress: { _, _ in })
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var flipped = whole
    flipped[whole.count / 2] ^= 1
    for bad in [flipped, whole.prefix(whole.count - 100), Data()] {
      try bad.write(to: URL(fileURLWithPath: path))
      let target = record.folder.appendingPathComponent("restored.db").path
      #expect(throws: StoreRefusal.self) { try Store.restore(path, to: target) }
      #expect(!FileManager.default.fileExists(atPath: target))
    }
    #expect(throws: StoreRefusal.alreadyThere(record.path)) {
      try Store.restore(path, to: record.path)
    }
  }

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
    let store = try await Store.open(at: record.path, schema: later, now: SmallRecord.morning)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.facts == 10)
    try store.close()
    await #expect(throws: StoreRefusal.newerSchema(found: 2, known: 1)) {
      _ = try await Store.open(
        at: record.path, schema: SmallRecord.schema, now: SmallRecord.morning)
    }
  }

  @Test func whatIsNoStoreIsRefusedByName() async throws {
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

  @Test func eachCommitReachesTheDiskBeforeItIsAcknowledged() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let level = try await record.store.write { writing in
      try writing.reading.first("PRAGMA synchronous") { $0.int(0) }
    }
    #expect(level == 2)
  }
}
