/// Which days are working days in England, and counting by them (fact book 2.1 and 2.4).
///
/// A working day is any day other than Saturday, Sunday, Christmas Day, Good Friday or a bank
/// holiday. The calendar knows the years it has data for and refuses to answer beyond them: a
/// calendar that silently ends gives a wrong date with a straight face.
public struct WorkingCalendar: Sendable {
  public let known: ClosedRange<Day>
  private let holidays: Set<Day>

  /// - Parameters:
  ///   - holidays: weekdays that are not working days.
  ///   - known: the days about which the list is complete.
  public init(holidays: Set<Day>, known: ClosedRange<Day>) {
    self.holidays = holidays
    self.known = known
  }

  public func isWorkingDay(_ day: Day) throws(BeyondTheCalendar) -> Bool {
    guard known.contains(day) else { throw BeyondTheCalendar(day: day, known: known) }
    return day.weekday <= 5 && !holidays.contains(day)
  }

  /// The `count`-th working day after `day`, which is itself day 0 (fact book 2.1, the usual
  /// reading of "within N working days of"). `count` of 0 is the day itself.
  public func day(_ count: Int, workingDaysAfter day: Day) throws(BeyondTheCalendar) -> Day {
    guard known.contains(day) else { throw BeyondTheCalendar(day: day, known: known) }
    var (left, reached) = (count, day)
    while left > 0 {
      reached = reached + 1
      if try isWorkingDay(reached) { left -= 1 }
    }
    return reached
  }

  /// Working days after `from`, up to and including `day`.
  public func workingDays(from: Day, to day: Day) throws(BeyondTheCalendar) -> Int {
    guard known.contains(from) else { throw BeyondTheCalendar(day: from, known: known) }
    var (count, reached) = (0, from)
    while reached < day {
      reached = reached + 1
      if try isWorkingDay(reached) { count += 1 }
    }
    return count
  }
}

/// Asked about a day that the calendar has no data for.
public struct BeyondTheCalendar: Refusal, Equatable {
  public let day: Day
  public let known: ClosedRange<Day>
  public var what: String { "Kith cannot count working days to \(day.inWords)." }
  public var why: String {
    "Bank holidays are known from \(known.lowerBound.inWords) to \(known.upperBound.inWords) only."
  }
  public var remedy: String { "Update Kith, or count this limit by hand and write down how." }
}

extension WorkingCalendar {
  /// England, 2014 to 2027: the official list, the moved and extra days of 2020, 2022 and 2023
  /// included. Month and day of each weekday that is not a working day.
  public static let england: WorkingCalendar = {
    var days: Set<Day> = []
    for (year, dates) in englishHolidays {
      for date in dates {
        if let day = Day(year: year, month: date / 100, day: date % 100) { days.insert(day) }
      }
    }
    let first = Day(number: 16_071)  // 1 January 2014
    let last = Day(number: 21_183)  // 31 December 2027
    return WorkingCalendar(holidays: days, known: first...last)
  }()

  private static let englishHolidays: [Int: [Int]] = [
    2014: [101, 418, 421, 505, 526, 825, 1225, 1226],
    2015: [101, 403, 406, 504, 525, 831, 1225, 1228],
    2016: [101, 325, 328, 502, 530, 829, 1226, 1227],
    2017: [102, 414, 417, 501, 529, 828, 1225, 1226],
    2018: [101, 330, 402, 507, 528, 827, 1225, 1226],
    2019: [101, 419, 422, 506, 527, 826, 1225, 1226],
    2020: [101, 410, 413, 508, 525, 831, 1225, 1228],
    2021: [101, 402, 405, 503, 531, 830, 1227, 1228],
    2022: [103, 415, 418, 502, 602, 603, 829, 919, 1226, 1227],
    2023: [102, 407, 410, 501, 508, 529, 828, 1225, 1226],
    2024: [101, 329, 401, 506, 527, 826, 1225, 1226],
    2025: [101, 418, 421, 505, 526, 825, 1225, 1226],
    2026: [101, 403, 406, 504, 525, 831, 1225, 1228],
    2027: [101, 326, 329, 503, 531, 830, 1227, 1228],
  ]
}
