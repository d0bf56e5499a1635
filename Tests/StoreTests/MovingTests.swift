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

  /// Every index and every reference of a database, in the server's own words.
  private func guards(_ store: Store) async throws -> [String] {
    try await store.read { reading in
      try reading.all(
        """
        SELECT 'reference ' || conrelid::regclass || ' ' || conname || ' '
          || pg_get_constraintdef(oid) || convalidated
        FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1
        """
      ) { $0.text(0) }
    }
  }

  @Test func whatIsPutOffWhileADatabaseIsFilledStandsAgainAfterwards() async throws {
    let (bench, _) = try await told()
    defer { bench.remove() }
    let database = Ground.location(in: bench.record.folder, "filled")
    _ = try await bench.record.store.move(
      to: database, keeping: bench.record.folder.path, now: SmallRecord.morning
    ) { _ in }
    let filled = try await Store.open(
      at: database, keeping: bench.record.folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
    defer { try? filled.close() }
    let before = try await guards(bench.record.store)
    #expect(before.count { $0.hasPrefix("reference") } == 4)
    #expect(before.count { $0.hasPrefix("index") } > 8)
    #expect(try await guards(filled) == before)
  }

  @Test func aReferenceThatLeadsNowhereIsFoundWhenADatabaseIsFilled() async throws {
    let (bench, _) = try await told()
    defer { bench.remove() }
    let (store, before) = (bench.record.store, try await guards(bench.record.store))
    let authority = Int64(bench.record.authority.number)
    func fill(naming promise: UInt64) async throws {
      let row: [Bound] = [
        .integer(authority), (SmallRecord.id(promise) as ID<Fact>).bound, "Mr Okafor".bound,
        .integer(1),
      ]
      try await store.engine.write(for: nil) { session in
        try session.putOff()
        try session.insert(SmallRecord.witness, rows: [[Bound]](repeating: row, count: 1))
        try session.settle([SmallRecord.promise, SmallRecord.witness])
      }
    }
    await #expect(throws: StoreRefusal.self) { try await fill(naming: 77) }
    #expect(try await guards(store) == before)
    try await fill(naming: 1001)
    #expect(try await guards(store) == before)
    let heard = try await store.read { try $0.count("SELECT count(*) FROM witness") }
    #expect(heard == 61)
  }
}
