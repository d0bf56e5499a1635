import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// From a server into a file and back again, and out of a backup into a database.
@Suite(.enabled(if: !Ground.isFile)) struct MovingTests {
  private func told() async throws -> (BackupBench, [Head]) {
    let bench = try await BackupBench()
    for number in 1...60 { _ = try await bench.record.tell(UInt64(number), "ŵ \"\(number)\"") }
    return (bench, try await bench.record.store.heads())
  }

  /// Opened as it is found after a move, with the key that lies in the same folder.
  private func checked(_ location: String, _ bench: BackupBench) async throws -> Verification {
    let store = try await Store.inspect(
      at: location, keeping: bench.record.folder.path, schema: SmallRecord.schema)
    defer { try? store.close() }
    return try await store.verify()
  }

  @Test func aStoreGoesIntoAFileAndBackWithEqualSeals() async throws {
    let (bench, heads) = try await told()
    defer { bench.remove() }
    let file = bench.place("moved.db")
    let there = try await bench.record.store.move(to: file, now: SmallRecord.morning) { _ in }
    #expect(there.heads == heads)
    let first = try await checked(file, bench)
    #expect(first.ok, "\(first.findings)")
    let moved = try await Store.open(at: file, schema: SmallRecord.schema, now: SmallRecord.morning)
    let database = Ground.location(in: bench.record.folder, "back")
    let back = try await moved.move(
      to: database, keeping: bench.record.folder.path, now: SmallRecord.morning
    ) { _ in }
    try moved.close()
    #expect(back.heads == heads)
    let second = try await checked(database, bench)
    #expect(second.ok, "\(second.findings)")
    #expect((second.tellings, second.facts) == (60, 120))
    #expect(second.sealsChecked)
  }

  @Test func aBackupIsPutBackIntoAnEmptyDatabaseAndIntoNoOther() async throws {
    let (bench, heads) = try await told()
    defer { bench.remove() }
    _ = try await bench.backUp()
    let database = Ground.location(in: bench.record.folder, "again")
    func restore(_ location: String) async throws -> Filled {
      try await Store.restore(
        bench.place("backup.kith"), key: bench.key, to: location,
        keeping: bench.record.folder.path, schema: SmallRecord.schema, now: SmallRecord.morning,
        deriving: { _, _ in }, progress: { _ in })
    }
    #expect(try await restore(database).heads == heads)
    let check = try await checked(database, bench)
    #expect(check.ok, "\(check.findings)")
    await #expect(throws: ArchiveRefusal.self) { _ = try await restore(database) }
    await #expect(throws: ArchiveRefusal.self) { _ = try await restore(bench.record.path) }
    #expect(try await bench.record.store.heads() == heads)
  }

  @Test func aBackupThatBreaksOffLeavesTheDatabaseEmpty() async throws {
    let (bench, _) = try await told()
    defer { bench.remove() }
    _ = try await bench.backUp()
    let whole = try bench.bytes()
    try bench.write(whole.prefix(whole.count - 40), "cut.kith")
    let database = Ground.location(in: bench.record.folder, "cut")
    await #expect(throws: (any Error).self) {
      _ = try await Store.restore(
        bench.place("cut.kith"), key: bench.key, to: database, keeping: bench.record.folder.path,
        schema: SmallRecord.schema, now: SmallRecord.morning, deriving: { _, _ in },
        progress: { _ in })
    }
    let check = try await checked(database, bench)
    #expect((check.tellings, check.facts) == (0, 0))
  }
}
