import Practice
import Testing

/// The thread through the lives of a few children, told with as few facts as each story needs.
@Suite struct ThreadTests {
  private let today = Day("2026-03-31")!

  @Test("A child whom nobody has met has a thread without lanes")
  func nobody() {
    let thread = thread([])
    #expect(thread.lanes.isEmpty)
    #expect(thread.steps.isEmpty && thread.gaps.isEmpty && thread.changes.isEmpty)
    #expect(thread.summary == ChildThread.Summary())
  }

  @Test("With one worker the thread runs from the first day to the edge of today")
  func oneWorker() {
    let thread = thread([time(dana, "2025-04-01", nil)])
    #expect(thread.lanes.map(\.name) == ["Dana"])
    #expect(thread.steps.map(\.until) == [1])
    #expect(thread.lanes[0].spans[0].goesOn)
    #expect(thread.changes.map(\.before) == [nil])
    #expect(thread.summary.current?.since == Day("2025-04-01"))
    #expect(thread.gaps.isEmpty)
  }

  @Test("A worker who comes back has one lane, and the thread returns to it")
  func comesBack() {
    let thread = thread([
      time(dana, "2020-01-01", "2021-01-01"), time(sam, "2021-01-01", "2022-01-01"),
      time(dana, "2022-01-01", nil, .childAsked),
    ])
    #expect(thread.lanes.map(\.name) == ["Dana", "Sam"])
    #expect(thread.steps.map(\.lane) == [0, 1, 0])
    #expect(thread.changes.map(\.isReturn) == [false, false, true])
    #expect(thread.changes.last?.reason == .childAsked)
    #expect(thread.summary.keyworkers == 2)
    #expect(thread.summary.changes == 2)
  }

  @Test("Days with nobody are whole days: the day one ends on is still theirs")
  func gap() {
    let thread = thread([
      time(dana, "2021-01-01", "2021-11-08"), time(sam, "2021-12-20", nil),
    ])
    #expect(thread.gaps.map(\.first) == [Day("2021-11-09")])
    #expect(thread.gaps.map(\.last) == [Day("2021-12-19")])
    #expect(thread.summary.daysWithNobody == 41)
  }

  @Test("A handover on one day, or from one day to the next, is no gap")
  func noGap() {
    for next in ["2021-11-08", "2021-11-09"] {
      let thread = thread([time(dana, "2021-01-01", "2021-11-08"), time(sam, next, nil)])
      #expect(thread.gaps.isEmpty, "next began \(next)")
    }
  }

  @Test("Cover during a gap is named, and does not become the keyworker")
  func cover() {
    let thread = thread([
      time(dana, "2021-01-01", "2021-11-08"),
      time(tom, "2021-11-10", "2021-12-20", role: .cover), time(sam, "2021-12-20", nil),
    ])
    #expect(thread.gaps.map { $0.cover.map { thread.lanes[$0].name } } == [["Tom"]])
    #expect(thread.summary.keyworkers == 2)
  }

  @Test("Out of care between two times in care, the thread rests and nothing is missing")
  func betweenTimesInCare() {
    let thread = thread(
      [time(dana, "2018-01-01", "2019-01-01"), time(sam, "2021-01-06", nil)],
      care: [care("2018-01-01", "2019-01-01", .careOrder), care("2021-01-01", nil, .careOrder)])
    #expect(thread.gaps.map(\.days) == [5])
    #expect(thread.gaps.map(\.first) == [Day("2021-01-01")])
  }

  @Test("Before workers were recorded it is not known who there was, which is not nobody")
  func notRecorded() {
    let thread = thread(
      [time(dana, "2023-04-10", nil)], care: [care("2021-01-01", nil, .careOrder)],
      recorded: [Period(from: Day("2023-04-01")!)])
    #expect(thread.gaps.map(\.kind) == [.notRecorded, .nobody])
    #expect(thread.summary.daysWithNobody == 9)
  }

  @Test("A child in care whose last worker left has nobody up to this day")
  func nobodyNow() {
    let thread = thread(
      [time(dana, "2024-01-01", "2026-02-01")], care: [care("2024-01-01", nil, .careOrder)])
    #expect(thread.gaps.map(\.last) == [nil])
    #expect(thread.gaps.map(\.days) == [58])
    #expect(thread.gaps.map(\.until) == [1])
    #expect(thread.summary.current == nil)
  }

  @Test("Where two overlap, the thread is with the later, and with the earlier again after")
  func overlap() {
    let thread = thread([
      time(dana, "2020-01-01", "2023-01-01"), time(sam, "2021-01-01", "2022-01-01"),
    ])
    #expect(thread.steps.map(\.lane) == [0, 1, 0])
    let ends = ["2021-01-01", "2022-01-01", "2023-01-01"].map(Day.init)
    #expect(thread.steps.map(\.period.until) == ends)
  }

  @Test("Two times of one worker that follow on are one stretch of thread and no change")
  func followsOn() {
    let thread = thread([time(dana, "2020-01-01", "2021-01-01"), time(dana, "2021-01-01", nil)])
    #expect(thread.steps.count == 1)
    #expect(thread.changes.count == 1)
    #expect(thread.summary.changes == 0)
  }

  @Test("Zooming in keeps each worker's colour, and what began before says so")
  func zoom() {
    let facts = facts([time(dana, "2018-01-01", "2020-01-01"), time(sam, "2020-01-01", nil)])
    let window = ThreadWindow(first: Day("2025-01-01")!, last: today, today: today)
    let thread = ChildThread(facts, window: window)
    #expect(thread.lanes.map(\.name) == ["Sam"])
    #expect(thread.lanes.map(\.order) == [1])
    #expect(thread.lanes[0].spans[0].opensBefore)
    #expect(thread.steps.map(\.from) == [0])
    #expect(thread.changes.isEmpty)
    #expect(thread.summary.keyworkers == 2)
  }

  @Test("Care under one status is one band over changes of home, and time at home is blank")
  func careBand() {
    let thread = thread(
      [time(dana, "2018-01-01", nil)],
      care: [
        care("2018-01-01", "2018-06-01", .careOrder), care("2018-06-01", "2019-01-01", .careOrder),
        care("2021-01-01", nil, .careOrder),
      ])
    #expect(thread.care.map(\.period.from) == [Day("2018-01-01"), Day("2021-01-01")])
    #expect(thread.care.map(\.period.until) == [Day("2019-01-01"), nil])
  }

  @Test("Someone who met the child without any role has a line, under the keyworkers")
  func metWithoutRole() {
    let meeting = ThreadMeeting(
      day: Day("2025-08-02")!, practitioner: tom, kind: .visit, seen: true, alone: false)
    let thread = thread([time(dana, "2025-01-01", nil)], meetings: [meeting])
    #expect(thread.lanes.map(\.name) == ["Dana", "Tom"])
    #expect(thread.lanes[1].spans.isEmpty)
    #expect(thread.lanes[1].meetings == [meeting])
  }

  @Test("Someone whose name nobody knows is shown all the same")
  func unnamed() {
    let stranger = ID<Practitioner>(high: 9, low: 9)
    #expect(thread([time(stranger, "2025-01-01", nil)]).lanes.map(\.name) == ["Name not recorded"])
  }

  private let dana = ID<Practitioner>(high: 1, low: 1)
  private let sam = ID<Practitioner>(high: 1, low: 2)
  private let tom = ID<Practitioner>(high: 1, low: 3)
  private let leo = ID<Person>(high: 2, low: 1)

  private func time(
    _ who: ID<Practitioner>, _ from: String, _ until: String?, _ reason: ChangeReason? = nil,
    role: TenureRole = .keyworker
  ) -> Tenure {
    Tenure(
      child: leo, practitioner: who, role: role,
      period: Period(from: Day(from)!, until: until.flatMap(Day.init))!, begun: reason)
  }

  private func care(_ from: String, _ until: String?, _ status: LegalStatus) -> CareEpisode {
    CareEpisode(
      child: leo, period: Period(from: Day(from)!, until: until.flatMap(Day.init))!,
      reasonBegun: "S", legalStatus: status, need: "N1", home: "U4")
  }

  private func facts(_ tenures: [Tenure]) -> ThreadFacts {
    ThreadFacts(
      born: Day("2012-08-19"), tenures: tenures, names: [dana: "Dana", sam: "Sam", tom: "Tom"])
  }

  private func thread(
    _ tenures: [Tenure], meetings: [ThreadMeeting] = [], care: [CareEpisode] = [],
    recorded: [Period]? = nil
  ) -> ChildThread {
    var facts = facts(tenures)
    facts.meetings = meetings
    facts.care = care
    facts.recorded = recorded
    return ChildThread(facts, window: .whole(facts, today: today))
  }
}
