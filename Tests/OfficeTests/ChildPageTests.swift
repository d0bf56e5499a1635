import Foundation
import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct ChildPageTests {
  @Test func whoeverReadsLeosPageKnowsWhomToAskToVisit() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let page = try await bench.child(Cast.leo)
    let advice = page.between("id=\"known-title\"", "<table").words
    #expect(advice.contains("If somebody has to visit, ask Amara Osei, then "))
    #expect(page.contains("<h1><bdi>Leo O&#39;Doherty</bdi></h1>"))
    #expect(page.words.contains("Also known as Leonard O&#39;Doherty"))
  }

  @Test func whoHasLeftIsShownAsGoneAndNotAsked() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let known = try await bench.child(Cast.ellieMae)
      .between("id=\"known-title\"", "id=\"figures-title\"")
    let (asked, gone) = (known.between("In the order", "<details"), known.between("<details", "§"))
    #expect(asked.contains("Gwen Pritchard") && !asked.contains("Karen Holt"))
    #expect(gone.contains("Karen Holt") && gone.contains("left on "))
  }

  @Test func aWorkerWhoComesBackCountsOnceAndKeepsOneLane() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let child = try #require(try await bench.numbered("100234"))
    let page = try await bench.child(child)
    #expect(page.contains("2 different social workers in the last 24 months"))
    #expect(page.contains("id=\"alongside-0-0\"") && page.contains("id=\"alongside-0-1\""))
    #expect(page.contains("id=\"alongside-1-0\"") && !page.contains("id=\"alongside-2-"))
    #expect(page.words.contains("2 changes of social worker in all"))
    #expect(page.contains("passed on between teams"))
  }

  @Test func aTimeWithNobodyIsShownAndATimeBeforeTheReturnIsNotCalledOne() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let child = try #require(try await bench.numbered("100234"))
    let words = try await bench.child(child).words
    #expect(words.contains("For 34 days there was no named social worker"))
    #expect(words.contains("Not recorded who 1 Mar 2020 28 Feb 2025"))
  }

  @Test func aChildOfAReturnIsCalledByTheReturnsNumber() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let child = try #require(try await bench.numbered("100234"))
    let page = try await bench.child(child)
    #expect(page.contains("<h1><bdi>Child 100234</bdi></h1>"))
    #expect(page.contains("A return told of this child without a name."))
    #expect(page.contains("With a foster family") && page.contains("in care: care order"))
  }

  @Test func aPeriodShowsThatPeriodAndNothingBefore() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let whole = try await bench.child(Cast.ellieMae).between("id=\"thread\"", "known-title")
    let late = try await bench.child(Cast.ellieMae, query: "from=2025-11-21&to=2026-11-20")
      .between("id=\"thread\"", "known-title")
    #expect(whole.contains("Karen Holt") && !late.contains("Karen Holt"))
    #expect(late.contains("Gwen Pritchard"))
    #expect(late.between("aria-current", "</a>").hasSuffix("12 months"))
  }

  @Test(arguments: ["from=0001-01-01", "to=0001-01-01", "from=9999-12-31&to=0001-01-01", "from=x"])
  func anOddPeriodIsTakenAsFarAsAnythingIsKnown(query: String) async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let page = try await bench.child(Cast.leo, query: query)
    #expect(page.contains("Amara Osei") && page.utf8.count < 60_000)
  }

  /// Nine keyworkers one after the other and three others, each of whom met the child 25 times.
  @Test func twelveWorkersAndThreeHundredMeetingsMakeAPageOfAtMostSixtyKilobytes() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let (child, day) = (ID<Person>(high: 1, low: 1), Day("2016-01-04")!)
    func id<Of>(_ number: Int) -> ID<Of> { ID(high: 2, low: UInt64(number)) }
    let reasons: [ChangeReason] = [.firstContact, .standardTransfer, .restructure, .workerLeft]
    var facts = [
      PeopleRecords.known(child),
      PeopleRecords.name(
        PersonName(given: "Zuzanna", family: "Kowalczyk-O'Shea"), of: child, fact: id(1)),
      PeopleRecords.about(
        Person(id: child, born: Day("2011-02-03"), died: nil), PersonDetail(), fact: id(2)),
      PeopleRecords.member(
        FamilyMember(
          family: Cast.kowalczyks, person: child, relation: "Child", period: Period(from: day)),
        fact: id(3)),
      CareRecords.help(HelpPeriod(person: child, period: Period(from: day)), fact: id(4)),
      CareRecords.plan(
        Plan(child: child, kind: .need, period: Period(from: day), reviewDue: day + 4000),
        fact: id(5)),
    ]
    for place in 0..<12 {
      let (who, from) = (ID<Practitioner>(high: 3, low: UInt64(place)), day + place % 9 * 420)
      facts.append(ServiceRecords.known(who))
      facts.append(
        ServiceRecords.about(
          Practitioner(id: who, name: "Worker Number-\(place)", registration: nil),
          fact: id(10 + place)))
      facts.append(
        RelationshipRecords.tenure(
          Tenure(
            child: child, practitioner: who, role: place < 9 ? .keyworker : .coWorker,
            period: Period(from: from, until: place == 8 ? nil : from + 420)!,
            begun: reasons[place % 4]), fact: id(30 + place)))
      for time in 0..<25 {
        facts += RelationshipRecords.encounter(
          Encounter(
            id: id(1000 + 100 * place + time), family: Cast.kowalczyks, practitioner: who,
            day: from + time * 16, kind: time % 4 == 0 ? .call : .visit, place: nil,
            title: "A visit", words: "We talked.",
            met: [.init(person: child, seen: time % 4 != 0, alone: time % 4 == 1)]))
      }
    }
    try await FamilyTown.tell((bench.store, bench.authority), facts)
    let page = try await bench.child(child)
    #expect(page.contains("Worker Number-11") && page.contains("Times met"))
    #expect(page.utf8.count < 60_000)
  }

  @Test func eachFigureOpensToTheTellingsBeneathIt() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let tenure = try await bench.store.read { reading in
      try reading.first(
        """
        SELECT telling FROM tenure WHERE child = \(Cast.leo) AND role = 'keyworker'
        ORDER BY telling DESC LIMIT 1
        """
      ) { $0.int(0) }
    }
    let figure = try await bench.child(Cast.leo)
      .between("1 social worker in the last 24 months", "</details>")
    #expect(figure.words.contains(", no. \(try #require(tenure))"))
  }

  @Test func meetingsThatAreTooFewSaySo() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let child = try #require(try await bench.numbered("100234"))
    let page = try await bench.child(child)
    #expect(page.contains("No meeting in person recorded in the last 12 months"))
    #expect(!page.contains("UPC"))
  }

  @Test func aScriptInANameIsOnlyAName() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    try await bench.store.write { writing in
      var ids = IDMaker(at: ChildBench.noon, using: SystemRandomNumberGenerator())
      let name = PersonName(
        kind: .preferred, given: "<script>alert(1)</script>", family: "\"\u{301} onload=\"x")
      try writing.tell(
        TellingRow(.takeName, id: ids.next(), by: "Wei Chen", recorded: ChildBench.noon),
        authority: 1, [PeopleRecords.name(name, of: Cast.leo, fact: ids.next())])
    }
    let page = try await bench.child(Cast.leo)
    #expect(!page.utf8.elementsEqual("".utf8) && page.count(of: "<script") == 0)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func whoeverIsNotInTheRecordIsNotFound() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    #expect(try await ChildPage.show(bench.visit(), Cast.leo).isNotFound)
  }
}
