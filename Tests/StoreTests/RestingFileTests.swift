import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// A store that this account may only read, and that nobody had open.
@Suite struct RestingFileTests {
  private func count(_ store: Store) async throws -> Int {
    try await store.read { try $0.count("SELECT count(*) FROM promise") }
  }

  @Test(.enabled(if: Ground.isFile))
  func aFileThatIsWrittenToWhileItWasThoughtToRestIsReadNoFurther() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    try record.store.close()
    let resting = try await Store.inspect(
      at: record.path, keeping: record.folder.path, schema: SmallRecord.schema, isResting: true)
    #expect(try await count(resting) == 1)
    let owner = try await Store.open(
      at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
    try await owner.write { writing in
      _ = try writing.tell(
        SmallRecord.telling(2, after: 2), authority: 1, SmallRecord.promise(1002, "a swim"))
    }
    await #expect(throws: StoreRefusal.wokenUp(record.path)) { _ = try await count(resting) }
    try resting.close()
    try owner.close()
  }
}
