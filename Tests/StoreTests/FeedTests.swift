import Foundation
import Ground
import Practice
import Store
import Testing

/// Another system follows what is told.
@Suite struct FeedTests {
  @Test func eachTellingComesOnceInOrderWithWhatItStates() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    for number in 1...7 { _ = try await record.tell(UInt64(number), "Thursday \"\(number)\"\n") }
    let feed = Feed(record.store, of: record.authority)
    let first = try await feed.next(after: 0, most: 5)
    let rest = try await feed.next(after: 5)
    #expect((first + rest).map(\.telling) == Array(1...7))
    #expect(try await feed.next(after: 7).isEmpty)
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(first[1].json.utf8)) as? [String: Any])
    #expect(line["telling"] as? Int == 2)
    #expect(line["teller"] as? String == "Ama Boateng")
    #expect(line["recorded"] as? String == "\(SmallRecord.morning + 2)")
    let facts = try #require(line["facts"] as? [[String: Any]])
    #expect(facts.count == 2)
    #expect(facts.first?["words"] as? String == "Thursday \"2\"\n")
    #expect(facts.first?["due"] as? String == "2026-04-07")
  }

  @Test func whoFollowsWhileManyTellMissesNoneAndGetsNoneTwice() async throws {
    let record = try await SmallRecord()
    defer { record.remove() }
    let (store, authority) = (record.store.of(record.authority), record.authority)
    let all = 120
    async let telling: Void = withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...UInt64(all) {
        group.addTask {
          try await store.write { writing in
            _ = try writing.tell(
              SmallRecord.telling(number), authority: authority.number,
              SmallRecord.promise(1000 + number, "promise \(number)"))
          }
        }
      }
      try await group.waitForAll()
    }
    let feed = Feed(store, of: authority)
    var seen: [Int] = []
    while seen.count < all {
      seen += try await feed.next(after: seen.last ?? 0, most: 7).map(\.telling)
      await Task.yield()
    }
    try await telling
    #expect(seen == Array(1...all))
  }
}
