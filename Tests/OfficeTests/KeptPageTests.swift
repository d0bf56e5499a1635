import Foundation
import Practice
import Testing
import Town

@testable import Office
@testable import Store

/// A family's page is kept while nothing was told of anybody on it.
@Suite struct KeptPageTests {
  private static let day = FamilyTown.today
  private static let pod = ID<Team>(high: 1, low: 79)
  private static func fact(_ number: UInt64) -> ID<Fact> { ID(high: .max >> 1, low: number) }

  /// One thing told of each kind that the page shows.
  private static let told: [(what: String, facts: [FactRow])] = [
    (
      "a new name",
      [
        PeopleRecords.name(
          PersonName(kind: .preferred, given: "Lenny", family: "O'Doherty"), of: Cast.leo,
          fact: fact(1))
      ]
    ),
    (
      "a language",
      [
        PeopleRecords.about(
          Person(id: Cast.leo, born: Day("2017-05-04"), died: nil),
          PersonDetail(pronouns: "he/him", language: "Welsh", interpreter: true), fact: fact(2))
      ]
    ),
    (
      "a family name",
      [
        PeopleRecords.about(
          Family(id: Cast.dohertys, reference: "F000001", name: "O'Doherty Kelly"), fact: fact(3))
      ]
    ),
    (
      "somebody else in the family",
      [
        PeopleRecords.known(ID<Person>(high: 1, low: 77)),
        PeopleRecords.member(
          FamilyMember(
            family: Cast.dohertys, person: ID(high: 1, low: 77), relation: "Gran",
            period: Period(from: day)), fact: fact(4)),
      ]
    ),
    (
      "her name",
      [
        PeopleRecords.name(
          PersonName(given: "Maureen", family: "Kelly"), of: ID(high: 1, low: 77), fact: fact(5))
      ]
    ),
    (
      "a home",
      [
        PeopleRecords.home(Household(id: ID(high: 1, low: 78), address: "1 The Crescent")),
        PeopleRecords.residence(
          Residence(household: ID(high: 1, low: 78), person: Cast.leo, period: Period(from: day)),
          fact: fact(6)),
      ]
    ),
    (
      "a tie",
      [
        PeopleRecords.kinship(
          Kinship(person: ID(high: 1, low: 77), kind: .grandparent, of: Cast.leo, period: nil),
          fact: fact(7))
      ]
    ),
    (
      "help",
      [
        CareRecords.help(
          HelpPeriod(person: Cast.leo, period: Period(from: day - 9000)), fact: fact(8))
      ]
    ),
    (
      "a plan",
      [
        CareRecords.plan(
          Plan(
            child: Cast.leo, kind: .protection, period: Period(from: day - 3), reviewDue: day + 9),
          fact: fact(9))
      ]
    ),
    (
      "a tenure",
      [
        RelationshipRecords.tenure(
          Tenure(
            child: Cast.leo, practitioner: Cast.dean, team: nil, role: .coWorker,
            period: Period(from: day - 5)), fact: fact(10))
      ]
    ),
    (
      "a meeting",
      RelationshipRecords.encounter(
        Encounter(
          id: ID(high: .max >> 1, low: 11), family: Cast.dohertys, practitioner: Cast.gwen,
          day: day, kind: .visit, place: .home, title: "A cake", words: "Leo cut it",
          met: [.init(person: Cast.leo, seen: true, alone: false)]))
    ),
    (
      "a worker's name",
      [
        ServiceRecords.about(
          Practitioner(id: Cast.gwen, name: "Gwenllian Pritchard"), fact: fact(12))
      ]
    ),
    (
      "a posting",
      [
        ServiceRecords.known(pod),
        ServiceRecords.about(Team(id: pod, name: "Heron Pod", kind: .pod), fact: fact(13)),
        ServiceRecords.posting(
          Posting(
            practitioner: Cast.gwen, team: pod, role: .seniorSocialWorker,
            fullTimePercent: 100, employment: .permanent, period: Period(from: day)),
          fact: fact(14)),
      ]
    ),
    (
      "a team's name",
      [ServiceRecords.about(Team(id: pod, name: "Osprey Pod", kind: .pod), fact: fact(15))]
    ),
  ]

  @Test func whateverIsToldIsOnTheNextPageExactlyAsIfNothingWereKept() async throws {
    let town = try await FamilyTown.fresh()
    let visit = FamilyTown.visit(town)
    var before = try await FamilyPage.show(visit, Cast.dohertys).words
    for (what, facts) in Self.told {
      try await FamilyTown.tell(town, facts)
      let page = try await FamilyPage.show(visit, Cast.dohertys).words
      let isOnIt = page != before
      #expect(isOnIt, "\(what)")
      let anew = try await town.store.read { reading in
        try FamilyDesk.record(reading, visit.actor, Cast.dohertys).map {
          String(decoding: WrittenFamily($0).bytes(for: visit.who, mayTell: true), as: UTF8.self)
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
        try SearchDesk.answer($0, actor, NameQuestion(words))
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

  @Test func thePageOfAnotherDayIsWrittenAnew() async throws {
    let town = try await FamilyTown.fresh()
    let visit = FamilyTown.visit(town)
    let today = try await FamilyPage.show(visit, Cast.dohertys).words
    let later = Visit(
      actor: Actor(
        authority: town.authority, account: "Amara Osei", role: .socialWorker,
        practitioner: Cast.amara, today: Self.day + 400), store: visit.store, now: visit.now,
      csrf: visit.csrf, query: visit.query,
      form: visit.form)
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
