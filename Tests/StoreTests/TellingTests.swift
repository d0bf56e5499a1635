import Foundation
import Ground
import Practice
import Store
import Testing

@Suite struct TellingTests {
  @Test func whatIsToldIsKeptInOrderAndVerifies() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...40 {
      let kept = try await record.tell(UInt64(number), "promise \(number)")
      #expect(kept == Kept(telling: number, already: false))
    }
    let check = try await record.store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.tellings == 40)
    #expect(check.facts == 80)
    #expect(check.sealsChecked)
    #expect(check.heads.map(\.telling) == [40])
  }

  @Test func theSameTellingSentTwiceIsKeptOnce() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let again = try await record.tell(1, "come on Thursday")
    #expect(again == Kept(telling: 1, already: true))
    #expect(try await record.words() == ["come on Thursday"])
  }

  @Test func ofTwoWhoCorrectTheSameFactTheSecondIsToldAndNothingIsLost() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "come on Thursday")
    let first: ID<Fact> = SmallRecord.id(1001)
    let authority = record.authority.number
    try await record.store.write { writing in
      _ = try writing.tell(
        SmallRecord.telling(2, after: 2), authority: authority,
        SmallRecord.promise(1002, "come on Friday", supersedes: first))
    }
    await #expect(throws: StoreRefusal.overtaken) {
      try await record.store.write { writing in
        _ = try writing.tell(
          SmallRecord.telling(3, after: 3), authority: authority,
          SmallRecord.promise(1003, "come on Monday", supersedes: first))
      }
    }
    #expect(try await record.words() == ["come on Thursday", "come on Friday"])
    #expect(try await record.store.verify().ok)
  }

  @Test func aDeedThatFailsHalfwayLeavesNothing() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let authority = record.authority.number
    await #expect(throws: (any Error).self) {
      try await record.store.write { writing in
        try writing.tell(SmallRecord.telling(1), authority: authority) { state in
          for fact in SmallRecord.promise(1001, "first") { try state(fact) }
          // A witness to a promise that nobody made.
          try state(
            FactRow(
              partIn: SmallRecord.witness,
              [(SmallRecord.id(77) as ID<Fact>).bound, "Nobody".bound]))
        }
      }
    }
    #expect(try await record.words().isEmpty)
    let check = try await record.store.verify()
    #expect(check.ok)
    #expect(check.tellings == 0)
  }

  @Test func streamedFactsSealLikeListedOnes() async throws {
    let (listed, streamed) = (try await SmallRecord(), try await SmallRecord())
    defer {
      listed.remove()
      streamed.remove()
    }
    let facts = (1...500).flatMap { SmallRecord.promise(UInt64(1000 + $0), "promise \($0)") }
    let key = try #require(SealKey(bytes: Array(1...32)))
    for (record, streams) in [(listed, false), (streamed, true)] {
      let store = try await Store.open(
        at: Ground.location(in: record.folder, "second"),
        keeping: record.folder.path, schema: SmallRecord.schema, key: key, now: SmallRecord.morning)
      let authority = try await store.addAuthority(
        code: "846", name: "Seaford-on-Tees", now: SmallRecord.morning)
      try await store.write { writing in
        if streams {
          try writing.tell(SmallRecord.telling(1), authority: authority.number) { state in
            for fact in facts { try state(fact) }
          }
        } else {
          try writing.tell(SmallRecord.telling(1), authority: authority.number, facts)
        }
      }
    }
    let heads = try await [listed, streamed].asyncMap { record in
      try await Store.open(
        at: Ground.location(in: record.folder, "second"),
        keeping: record.folder.path, schema: SmallRecord.schema, key: key, now: SmallRecord.morning
      ).heads()
    }
    #expect(heads[0] == heads[1])
    #expect(heads[0].first?.telling == 1)
  }

  @Test func fiftyWhoTellAtOnceAreKeptEachOnceInOneOrder() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let mine = record.store.of(record.authority)
    let authority = record.authority.number
    let places = try await withThrowingTaskGroup(of: Kept.self) { group in
      for number in 1...50 as ClosedRange<UInt64> {
        group.addTask {
          try await mine.write { writing in
            try writing.tell(
              SmallRecord.telling(number), authority: authority,
              SmallRecord.promise(1000 + number, "promise \(number)"))
          }
        }
      }
      return try await group.reduce(into: [Int]()) { $0.append($1.telling) }
    }
    #expect(places.sorted() == Array(1...50))
    let check = try await record.store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(try await record.words().count == 50)
  }

  @Test func aClockThatGoesBackDoesNotBreakTheOrder() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let authority = record.authority.number
    try await record.store.write { writing in
      try writing.tell(
        SmallRecord.telling(1, after: 3600), authority: authority,
        SmallRecord.promise(1001, "late"))
      try writing.tell(
        SmallRecord.telling(2, after: 0), authority: authority, SmallRecord.promise(1002, "early"))
    }
    #expect(try await record.store.verify().ok)
    let recorded = try await record.store.read { reading in
      try reading.all("SELECT recorded FROM telling ORDER BY seq") { $0.instant(0) }
    }
    #expect(recorded == [SmallRecord.morning + 3600, SmallRecord.morning + 3600])
  }
}

extension Array {
  fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async throws -> [T] {
    var results: [T] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
