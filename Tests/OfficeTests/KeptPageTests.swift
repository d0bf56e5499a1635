import Foundation
import Practice
import Testing
import Town

@testable import Office
@testable import Store

/// A family's page is kept while nothing was told of anybody on it.
@Suite struct KeptPageTests {
  static let day = FamilyTown.today
  static let pod = ID<Team>(high: 1, low: 79)
  static func fact(_ number: UInt64) -> ID<Fact> { ID(high: .max >> 1, low: number) }

  @Test func whateverIsToldIsOnTheNextPageExactlyAsIfNothingWereKept() async throws {
    let town = try await FamilyTown.fresh()
    let visit = FamilyTown.visit(town)
    var before = try await FamilyPage.show(visit, Cast.dohertys).words
    for (what, facts) in Self.told {
      try await FamilyTown.tell(town, facts)
      let page = try await FamilyPage.show(visit, Cast.dohertys).words
      let kept = town.store.memory.take(
        WrittenFamily.self, town.authority.number,
        ID(high: Cast.dohertys.high, low: Cast.dohertys.low))
      #expect(kept != nil, "\(what): not kept")
      let isOnIt = page != before
      #expect(isOnIt, "\(what)")
      let anew = try await town.store.read { reading in
        try FamilyDesk.record(reading, visit.actor, Cast.dohertys).map {
          String(
            decoding: WrittenFamily($0).bytes(for: visit.who, showsLookers: true, mayTell: true),
            as: UTF8.self)
        }
      }
      let isAsAnew = page == anew
      #expect(isAsAnew, "\(what)")
      before = page
    }
  }

  @Test func whateverIsToldIsFoundExactlyAsIfNothingWereKept() async throws {
    let town = try await FamilyTown.fresh()
    let actor = FamilyTown.visit(town).actor
    func found(_ store: Store, _ words: String) async throws -> [UInt8] {
      let answer = try await store.read {
        try SearchDesk.answer($0, actor, NameQuestion(words), WordsAsked(words), in: .everybody)
      }
      return SearchSheet(answer: answer, today: Self.day)
        .bytes(for: FamilyTown.visit(town).who)
    }
    var changes = 0
    var before: [String: [UInt8]] = [:]
    let questions = ["leo", "O'Doherty", "maur"]
    for words in questions { before[words] = try await found(town.store, words) }
    for (what, facts) in Self.told {
      try await FamilyTown.tell(town, facts)
      let forgetful = Store(
        engine: town.store.engine, schema: town.store.schema, key: nil,
        location: town.store.location, keeping: town.store.keeping)
      for words in questions {
        let (now, anew) = (
          try await found(town.store, words), try await found(forgetful, words)
        )
        let isAsAnew = now == anew
        #expect(isAsAnew, "\(what), \(words)")
        if now != before[words] { changes += 1 }
        before[words] = now
      }
    }
    #expect(changes > 5)
  }

  @Test func whomOneCouldHaveMetIsWhoBelongsNow() async throws {
    let town = try await FamilyTown.fresh()
    let actor = FamilyTown.visit(town).actor
    func people() async throws -> [String] {
      let family = try await EncounterFamily.of(
        Cast.dohertys, town.store, actor, now: AccessTown.noon)
      return family?.people.map(\.card.called) ?? []
    }
    let before = try await people()
    #expect(!before.contains("Maureen Kelly"))
    for (_, facts) in Self.told {
      try await FamilyTown.tell(town, facts)
      _ = try await people()
    }
    let after = try await people()
    #expect(after.contains("Maureen Kelly") && after.contains("Lenny O'Doherty"))
  }

  @Test func thePageOfAnotherDayIsWrittenAnew() async throws {
    let town = try await FamilyTown.fresh()
    let visit = FamilyTown.visit(town)
    let today = try await FamilyPage.show(visit, Cast.dohertys).words
    let later = Visit(
      actor: Actor(
        authority: town.authority, account: "Amara Osei", role: .socialWorker,
        practitioner: Cast.amara, today: Self.day + 400), store: visit.store, now: visit.now,
      csrf: visit.csrf, query: visit.query,
      form: visit.form, may: visit.may)
    let page = try await FamilyPage.show(later, Cast.dohertys).words
    let again = try await FamilyPage.show(visit, Cast.dohertys).words
    let (isOther, isSame) = (page != today, again == today)
    #expect(isOther && isSame)
  }

  @Test func whatIsKeptNamesNobodyOfThoseWhoLooked() async throws {
    let town = try await FamilyTown.fresh()
    _ = try await FamilyPage.show(FamilyTown.visit(town), Cast.dohertys)
    let other = FamilyTown.visit(town, by: nil, as: .analyst)
    let page = try await FamilyPage.show(other, Cast.dohertys).words
    #expect(!page.contains("Write down a meeting"))
    #expect(page.contains(AccountRole.analyst.words))
  }
}
