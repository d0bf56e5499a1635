import Foundation
import GRDB
import Ground
import Practice
import Store
import Testing

/// Someone with full rights to the file, who can switch every guard off, cannot change the past
/// without being found.
@Suite(.enabled(if: Ground.isFile)) struct TamperTests {
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
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...30 { _ = try await record.tell(UInt64(number), "promise \(number)") }
    try await record.store.anchor(now: SmallRecord.morning + 100)
    let check = try await record.store.verify()
    #expect(check.ok, "\(check.findings)")
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

  @Test(arguments: [
    ("DELETE FROM authority", "an authority, number 1, that is missing"),
    ("UPDATE authority SET code = '847'", "The chain of 846 is missing"),
    ("DROP INDEX promise_superseded", "promise_superseded is missing"),
    ("DELETE FROM promise; DELETE FROM witness; DELETE FROM telling", "broken at telling 1"),
  ])
  func whatStandsAroundTheChainCannotBeTakenAwayUnseen(_ sql: String, _ words: String) async throws
  {
    let check = try await tampered([sql])
    #expect(check.findings.contains { $0.contains(words) }, "\(check.findings)")
  }

  @Test func aCodeThatWasChangedEverywhereBreaksTheFirstSeal() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let db = try DatabaseQueue(path: record.path)
    try await db.write { db in
      try db.execute(sql: "DROP TRIGGER authority_refuses_update")
      try db.execute(sql: "UPDATE authority SET code = '847'")
    }
    try db.close()
    #expect(try await record.store.verify().firstBroken?.telling == 1)
  }

  @Test func guardsThatWereTakenAwayAreMissed() async throws {
    let check = try await tampered([])
    #expect(check.findings.contains { $0.contains("promise_refuses_update is missing") })
    #expect(check.findings.count == 8, "two for each of four tables: \(check.findings)")
    #expect(check.firstBroken == nil)
  }

  @Test func aPageOfTheFileThatIsDamagedIsAFindingAndTheRestIsStillSaid() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...400 { _ = try await record.tell(UInt64(number), "promise \(number)") }
    try record.store.close()
    let file = URL(fileURLWithPath: record.path)
    var bytes = try Data(contentsOf: file)
    for place in (bytes.count / 2)..<(bytes.count / 2 + 4096) { bytes[place] = 0xa5 }
    try bytes.write(to: file)
    let store = try await Store.inspect(at: record.path, schema: SmallRecord.schema)
    let check = try await store.verify()
    #expect(!check.ok)
    #expect(check.findings.contains { $0.contains("damaged") }, "\(check.findings)")
  }

  @Test func theDatabaseItselfRefusesToChangeWhatWasTold() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let store = record.store
    let attempts: [@Sendable (Writing) throws -> Void] = [
      { try $0.run("UPDATE promise SET words = 'x'") }, { try $0.run("DELETE FROM promise") },
      { try $0.run("UPDATE telling SET deed = 'x'") }, { try $0.run("DELETE FROM telling") },
      { try $0.run("DELETE FROM witness") }, { try $0.run("DELETE FROM authority") },
      { try $0.run("UPDATE authority SET name = 'x'") },
      { try $0.run("INSERT OR REPLACE INTO promise SELECT * FROM promise") },
      { try $0.run("INSERT OR REPLACE INTO telling SELECT * FROM telling") },
    ]
    for attempt in attempts {
      await #expect(throws: StoreRefusal.self) { try await store.write(attempt) }
    }
    #expect(try await record.words() == ["come on Thursday"])
  }
}
