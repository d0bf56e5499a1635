import Measuring
import Practice
import Testing

/// A small service: children by number, workers by letter.
struct RelationshipTown {
  static func child(_ number: UInt64) -> ID<Person> { ID(high: 1, low: number) }
  static func worker(_ letter: String) -> ID<Practitioner> {
    ID(high: 2, low: UInt64(letter.utf8.first!))
  }
  static func day(_ iso: String) -> Day { Day(iso)! }

  static func tenure(
    _ letter: String, _ from: String, _ until: String? = nil, because begun: ChangeReason? = nil,
    role: TenureRole = .keyworker, child: UInt64 = 1
  ) -> Tenure {
    Tenure(
      child: self.child(child), practitioner: worker(letter), role: role,
      period: Period(from: day(from), until: until.map(day))!, begun: begun)
  }

  static func care(
    _ from: String, _ until: String? = nil, _ status: LegalStatus = .careOrder, child: UInt64 = 1
  ) -> CareEpisode {
    CareEpisode(
      child: self.child(child), period: Period(from: day(from), until: until.map(day))!,
      reasonBegun: "S", legalStatus: status, need: "N1", home: "U1")
  }
}

@Suite struct StabilityTests {
  typealias Town = RelationshipTown
  let reportingDay = Town.day("2026-03-31")

  func twelve(_ tenures: [Tenure], care: [CareEpisode] = [Town.care("2020-01-01")]) -> Stability {
    .twelveMonths(of: ChildHistory.grouped(tenures: tenures, care: care), asAt: reportingDay)
  }

  @Test(arguments: [
    ("2026-03-31", 12, "2025-04-01"), ("2026-03-31", 24, "2024-04-01"),
    ("2024-02-29", 12, "2023-03-01"), ("2024-02-28", 12, "2023-03-01"),
    ("2025-02-28", 12, "2024-02-29"), ("2025-03-01", 12, "2024-03-02"),
    ("2024-02-29", 24, "2022-03-01"), ("2026-01-01", 12, "2025-01-02"),
  ])
  func theWindowBeginsOnTheDayAfterTheSameDateBefore(day: String, months: Int, first: String) {
    let window = LookBack(months: months, asAt: Town.day(day))
    #expect(window.first == Town.day(first))
    #expect(window.contains(Town.day(first)))
    #expect(!window.contains(Town.day(first) - 1))
    #expect(window.contains(Town.day(day)))
    #expect(!window.contains(Town.day(day) + 1))
  }

  @Test func aWorkerWhoComesBackIsCountedOnce() {
    let answer = twelve([
      Town.tenure("A", "2025-01-01", "2025-06-01"), Town.tenure("B", "2025-06-01", "2025-09-01"),
      Town.tenure("A", "2025-09-01"),
    ])
    #expect(answer.two == 1)
    #expect(answer.each.first?.workers == [Town.worker("A"), Town.worker("B")])
    #expect(answer.each.first?.tenures == [0, 1, 2])
  }

  @Test func aWorkerWhoEndedOnTheFirstDayOfTheWindowCounts() {
    let now = Town.tenure("B", "2025-04-01")
    #expect(twelve([Town.tenure("A", "2024-01-01", "2025-04-01"), now]).two == 1)
    #expect(twelve([Town.tenure("A", "2024-01-01", "2025-03-31"), now]).one == 1)
  }

  @Test func aWorkerWhoBeginsOnTheDayCountsAndOneWhoBeginsTheDayAfterDoesNot() {
    let first = Town.tenure("A", "2020-01-01")
    #expect(twelve([first, Town.tenure("B", "2026-03-31")]).two == 1)
    #expect(twelve([first, Town.tenure("B", "2026-04-01")]).one == 1)
  }

  @Test func onlyKeyworkersCount() {
    let answer = twelve([
      Town.tenure("A", "2020-01-01"), Town.tenure("B", "2025-05-01", role: .coWorker),
      Town.tenure("C", "2025-05-01", role: .cover),
    ])
    #expect(answer.one == 1)
  }

  @Test func childrenFallIntoFourBands() {
    let letters = ["A", "B", "C", "D"]
    var tenures: [Tenure] = []
    for workers in 0...4 {
      for letter in letters.prefix(workers) {
        tenures.append(Town.tenure(letter, "2025-05-01", child: UInt64(workers)))
      }
    }
    let care = (0...4).map { Town.care("2020-01-01", child: $0) }
    let answer = twelve(tenures, care: care)
    #expect([answer.none, answer.one, answer.two, answer.threeOrMore] == [1, 1, 1, 2])
    #expect(answer.children == 5)
    #expect(answer.shareOfThreeOrMore.count == 2)
    #expect(answer.shareOfThreeOrMore.total == 5)
  }

  @Test func aChildWhoLeftCareOnTheDayIsNotCounted() {
    let worker = [Town.tenure("A", "2020-01-01")]
    #expect(twelve(worker, care: [Town.care("2020-01-01", "2026-03-31")]).children == 0)
    #expect(twelve(worker, care: [Town.care("2020-01-01", "2026-04-01")]).children == 1)
    #expect(twelve(worker, care: [Town.care("2026-03-31")]).children == 1)
    #expect(twelve(worker, care: [Town.care("2026-04-01")]).children == 0)
    #expect(twelve(worker, care: []).children == 0)
  }

  @Test(arguments: LegalStatus.allCases)
  func onlyShortBreaksOnTheDayLeaveAChildOut(status: LegalStatus) {
    let answer = twelve(
      [Town.tenure("A", "2020-01-01")], care: [Town.care("2020-01-01", nil, status)])
    let leftOut = status.rawValue == "V3" || status.rawValue == "V4"
    #expect(answer.children == (leftOut ? 0 : 1))
    #expect(answer.leftOut == (leftOut ? [Town.child(1)] : []))
  }

  @Test func shortBreaksBeforeTheDayDoNotLeaveAChildOut() {
    let care = [
      Town.care("2024-01-01", "2025-08-01", .shortBreaks), Town.care("2025-08-01", nil, .careOrder),
    ]
    #expect(twelve([Town.tenure("A", "2020-01-01")], care: care).children == 1)
    let other = [
      Town.care("2024-01-01", "2025-08-01", .careOrder), Town.care("2025-08-01", nil, .shortBreaks),
    ]
    #expect(twelve([Town.tenure("A", "2020-01-01")], care: other).children == 0)
  }
}

@Suite struct TwoYearsOfStabilityTests {
  typealias Town = RelationshipTown

  func children(_ care: [CareEpisode], asAt day: String = "2026-03-31") -> Int {
    Stability.twentyFourMonths(
      of: ChildHistory.grouped(tenures: [Town.tenure("A", "2020-01-01")], care: care),
      asAt: Town.day(day)
    ).children
  }

  @Test func episodesEndToEndAreOneTimeInCare() {
    #expect(
      children([
        Town.care("2025-09-01"), Town.care("2023-01-01", "2025-02-01"),
        Town.care("2025-02-01", "2025-09-01"),
      ]) == 1)
  }

  @Test func aGapOfOneDayBreaksIt() {
    #expect(children([Town.care("2023-01-01", "2025-02-01"), Town.care("2025-02-02")]) == 0)
  }

  @Test func theFirstDayOfTheWindowBelongsToIt() {
    #expect(children([Town.care("2024-04-01")]) == 1)
    #expect(children([Town.care("2024-04-02")]) == 0)
    #expect(children([Town.care("2023-01-01", "2024-04-01"), Town.care("2024-04-01")]) == 1)
    #expect(children([Town.care("2023-01-01", "2024-03-31"), Town.care("2024-04-01")]) == 1)
  }

  @Test func theDayItselfBelongsToIt() {
    #expect(children([Town.care("2020-01-01", "2026-03-31")]) == 0)
    #expect(children([Town.care("2020-01-01", "2026-04-01")]) == 1)
    #expect(children([Town.care("2020-01-01", "2026-03-31"), Town.care("2026-03-31")]) == 1)
  }

  @Test func twoYearsBeforeALeapDayBeginOnTheFirstOfMarch() {
    #expect(children([Town.care("2022-03-01")], asAt: "2024-02-29") == 1)
    #expect(children([Town.care("2022-03-02")], asAt: "2024-02-29") == 0)
  }

  @Test func workersOfBothYearsAreCounted() {
    let tenures = [
      Town.tenure("A", "2020-01-01", "2024-04-01"), Town.tenure("B", "2024-04-01", "2025-01-01"),
      Town.tenure("C", "2025-01-01"),
    ]
    let histories = ChildHistory.grouped(tenures: tenures, care: [Town.care("2020-01-01")])
    let day = Town.day("2026-03-31")
    #expect(Stability.twentyFourMonths(of: histories, asAt: day).threeOrMore == 1)
    #expect(Stability.twelveMonths(of: histories, asAt: day).one == 1)
  }

  /// Days counted one by one, against the reading, over small worlds of one or two episodes.
  @Test func everySmallWorldAgreesWithCountingDays() throws {
    let last = Town.day("2026-03-31")
    let window = LookBack(months: 24, asAt: last)
    let marks = [-1, 0, 1, 300, 729, 730, 731].map { window.first + $0 }
    let periods = marks.flatMap { from in
      [Period(from: from)] + marks.compactMap { Period(from: from, until: $0) }
    }
    for one in periods {
      for other in periods {
        let care = [one, other].map {
          CareEpisode(
            child: Town.child(1), period: $0, reasonBegun: "S", legalStatus: .careOrder,
            need: "N1", home: "U1")
        }
        let history = ChildHistory(child: Town.child(1), tenures: [], care: care)
        let lived = (0...(last - window.first)).allSatisfy { offset in
          care.contains { $0.period.holds(on: window.first + offset) }
        }
        #expect(history.isLookedAfter(throughout: window.first, last) == lived)
      }
    }
  }
}
