import Practice
import Testing

@testable import Store

/// Which telling last mentioned what, and how much of what was read is kept.
@Suite struct MentionLedgerTests {
  @Test func aLedgerThatLacksATellingOfAnothersSaysSoAndDoesNotWaitForEver() {
    var mentions = Mentions()
    mentions.add(ID(high: 1, low: 1), in: "promise")
    var ledger = MentionLedger(from: 10)
    ledger.note(mentions, of: 12)
    #expect(ledger.complete == 10 && ledger.lacksOne)
    #expect(ledger.isSilent(on: mentions, since: 10))
    ledger.note(Mentions(), of: 11)
    #expect(ledger.complete == 12 && !ledger.lacksOne)
    #expect(!ledger.isSilent(on: mentions, since: 11) && ledger.isSilent(on: mentions, since: 12))
    for telling in 14...(14 + MentionLedger.most.early) { ledger.note(Mentions(), of: telling) }
    #expect(ledger.complete == 14 + MentionLedger.most.early && !ledger.lacksOne)
    #expect(!ledger.isSilent(on: Mentions(), since: 13))
  }

  @Test func whatIsToldInATableThatIsAlwaysAskedAnewMakesNothingStale() {
    let often = Table("look", .part, key: ["subject"], [Column("subject", .id)]).askedAnew()
    var asked = Mentions()
    asked.add(ID(high: 1, low: 1), in: "promise")
    var ledger = MentionLedger(from: 10)
    for telling in 11...20 {
      var looked = Mentions()
      looked.add(often, [.id(high: 1, low: 1)])
      ledger.note(looked, of: telling)
    }
    #expect(ledger.complete == 20 && ledger.isSilent(on: asked, since: 10))
    ledger.note(asked, of: 21)
    #expect(!ledger.isSilent(on: asked, since: 20) && ledger.isSilent(on: asked, since: 21))
  }

  @Test func aServerThatCameBackIsAskedForEverythingAnew() {
    let memory = Memory()
    guard case .complete = memory.standing(of: 1, at: 100, age: 0) else {
      Issue.record("a new ledger is complete")
      return
    }
    memory.keep("a page", 1, SmallRecord.id(1), asOf: 100, mentions: Mentions(), weight: 1)
    #expect(memory.take(String.self, 1, SmallRecord.id(1)) != nil)
    // Two tellings were lost with the server that stopped.
    guard case .complete = memory.standing(of: 1, at: 98, age: 1) else {
      Issue.record("the ledger begins anew")
      return
    }
    #expect(memory.take(String.self, 1, SmallRecord.id(1)) == nil)
    var mentions = Mentions()
    mentions.add(ID(high: 1, low: 1), in: "promise")
    memory.keep("a page", 1, SmallRecord.id(1), asOf: 98, mentions: mentions, weight: 1)
    memory.note([(1, 99, mentions)])
    #expect(memory.take(String.self, 1, SmallRecord.id(1)) == nil)
  }

  @Test func whereThereIsNoMoreRoomTheOldestGoes() {
    let memory = Memory(most: 10_000)
    _ = memory.standing(of: 1, at: 1)
    for place in UInt64(1)...20 {
      memory.keep(place, 1, SmallRecord.id(place), asOf: 1, mentions: Mentions(), weight: 800)
      #expect(memory.take(UInt64.self, 1, SmallRecord.id(1))?.value == 1)
    }
    #expect(memory.take(UInt64.self, 1, SmallRecord.id(20))?.value == 20)
    #expect(memory.take(UInt64.self, 1, SmallRecord.id(2)) == nil)
  }
}
