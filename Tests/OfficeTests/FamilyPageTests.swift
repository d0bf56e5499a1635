import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct FamilyPageTests {
  private func page(_ family: ID<Family>, _ query: String = "") async throws -> Answer {
    let town = try await FamilyTown.shared.value
    return try await FamilyPage.show(FamilyTown.visit(town, asking: query), family)
  }

  @Test func theODohertysAreNamedAsTheyAreCalledWithTheirHomeAndTheirTies() async throws {
    let page = try await page(Cast.dohertys)
    #expect(page.words.contains("<bdi>O&#39;Doherty</bdi> family"))
    #expect(page.words.contains("F000001"))
    #expect(page.plain.contains("7 Samphire Close, Marlhaven MH2 3PL"))
    #expect(page.plain.contains("Leo O&#39;Doherty Child"))
    #expect(!page.plain.contains("Leonard"))
    #expect(page.plain.contains("Ruby, Finn, Leo, Isla and Teddy are brothers and sisters."))
    #expect(page.plain.contains("Siobhán is a parent of Ruby, Finn, Leo, Isla and Teddy."))
  }

  @Test func childrenLeadToTheirOwnPagesAndGrownUpsDoNot() async throws {
    let page = try await page(Cast.dohertys).words
    #expect(page.contains("href=\"/children/\(Cast.leo)\""))
    #expect(page.ranges(of: "href=\"/children/").count == 5)
  }

  @Test func aMotherWhoNeedsAnInterpreterIsSaidToNeedOne() async throws {
    let page = try await page(Cast.kowalczyks).plain
    #expect(page.contains("Mum; Polish, with an interpreter"))
  }

  @Test func pronounsAndTheNameBeforeAreKept() async throws {
    let page = try await page(Cast.whitmores).plain
    #expect(page.contains("Child, they/them"))
    #expect(page.contains("was Lorraine Pascoe"))
  }

  @Test func whoStoodBesideSiobhánOnTheHardDayIsAmongThoseToAsk() async throws {
    let page = try await page(Cast.dohertys).plain
    let ask = try #require(page.firstRange(of: "Who to ask to visit"))
    let happened = try #require(page.firstRange(of: "What has happened"))
    let between = page[ask.upperBound..<happened.lowerBound]
    let first = try #require(between.firstRange(of: "Amara Osei"))
    let second = try #require(between.firstRange(of: "Tom Brennan"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func whoHasLeftIsNotToBeAsked() async throws {
    let town = try await FamilyTown.shared.value
    let actor = FamilyTown.visit(town).actor
    let record = try #require(
      try await town.store.read { try FamilyDesk.record($0, actor, Cast.suttons) })
    let names = record.familiarity.toAsk.map { record.colleagues.name($0.practitioner) }
    #expect(names.first == "Gwen Pritchard")
    #expect(!names.contains("Beth Coyle"))
    let page = try await page(Cast.suttons).plain
    #expect(page.contains("They know them too, and have left:"))
    #expect(page.contains("Beth Coyle"))
  }

  @Test func theChronologyIsNewestFirstAndSaysWhoWasSeenAlone() async throws {
    let page = try await page(Cast.dohertys).plain
    let kite = try #require(page.firstRange(of: "Leo and the roof"))
    let tea = try #require(page.firstRange(of: "All five together"))
    #expect(tea.lowerBound < kite.lowerBound)
    #expect(page.contains("Amara Osei, Kingfisher Pod; saw Leo alone"))
  }

  @Test func anEncounterThatWasPutRightIsShownOnceAsItIsNow() async throws {
    let town = try await FamilyTown.fresh()
    let before = try await FamilyPage.show(FamilyTown.visit(town), Cast.dohertys)
    let actor = FamilyTown.visit(town).actor
    let record = try #require(
      try await town.store.read { try FamilyDesk.record($0, actor, Cast.dohertys) })
    let old = try #require(record.encounters.first { $0.title == "Leo and the roof" })
    let new = Encounter(
      id: ID(high: .max >> 1, low: 7), family: old.family, practitioner: old.practitioner,
      day: old.day - 1, kind: old.kind, place: old.place, title: "Leo on the roof no more",
      words: old.words, met: old.met)
    try await FamilyTown.tell(
      town,
      RelationshipRecords.encounter(
        new, supersedes: ID(high: old.id.high, low: old.id.low), because: "the day was wrong"))
    let page = try await FamilyPage.show(FamilyTown.visit(town), Cast.dohertys)
    #expect(before.plain.contains("Leo and the roof"))
    #expect(!page.plain.contains("Leo and the roof"))
    #expect(page.plain.ranges(of: "Leo on the roof no more").count == 1)
    #expect(page.plain.ranges(of: "We flew the kite").count == 1)
  }

  @Test func aScriptInANameStaysAName() async throws {
    let town = try await FamilyTown.fresh()
    let person: ID<Person> = ID(high: 1, low: 99)
    let name = PersonName(given: "<script>alert(1)</script>", family: "\"><b>")
    try await FamilyTown.tell(
      town,
      [
        PeopleRecords.known(person),
        PeopleRecords.name(name, of: person, fact: ID(high: 2, low: 99)),
        PeopleRecords.member(
          FamilyMember(
            family: Cast.dohertys, person: person, relation: "<i>Child</i>",
            period: Period(from: FamilyTown.today)), fact: ID(high: 3, low: 99)),
      ], naming: [(name, person)])
    let page = try await FamilyPage.show(FamilyTown.visit(town), Cast.dohertys).words
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>") && !page.contains("<i>"))
    let found = try await SearchPage.show(FamilyTown.visit(town, asking: "q=script")).words
    #expect(found.contains("&lt;script&gt;") && !found.contains("<script"))
  }

  @Test func aFamilyOfAnotherAuthorityIsNotFound() async throws {
    let town = try await FamilyTown.shared.value
    let other = Authority(number: 2, code: "998", name: "Elsewhere")
    let answer = try await FamilyPage.show(
      FamilyTown.visit((town.store, other)), Cast.dohertys)
    guard case .notFound = answer else {
      Issue.record("another authority's family was shown")
      return
    }
  }

  @Test func aHundredEncountersStandOnAPageAndTheRestBehindIt() async throws {
    let town = try await FamilyTown.fresh()
    let facts = (0..<230).flatMap { place in
      RelationshipRecords.encounter(
        Encounter(
          id: ID(high: 50, low: UInt64(place)), family: Cast.bartons, practitioner: Cast.amara,
          day: FamilyTown.today - place, kind: .call, title: "Call number \(place) of many",
          met: [Encounter.Met(person: Cast.ezra, seen: false)]))
    }
    try await FamilyTown.tell(town, facts)
    let first = try await FamilyPage.show(FamilyTown.visit(town), Cast.bartons).plain
    let second = try await FamilyPage.show(
      FamilyTown.visit(town, asking: "page=2"), Cast.bartons
    ).plain
    #expect(first.contains("Call number 0 of many") && !first.contains("Call number 150 of many"))
    #expect(second.contains("Call number 150 of many") && second.contains("101 to 200 of "))
  }
}
