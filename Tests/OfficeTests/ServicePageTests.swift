import Foundation
import Measuring
import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct ServicePageTests {
  @Test func anEmptyServiceTeachesHowFiguresCome() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let page = try await ServicePage.show(bench.visit()).text
    #expect(page.contains("Nobody’s social worker is in the record yet."))
    #expect(page.contains("href=\"/imports\""))
  }

  @Test func aYoungRecordSaysWhatItCannotSay() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let words = try await ServicePage.show(bench.visit()).text.words
    #expect(words.contains("known from returns, from 1 April 2025 on"))
    #expect(words.contains("The last return ends on 31 March 2026"))
    #expect(words.contains("Over two years") && words.contains("This cannot be complete yet."))
    #expect(words.contains("31 March 2026 1 0 0 1 0"))
  }

  @Test func whatIsBroughtInShowsAtOnce() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    #expect(
      try await ServicePage.show(bench.visit()).text.words.contains("Of the one child in care"))
    let more = OneChildReturn.all.map { file in
      (file.0, file.1.replacingOccurrences(of: "100234", with: "100235"))
    }
    try await bench.bringIn(more)
    #expect(try await ServicePage.show(bench.visit()).text.words.contains("Of 2 children in care"))
  }

  @Test func everyNumberOfTheTownOpensToJustSoManyChildren() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let page = try await ServicePage.show(bench.visit()).text
    let links = page.matches(of: /href="\/service\/children\?([^"]*)">([0-9,]+)<\/a>/)
    #expect(links.count > 20)
    for link in links {
      let query = String(link.1).replacingOccurrences(of: "&amp;", with: "&")
      let list = try await ServicePage.children(bench.visit(.inspector, query: query)).text
      let children = list.count(of: "href=\"/children/")
      let isReason = query.contains("reason=")
      // One child may have had two changes for one reason.
      #expect(isReason ? children > 0 && children <= Int(link.2)! : children == Int(link.2)!)
    }
  }

  @Test func whomTheChildrenMetStandsBesideByPersonAndByTeam() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let (authority, today) = (bench.authority, ChildBench.today)
    let children = try await bench.store.read { reading in
      let histories = try StabilityDesk(reading, authority).histories
      return try ContactDesk(
        reading, authority, of: histories.filter { $0.isLookedAfter(on: today) }, asAt: today
      ).children
    }
    let teams = ContinuitySummary(of: children.map(\.teams))
    let persons = ContinuitySummary(of: children.map(\.persons))
    let (alone, together) = (
      try #require(persons.mean(\.herfindahl)), try #require(teams.mean(\.herfindahl))
    )
    #expect(together > alone)
    let words = try await ServicePage.show(bench.visit()).text.words
    #expect(
      words.contains(String(format: "all meetings Herfindahl %.2f %.2f", alone, together)))
    let known = children.reduce(0) { $0 + $1.familiarFaces.count }
    let total = children.reduce(0) { $0 + $1.familiarFaces.total }
    #expect(total > 0 && words.contains("\(known) of \(total) meetings were with somebody"))
  }

  @Test func whatNoReturnTellsOfMeetingsIsSaid() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let words = try await ServicePage.show(bench.visit()).text.words
    #expect(words.contains("Who met a child is in no return"))
  }

  @Test func theServicesPageNamesNoWorker() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let names = try await bench.store.read { reading in
      try reading.all("SELECT name FROM practitioner_about") { $0.text(0) }
    }
    let main = try await ServicePage.show(bench.visit()).text.between("<main", "</main>")
    #expect(names.count > 20 && names.allSatisfy { !main.contains($0) })
  }

  @Test func passingOnAndReorganisingStandFirstAndOnTheirOwn() async throws {
    let bench = try await ChildBench.town()
    defer { bench.remove() }
    let table = try await ServicePage.show(bench.visit()).text
      .between("id=\"changes-title\"", "</section>")
    let promised = table.between("<tbody>", "Both together").words
    #expect(promised.hasPrefix("Passed on between teams"))
    #expect(promised.contains("The service was reorganised"))
    #expect(!promised.contains("left"))
  }

  @Test func moreThanTwoHundredChildrenComeInPages() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let numbers = (0..<205).map { "\(200_000 + $0)" }
    let files = OneChildReturn.all.map { file in
      let lines = file.1.split(separator: "\n").map(String.init)
      let rows = numbers.flatMap { number in
        lines.dropFirst().map { $0.replacingOccurrences(of: "100234", with: number) }
      }
      return (file.0, ([lines[0]] + rows).joined(separator: "\n") + "\n")
    }
    try await bench.bringIn(files)
    let query = "day=2026-03-31&months=12&band=2"
    let first = try await ServicePage.children(bench.visit(.inspector, query: query)).text
    #expect(first.count(of: "href=\"/children/") == 200 && first.contains("1 to 200 of 205"))
    let second = try await ServicePage.children(
      bench.visit(.inspector, query: query + "&page=2")
    ).text
    #expect(second.count(of: "href=\"/children/") == 5 && second.contains("201 to 205 of 205"))
    let beyond = try await ServicePage.children(bench.visit(query: query + "&page=99")).text
    #expect(beyond.contains("201 to 205 of 205"))
  }

  @Test(arguments: [
    "", "day=2026-02-31&months=12&band=3", "day=2026-03-31&months=13&band=3",
    "day=2026-03-31&months=12&band=4", "day=2026-03-31&reason=NONE",
  ])
  func aQuestionThatTheServiceDoesNotAnswerIsNotFound(query: String) async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    #expect(try await ServicePage.children(bench.visit(query: query)).isNotFound)
  }

  @Test func aQuestionIsReadFromItsOwnAddress() throws {
    let day = try #require(Day("2026-03-31"))
    let abouts: [ServicePageQuestion.About] = [
      .band(months: 24, band: 0), .reason(.restructure), .withoutWorker,
    ]
    for about in abouts {
      let question = ServicePageQuestion(day: day, about: about, page: 3)
      let query = question.address.text.split(separator: "?")[1]
      #expect(ServicePageQuestion(NamedValues(urlEncoded: Array(query.utf8))) == question)
    }
  }

  @Test func thousandsAreSetApart() {
    #expect(
      [0, 999, 1000, 81_770, 1_234_567, -1000].map(\.grouped)
        == ["0", "999", "1,000", "81,770", "1,234,567", "-1,000"])
  }

  @Test func theSeriesHoldsOnlyYearsThatTheRecordCovers() throws {
    let (begins, today) = (try #require(Day("2024-04-01")), try #require(Day("2026-11-20")))
    let days = RelationshipSeries.days(recordBegins: begins, today: today)
    #expect(days.map(\.description) == ["2025-03-31", "2026-03-31", "2026-11-20"])
    #expect(RelationshipSeries.days(recordBegins: nil, today: today).isEmpty)
    #expect(RelationshipSeries.days(recordBegins: begins + 1, today: today).count == 2)
  }
}
