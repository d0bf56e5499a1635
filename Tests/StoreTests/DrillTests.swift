import Foundation
import GRDB
import Ground
import Practice
import Store
import Testing

@Suite(.enabled(if: Ground.isFile)) struct DrillTests {
  private func drill(_ bench: BackupBench) async throws -> Drilled {
    try await bench.record.store.drill(
      bench.place("backup.kith"), key: bench.key, in: bench.place("drill"),
      now: SmallRecord.morning, more: { _ in [] }, progress: { _ in })
  }

  @Test func aDrillSaysWhatWouldBeLostAndLeavesNothingBehind() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...30 { _ = try await bench.record.tell(UInt64(number), "before") }
    _ = try await bench.backUp()
    for number in 31...37 { _ = try await bench.record.tell(UInt64(number), "after") }
    // What an earlier one left when it was killed is taken away.
    try FileManager.default.createDirectory(
      atPath: bench.place("drill"), withIntermediateDirectories: true)
    try bench.write(Data("half".utf8), "drill/kith.db")
    let drilled = try await drill(bench)
    #expect(drilled.ok, "\(drilled.findings)")
    #expect(drilled.tellings == 30 && drilled.lost == 7)
    #expect(drilled.sealsChecked)
    #expect(drilled.made == SmallRecord.morning)
    #expect(try bench.names("drill").isEmpty)
    #expect(try await bench.record.store.verify().ok)
  }

  @Test func aStoreThatTellsAnotherPastThanItsBackupIsFound() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...9 { _ = try await bench.record.tell(UInt64(number), "promise \(number)") }
    _ = try await bench.backUp()
    let db = try DatabaseQueue(path: bench.record.path)
    try await db.write { db in
      try db.execute(sql: "DROP TRIGGER telling_refuses_update")
      try db.execute(sql: "UPDATE telling SET seal = zeroblob(32) WHERE seq = 9")
    }
    let other = try await drill(bench)
    #expect(other.findings.count == 1 && other.findings[0].contains("two different pasts"))
    // A store whose tail is gone has less than its own backup.
    try await db.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "DROP TRIGGER telling_refuses_delete")
      try db.execute(sql: "DELETE FROM telling WHERE seq = 9")
    }
    let cut = try await drill(bench)
    #expect(cut.findings.count == 1 && cut.findings[0].contains("ends before telling 9"))
  }

  @Test func aDamagedBackupFailsTheDrill() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    _ = try await bench.record.tell(1, "come on Thursday")
    _ = try await bench.backUp()
    var bytes = try bench.bytes()
    bytes[bytes.count - 1] ^= 1
    try bench.write(bytes, "backup.kith")
    await #expect(throws: ArchiveRefusal.self) { _ = try await drill(bench) }
    #expect(try bench.names("drill").isEmpty)
  }
}
