import Practice
import Testing

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesKeepsItsDate() {
    var day = Day(year: 1900, month: 1, day: 1)!
    var weekday = 1  // 1 January 1900 was a Monday
    while day.year < 2300 {
      let (year, month, number) = day.date
      #expect(Day(year: year, month: month, day: number) == day)
      #expect(day.weekday == weekday)
      #expect(Day(day.description) == day)
      weekday = weekday % 7 + 1
      day = day + 1
    }
  }

  @Test func daysThatTheCalendarDoesNotHaveAreRefused() {
    #expect(Day(year: 2026, month: 2, day: 31) == nil)
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day("2026-13-01") == nil)
    #expect(Day("26-01-01") == nil)
  }

  @Test func sixMonthsFrom31AugustEndWithFebruary() {
    let august = Day("2025-08-31")!
    #expect(august.adding(months: 6) == Day("2026-02-28")!)
    #expect(Day("2023-08-31")!.adding(months: 6) == Day("2024-02-29")!)
    #expect(Day("2024-02-29")!.adding(years: -1) == Day("2023-02-28")!)
  }

  @Test func aChildBornOn29FebruaryIsOneYearOlderOn1MarchOfACommonYear() {
    let born = Day("2024-02-29")!
    #expect(born.age(on: Day("2025-02-28")!) == 0)
    #expect(born.age(on: Day("2025-03-01")!) == 1)
    #expect(born.age(on: Day("2028-02-29")!) == 4)
  }

  @Test func clocksInLondonGoForwardAndBack() {
    let spring = Day("2027-03-28")!
    #expect(Instant(london: spring, hour: 1, minute: 30) == nil)
    #expect(Instant(london: spring, hour: 2)?.description == "2027-03-28T01:00:00.000000Z")
    let autumn = Day("2026-10-25")!
    let first = Instant(london: autumn, hour: 1, minute: 30)
    #expect(first?.description == "2026-10-25T00:30:00.000000Z")
    #expect(first?.london.hour == 1)
    #expect((first.map { $0 + 3600 })?.london.hour == 1)
    #expect((first.map { $0 + 3600 })?.london.minute == 30)
  }
}
