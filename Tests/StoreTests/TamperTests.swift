import Foundation
import GRDB
import Practice
import Store
import Testing

/// Someone with full rights to the file, who can switch every guard off, cannot change the past
/// without being found.
@Suite struct TamperTests {
  private func tampered(
    _ sql: [String], cutAnchors: Bool = false
  ) async throws -> Verification {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...30 { _ = try await record.tell(UInt64(number), "promise \(number)") }
    try await record.store.anchor(now: SmallRecord.morning + 100)
    let db = try DatabaseQueue(path: record.path)
    try await db.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger)\"") }
      for statement in sql { try db.execute(sql: statement) }
    }
    try db.close()
    return try await record.store.verify()
  }

  @Test func theRecordUntouchedIsWhole() async throws {
    #expect(try await tampered([]).ok)
  }

  @Test(arguments: [
    ("UPDATE promise SET words = 'never said' WHERE telling = 7", 7),
    ("UPDATE promise SET due = NULL WHERE telling = 8", 8),
    ("UPDATE telling SET teller = 'Someone Else' WHERE seq = 9", 9),
    ("UPDATE telling SET recorded = recorded + 1 WHERE seq = 10", 10),
    ("DELETE FROM witness WHERE telling = 11", 11),
    ("DELETE FROM promise WHERE telling = 12", 12),
    (
      "UPDATE promise SET telling = CASE telling WHEN 13 THEN 14 ELSE 13 END "
        + "WHERE telling IN (13, 14)", 13
    ),
    (
      "INSERT INTO witness SELECT authority, promise, 'Made Up', 15 FROM witness WHERE telling = 15",
      15
    ),
    ("UPDATE telling SET seal = zeroblob(32) WHERE seq = 16", 16),
  ])
  func anyChangeIsFoundWhereItWasMade(_ sql: String, _ telling: Int) async throws {
    let check = try await tampered([sql])
    #expect(!check.ok)
    #expect(check.firstBroken?.telling == telling)
  }

  @Test func aTellingTakenOutIsFound() async throws {
    let check = try await tampered([
      "DELETE FROM telling WHERE seq = 20", "DELETE FROM promise WHERE telling = 20",
      "DELETE FROM witness WHERE telling = 20",
    ])
    #expect(check.firstBroken?.telling == 21)
  }

  @Test func aTailCutOffIsFoundByTheAnchor() async throws {
    let check = try await tampered([
      "DELETE FROM telling WHERE seq > 25", "DELETE FROM promise WHERE telling > 25",
      "DELETE FROM witness WHERE telling > 25",
    ])
    #expect(check.firstBroken?.telling == 26)
  }

  @Test func theDatabaseItselfRefusesToChangeWhatWasTold() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let store = record.store
    let attempts: [@Sendable (Writing) throws -> Void] = [
      { try $0.run("UPDATE promise SET words = 'x'") }, { try $0.run("DELETE FROM promise") },
      { try $0.run("UPDATE telling SET deed = 'x'") }, { try $0.run("DELETE FROM telling") },
      { try $0.run("DELETE FROM witness") },
    ]
    for attempt in attempts {
      await #expect(throws: StoreRefusal.self) { try await store.write(attempt) }
    }
    #expect(try await record.words() == ["come on Thursday"])
  }
}
