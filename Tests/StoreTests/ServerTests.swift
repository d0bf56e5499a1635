import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// What only a server has: walls between authorities, and everything that can be wrong with one.
@Suite(.enabled(if: !Ground.isFile)) struct ServerTests {
  /// Two authorities in one database, one promise each.
  private func two() async throws -> (SmallRecord, Authority) {
    let record = try await SmallRecord()
    let other = try await record.store.addAuthority(
      code: "999", name: "Marlhaven", now: SmallRecord.morning)
    _ = try await record.tell(1, "come on Thursday")
    try await record.store.write { writing in
      _ = try writing.tell(
        SmallRecord.telling(2), authority: other.number,
        SmallRecord.promise(1002, "bring the photographs"))
    }
    return (record, other)
  }

  @Test func aQuestionThatForgetsWhoseItMeansSeesOneAuthorityAlone() async throws {
    let (record, other) = try await two()
    defer { record.remove() }
    #expect(try await record.words().count == 2)
    for (authority, words) in [
      (record.authority, "come on Thursday"), (other, "bring the photographs"),
    ] {
      let mine = record.store.of(authority)
      let seen = try await mine.read { reading in
        try reading.all("SELECT words FROM promise") { $0.text(0) }
      }
      #expect(seen == [words])
      #expect(try await mine.heads().map(\.authority) == [authority.code])
      #expect(try await mine.authorities() == [authority])
      #expect(
        try await mine.read { try $0.count("SELECT count(*) FROM telling WHERE authority > 0") }
          == 1)
    }
  }

  @Test func nobodyWritesIntoAnotherAuthoritysRecord() async throws {
    let (record, other) = try await two()
    defer { record.remove() }
    let (mine, number) = (record.store.of(record.authority), other.number)
    await #expect(throws: StoreRefusal.self) {
      try await mine.write { writing in
        _ = try writing.tell(
          SmallRecord.telling(3), authority: number, SmallRecord.promise(1003, "not theirs"))
      }
    }
    await #expect(throws: StoreRefusal.self) {
      try await mine.write { writing in
        try writing.run(
          """
          INSERT INTO witness (authority, promise, name, telling)
          SELECT 2, promise, 'Nobody', telling FROM witness
          """)
      }
    }
    #expect(try await record.store.verify().ok)
    #expect(try await record.words().count == 2)
  }

  @Test(arguments: [
    "UPDATE promise SET words = 'never said'", "DELETE FROM promise", "TRUNCATE promise CASCADE",
    "DROP TABLE promise CASCADE", "ALTER TABLE promise DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE promise DISABLE TRIGGER ALL", "DROP TRIGGER promise_refuses_change ON promise",
    "DROP POLICY kith_authority ON promise", "CREATE TABLE notes (words text)",
    "SET session_replication_role = replica",
  ])
  func thePartThatServesPagesOwnsNothingAndCanSwitchNothingOff(_ statement: String) async throws {
    let (record, _) = try await two()
    defer { record.remove() }
    let mine = record.store.of(record.authority)
    await #expect(throws: StoreRefusal.self) {
      try await mine.write { _ = try $0.run(SQL(made: statement)) }
    }
    #expect(try await record.words().count == 2)
    #expect(try await record.store.verify().ok)
  }

  @Test func evenItsOwnerIsRefusedByTheGuards() async throws {
    let (record, _) = try await two()
    defer { record.remove() }
    for statement in ["UPDATE promise SET words = 'never said'", "DELETE FROM telling"] {
      await #expect(throws: StoreRefusal.self) {
        try await record.store.write { _ = try $0.run(SQL(made: statement)) }
      }
    }
    #expect(try await record.words().count == 2)
  }

  /// Thirty promises and their witnesses, told at once for one authority alone.
  private func tellMany(
    _ record: SmallRecord, _ numbers: ClosedRange<UInt64>,
    then ask: @escaping @Sendable (Reading) throws -> [Int]
  ) async throws -> [Int] {
    let authority = record.authority.number
    return try await record.store.of(record.authority).write { writing in
      _ = try writing.tell(
        SmallRecord.telling(3), authority: authority,
        numbers.flatMap { SmallRecord.promise($0, "see you") })
      return try ask(writing.reading)
    }
  }

  @Test func whatWasSentInBulkOpensNoOtherAuthoritysRecord() async throws {
    let (record, _) = try await two()
    defer { record.remove() }
    let seen = try await tellMany(record, 2001...2030) { reading in
      try [
        reading.count("SELECT count(*) FROM promise"),
        reading.count("SELECT count(*) FROM witness WHERE name > 'A'"),
        reading.count("SELECT count(*) FROM authority"),
      ]
    }
    #expect(seen == [31, 31, 1])
    #expect(try await record.words().count == 32)
  }

  @Test func whatIsRefusedInBulkRefusesAllOfIt() async throws {
    let (record, _) = try await two()
    defer { record.remove() }
    // The first of them was made already, in the telling before.
    await #expect(throws: StoreRefusal.self) {
      _ = try await tellMany(record, 1001...1030) { _ in [] }
    }
    #expect(try await record.words().count == 2)
    #expect(try await tellMany(record, 2001...2030) { _ in [] } == [])
    #expect(try await record.store.verify().ok)
  }

  @Test func manyRowsGoInBulkAndAreTheSame() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let (mine, authority) = (record.store.of(record.authority), record.authority.number)
    let facts = (1...5000).flatMap { SmallRecord.promise(UInt64(1000 + $0), "Dafydd ŵ \($0)") }
    try await mine.write { writing in
      try writing.tell(SmallRecord.telling(1), authority: authority) { state in
        for fact in facts { try state(fact) }
      }
    }
    let check = try await record.store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.facts == 10_000)
  }

  @Test(arguments: [Int64.min, -300_000_000_000_000_000])
  func anInstantThatNobodyCanMeanIsRefusedAndStopsNothing(_ microseconds: Int64) async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let authority = record.authority.number
    await #expect(throws: StoreRefusal.self) {
      try await record.store.write { writing in
        try writing.run(
          """
          INSERT INTO authority VALUES (\(authority + 1), 'far', 'Far', \(Instant(microseconds: microseconds)))
          """)
      }
    }
    await #expect(throws: StoreRefusal.self) {
      try await record.store.write { writing in
        _ = try writing.tell(
          SmallRecord.telling(1), authority: authority,
          [
            FactRow(
              SmallRecord.promise, id: SmallRecord.id(1001) as ID<Fact>,
              [
                (SmallRecord.id(900) as ID<Person>).bound, "Thursday".bound,
                Day(number: .min).bound,
              ])
          ])
      }
    }
    _ = try await record.tell(2, "come on Thursday")
    #expect(try await record.store.verify().ok)
  }

  @Test func noStatementOfAPageRunsForEverAndWorkOnTheWholeStoreMay() async throws {
    let (record, _) = try await two()
    defer { record.remove() }
    for (store, limit) in [(record.store.of(record.authority), "2min"), (record.store, "0")] {
      let found = try await store.read { try $0.first("SHOW statement_timeout") { $0.text(0) } }
      #expect(found == limit)
    }
  }

  @Test func moreStatementsThanAConnectionKeepsAreStillAnsweredTogether() async throws {
    let server = try PostgreSQLConnection(PostgreSQLAddress(try #require(Ground.server)))
    for turn in 0..<200 as Range<Int64> {
      // Three to a turn, each a text of its own, so that the room for them ends in the middle of one.
      let numbers = [3 * turn, 3 * turn + 1, 3 * turn + 2]
      let answers = try server.ask(
        each: numbers.map { ("SELECT \($0)::bigint", PostgreSQLParameters()) })
      #expect(answers.map { $0.integer(0) } == numbers)
    }
  }

  @Test func anAnswerOfAnyLengthIsReadWithinAnother() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...3 { _ = try await record.tell(UInt64(number), "promise \(number)") }
    let pairs = try await record.store.read { reading in
      var pairs: [String] = []
      try reading.eachOfMany("SELECT words FROM promise ORDER BY words") { outer in
        try reading.eachOfMany("SELECT name FROM witness ORDER BY name LIMIT 1") { inner in
          pairs.append("\(outer.text(0)): \(inner.text(0))")
        }
      }
      return pairs
    }
    #expect(pairs == (1...3).map { "promise \($0): Mrs O'Neill" })
  }
}
