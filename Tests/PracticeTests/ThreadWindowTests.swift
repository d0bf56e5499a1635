import Practice
import Testing

@Suite struct ThreadWindowTests {
  private let today = Day("2026-03-31")!

  @Test("The window runs from the start of its first day to the end of its last")
  func shares() {
    let window = ThreadWindow(first: Day("2026-03-22")!, last: today, today: today)
    #expect(window.days == 10)
    #expect(window.share(Day("2026-03-22")!) == 0)
    #expect(window.share(Day("2026-03-27")!) == 0.5)
    #expect(window.share(today + 1) == 1)
    #expect(window.share(Day("2020-01-01")!) == 0)
  }

  @Test("A window asked for backwards or into the future is mended")
  func mended() {
    let window = ThreadWindow(first: today + 30, last: today + 60, today: today)
    #expect(window.last == today)
    #expect(window.days == 7)
  }

  @Test("A reader's choice is kept where it makes sense, and no choice is the whole")
  func chosen() {
    let facts = ThreadFacts(
      born: nil,
      tenures: [
        Tenure(
          child: ID(high: 1, low: 1), practitioner: ID(high: 1, low: 2),
          period: Period(from: Day("2019-05-14")!))
      ], names: [:])
    let whole = ThreadWindow.chosen(from: nil, to: nil, of: facts, today: today)
    #expect(whole.first == Day("2019-05-01"))
    let open = ThreadWindow.chosen(from: nil, to: Day("2021-01-01"), of: facts, today: today)
    #expect(open.first == whole.first && open.last == Day("2021-01-01"))
    let mistyped = ThreadWindow.chosen(from: Day("0001-01-01"), to: nil, of: facts, today: today)
    #expect(mistyped.days < 36_600)
  }

  @Test("A long life is marked in years, a short time in months, never too closely")
  func ticks() {
    let life = ThreadWindow(first: Day("2008-05-01")!, last: today, today: today)
    #expect(
      life.ticks(limit: 14).map(\.label)
        == ["2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026"])
    let year = ThreadWindow(first: Day("2025-04-01")!, last: today, today: today)
    #expect(year.ticks(limit: 14).map(\.label).prefix(3) == ["Apr", "May", "Jun"])
    #expect(year.ticks(limit: 14).map(\.label).contains("2026"))
    for days in stride(from: 7, through: 9000, by: 61) {
      let window = ThreadWindow(first: today - days, last: today, today: today)
      #expect(window.ticks(limit: 14).count <= 15, "\(days) days")
    }
  }

  @Test("Ages change on birthdays, and nobody has an age before being born")
  func ages() {
    let window = ThreadWindow(first: Day("2024-04-01")!, last: today, today: today)
    let ages = window.ages(born: Day("2012-08-19")!)
    #expect(ages.map(\.age) == [11, 12, 13])
    #expect(ages.map(\.from).dropFirst().elementsEqual(ages.map(\.until).dropLast()))
    #expect(window.ages(born: Day("2025-01-01")!).map(\.age) == [0, 1])
    #expect(window.ages(born: today + 20).isEmpty)
  }

  @Test(
    "Lengths of time read as people say them",
    arguments: [
      ("2026-03-31", "2026-03-31", "less than a day"), ("2026-03-30", "2026-03-31", "1 day"),
      ("2026-03-11", "2026-03-31", "20 days"), ("2026-03-10", "2026-03-31", "3 weeks"),
      ("2025-12-31", "2026-03-31", "3 months"), ("2025-03-31", "2026-03-31", "1 year"),
      ("2023-06-01", "2026-03-31", "2 years 9 months"),
      ("2020-02-29", "2021-02-28", "1 year"), ("2020-12-01", "2022-01-01", "1 year 1 month"),
    ])
  func lengths(from: String, until: String, words: String) {
    #expect(Day(from)!.length(until: Day(until)!) == words)
  }

  @Test("Every meeting is a dot in exactly one pile, however wide the piles are")
  func piles() {
    let dana = ID<Practitioner>(high: 1, low: 1)
    let meetings = (0..<300).map { place in
      ThreadMeeting(
        day: today - place * 9 % 700, practitioner: dana, kind: place % 3 == 0 ? .call : .visit,
        seen: place % 3 != 0, alone: place % 5 == 0)
    }
    let facts = ThreadFacts(born: nil, tenures: [], names: [dana: "Dana"], meetings: meetings)
    let thread = ChildThread(facts, window: .whole(facts, today: today))
    for columns in [1, 7, 40, 145, 2000] {
      let piles = thread.lanes[0].piles(columns: columns, window: thread.window)
      #expect(piles.count <= columns)
      let dots = piles.flatMap(\.dots)
      #expect(dots.count == 300)
      #expect(dots.count { $0 == .apart } == 100)
      #expect(piles.map(\.at) == piles.map(\.at).sorted())
    }
    #expect(thread.lanes[0].piles(columns: 0, window: thread.window).isEmpty)
  }

  @Test("Seen alone on a call is not seen alone in the room, and not seen is never seen alone")
  func dots() {
    func dot(_ kind: Encounter.Kind, seen: Bool, alone: Bool) -> ThreadDot {
      ThreadDot(
        ThreadMeeting(
          day: today, practitioner: ID(high: 1, low: 1), kind: kind, seen: seen, alone: alone))
    }
    #expect(dot(.visit, seen: true, alone: true) == .alone)
    #expect(dot(.visit, seen: true, alone: false) == .seen)
    #expect(dot(.visit, seen: false, alone: true) == .apart)
    #expect(dot(.call, seen: true, alone: false) == .apart)
    #expect(dot(.call, seen: true, alone: true) == .apart)
  }
}
