import Practice
import Testing

/// Which days are working days, and counting by them (fact book 2.1 and 2.4).
@Suite struct WorkingCalendarTests {
  private let england = WorkingCalendar.england

  /// Weekdays on which nobody works, as the official list has them: the moved days of 2020, the
  /// extra ones of 2022 and 2023, and Good Friday and Christmas Day, which are holidays by custom.
  private static let holidays = [
    "2014": "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "2015": "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "2016": "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    "2017": "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    "2018": "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    "2019": "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    "2020": "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    "2021": "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    "2022": "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    "2023": "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    "2024": "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    "2025": "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "2026": "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    "2027": "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  ]

  @Test func everyWeekdayOfFourteenYearsIsAWorkingDayUnlessTheListSaysOtherwise() throws {
    var listed: Set<Day> = []
    for (year, days) in Self.holidays {
      for day in days.split(separator: " ") {
        listed.insert(try #require(Day("\(year)-\(day)")))
      }
    }
    #expect(listed.count == 115)
    var day = england.known.lowerBound
    while day <= england.known.upperBound {
      let works = day.weekday <= 5 && !listed.contains(day)
      #expect(try england.isWorkingDay(day) == works, "\(day)")
      day = day + 1
    }
  }

  @Test(arguments: [
    ("2026-12-18", 10, "2027-01-06"), ("2022-05-27", 15, "2022-06-21"),
    ("2024-03-20", 45, "2024-05-28"), ("2020-04-24", 20, "2020-05-26"),
    ("2022-09-09", 15, "2022-10-03"), ("2023-04-06", 1, "2023-04-11"),
    // A day on which nobody works keeps its own date, and counting begins after it.
    ("2026-04-05", 1, "2026-04-07"), ("2026-02-28", 0, "2026-02-28"),
  ])
  func aLimitOfWorkingDaysIsCountedFromTheDayAfter(_ from: String, _ count: Int, _ to: String)
    throws
  {
    let (from, to) = (try #require(Day(from)), try #require(Day(to)))
    #expect(try england.day(count, workingDaysAfter: from) == to)
    if try england.isWorkingDay(to) {
      #expect(try england.workingDays(from: from, to: to) == count)
    }
  }

  @Test func beyondWhatItKnowsItRefusesAndSaysHowFarItKnows() throws {
    // The tenth working day after 20 December 2027 needs the list of 2028.
    let late = try #require(Day("2027-12-20"))
    let refusal = #expect(throws: BeyondTheCalendar.self) {
      try england.day(10, workingDaysAfter: late)
    }
    #expect(refusal?.why.contains("31 December 2027") == true)
    let early = try #require(Day("2013-12-31"))
    for count in [0, 1] {
      #expect(throws: BeyondTheCalendar.self) {
        try england.day(count, workingDaysAfter: early)
      }
    }
    #expect(throws: BeyondTheCalendar.self) { try england.isWorkingDay(early) }
    #expect(throws: BeyondTheCalendar.self) {
      try england.workingDays(from: early, to: late)
    }
  }
}
