import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// What was read is kept in memory, and never a moment longer than it holds.
@Suite struct MemoryTests {
  struct Words: Sendable { var words: [String] }

  static let leo: ID<Person> = SmallRecord.id(900)
  static let isla: ID<Person> = SmallRecord.id(901)

  /// What was promised to the child, and whether the record was really asked for it.
  private func promised(
    _ store: Store, to child: ID<Person> = leo
  ) async throws -> (words: [String], isNew: Bool) {
    try await store.read { reading in
      var isNew = false
      let kept = try reading.kept(
        Words.self, of: child, authority: 1, weight: { 40 * $0.words.count }
      ) { reading in
        isNew = true
        return Words(
          words: try reading.all(
            "SELECT words FROM promise WHERE authority = \(1) AND child = \(child)"
          ) { $0.text(0) })
      }
      return (kept?.words ?? [], isNew)
    }
  }

  /// Another program's hand at the same store.
  private func other(_ record: SmallRecord) async throws -> Store {
    try await Store.open(
      at: record.path, keeping: record.folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
  }

  private func promise(_ words: String, to child: ID<Person>, _ number: UInt64, _ store: Store)
    async throws
  {
    try await store.write { writing in
      try writing.tell(
        SmallRecord.telling(number, after: Int(number)), authority: 1,
        [
          FactRow(
            SmallRecord.promise, id: SmallRecord.id(1000 + number) as ID<Fact>,
            [child.bound, words.bound, .null])
        ])
    }
  }

  @Test func whatNobodyToldAnythingOfIsReadOnce() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    for time in 1...3 {
      let (words, isNew) = try await promised(record.store)
      #expect(words == ["a kite"])
      #expect(isNew == (time == 1))
    }
  }

  @Test func whatWasToldOfTheChildIsReadAtOnceAndOfAnotherNotAgain() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    _ = try await promised(record.store)
    _ = try await record.tell(2, "a swim")
    #expect(try await promised(record.store).words == ["a kite", "a swim"])
    try await promise("a call", to: Self.isla, 3, record.store)
    let (words, isNew) = try await promised(record.store)
    #expect(words == ["a kite", "a swim"])
    #expect(!isNew)
    #expect(try await promised(record.store, to: Self.isla).words == ["a call"])
  }

  @Test(arguments: [1, 150]) func whatAnotherProgramTellsIsSeenAtOnce(tellings: Int) async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let other = try await other(record)
    defer { try? other.close() }
    _ = try await record.tell(1, "a kite")
    #expect(try await promised(record.store).words == ["a kite"])
    try await other.write { writing in
      for telling in 2..<UInt64(2 + tellings) {
        try writing.tell(
          SmallRecord.telling(telling, after: Int(telling)), authority: 1,
          SmallRecord.promise(1000 + telling, "a swim"))
      }
    }
    #expect(try await promised(record.store).words.count == 1 + tellings)
  }

  @Test func whatAnotherProgramTellsOfOthersLeavesWhatIsKept() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let other = try await other(record)
    defer { try? other.close() }
    _ = try await record.tell(1, "a kite")
    _ = try await promised(record.store)
    try await promise("a call", to: Self.isla, 2, other)
    #expect(try await !promised(record.store).isNew)
    // And this program goes on from there.
    try await promise("a swim", to: Self.leo, 3, record.store)
    #expect(try await promised(record.store).words == ["a kite", "a swim"])
  }

  @Test func anImportOfVeryMuchIsAboutEverybody() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    _ = try await promised(record.store)
    try await record.store.write { writing in
      try writing.tell(SmallRecord.telling(2, after: 2), authority: 1) { state in
        for place in 1...UInt64(Mentions.most) + 1 {
          for fact in SmallRecord.promise(5000 + place, "a swim") { try state(fact) }
        }
      }
    }
    #expect(try await promised(record.store).words.count == Mentions.most + 2)
  }

  @Test func aWritingThatFailsLeavesWhatIsKeptAndSeesWhatItToldItself() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    _ = try await promised(record.store)
    struct Regret: Error {}
    await #expect(throws: Regret.self) {
      try await record.store.write { writing in
        try writing.tell(
          SmallRecord.telling(2, after: 2), authority: 1, SmallRecord.promise(1002, "a swim"))
        let seen = try writing.reading.kept(
          Words.self, of: Self.leo, authority: 1, weight: { _ in 1 }
        ) { Words(words: try $0.all("SELECT words FROM promise ORDER BY id") { $0.text(0) }) }
        #expect(seen?.words == ["a kite", "a swim"])
        throw Regret()
      }
    }
    let (words, isNew) = try await promised(record.store)
    #expect(words == ["a kite"])
    #expect(!isNew)
    _ = try await record.tell(2, "a swim after all")
    #expect(try await promised(record.store).words == ["a kite", "a swim after all"])
  }

  @Test func whoToldSomethingSeesItAtOnceWhileManyTell() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let store = record.store.of(record.authority)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for teller in UInt64(1)...4 {
        group.addTask {
          for step in UInt64(1)...12 {
            let (one, words) = (teller * 100 + step, "promise \(teller * 100 + step)")
            try await promise(words, to: Self.leo, one, store)
            #expect(try await promised(store).words.contains(words))
            let alone = try await store.kept(
              Words.self, of: Self.leo, authority: 1, weight: { _ in 1 }
            ) {
              Words(
                words: try $0.all("SELECT words FROM promise WHERE child = \(Self.leo)") {
                  $0.text(0)
                })
            }
            #expect(alone?.words.contains(words) ?? false)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func whatAsksMoreThanOneTableOrTheDoorIsNeverKept() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    let asked: [SQL] = [
      "SELECT p.words FROM promise p JOIN witness w ON w.promise = p.id WHERE p.child = \(Self.leo)",
      "SELECT p.words FROM promise p, witness w WHERE p.child = \(Self.leo)",
      "SELECT words FROM promise WHERE id IN (SELECT promise FROM witness) AND child = \(Self.leo)",
      "SELECT name FROM authority WHERE authority = \(1)",
    ]
    for sql in asked {
      for _ in 1...2 {
        let isNew = try await record.store.read { reading in
          var isNew = false
          _ = try reading.kept(Words.self, of: Self.leo, authority: 1, weight: { _ in 1 }) {
            isNew = true
            return Words(words: try $0.all(sql) { $0.text(0) })
          }
          return isNew
        }
        #expect(isNew)
      }
    }
  }

  @Test func whatIsPartOfSomethingKeptHoldsNoLongerThanWhatItAsked() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    for _ in 1...2 {
      let isNew = try await record.store.read { reading in
        var isNew = false
        func words(_ reading: Reading) throws -> Words? {
          isNew = true
          let inner = try reading.kept(
            Int.self, of: Self.leo, authority: 1, weight: { _ in 1 },
            {
              try $0.count(
                "SELECT count(*) FROM promise p JOIN witness w ON w.promise = p.id AND p.child = \(Self.leo)"
              )
            })
          return Words(words: ["\(inner ?? 0)"])
        }
        _ = try reading.kept(Words.self, of: Self.leo, authority: 1, weight: { _ in 1 }, words)
        return isNew
      }
      #expect(isNew)
    }
  }

  @Test func whatIsAskedByWordsDependsOnTheWholeTable() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    _ = try await record.tell(1, "a kite")
    @Sendable func asked(_ reading: Reading) throws -> Int? {
      let words = ["a kite", "a swim"]
      return try reading.all("SELECT id FROM promise WHERE words = \(eachOf: words)") { $0.int(0) }
        .count
    }
    func count() async throws -> Int? {
      try await record.store.kept(
        Int.self, of: Self.leo, authority: 1, weight: { _ in 1 }, asked)
    }
    #expect(try await count() == 1)
    try await promise("a swim", to: Self.isla, 2, record.store)
    #expect(try await count() == 2)
  }
}
