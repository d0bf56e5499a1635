import Practice

/// The days a town lives through, as day numbers (days since 1 January 1970).
struct Frame: Sendable {
  /// Ten years before the last day: the first day on which anything is recorded.
  let first: Int
  /// The day on which the demonstration looks alive; nothing happens after it.
  let last: Int
  /// Three years before the first day: what happened from here on was brought along from an older
  /// system and is told on the first day.
  let before: Int
  /// The 1 October on which separate assessment, safeguarding and care teams became pods that hold
  /// a child throughout (R18).
  let redesign: Int
  private let working: [Bool]

  init(today: Day) {
    last = Int(today.number)
    first = Int(today.adding(years: -10).number) + 1
    before = first - 3 * 365
    var october = Day(number: Int32(first)).year
    while Frame.firstOfOctober(october) < first + 400 { october += 1 }
    redesign = Frame.firstOfOctober(october)
    working = (before...(last + 31)).map { Frame.isWorking(Day($0)) }
  }

  /// Beyond the years that the calendar knows, Monday to Friday is near enough for a made-up town, in
  /// which nobody waits for a time limit; the refusal is for those who count one.
  private static func isWorking(_ day: Day) -> Bool {
    do throws(BeyondTheCalendar) {
      return try WorkingCalendar.england.isWorkingDay(day)
    } catch {
      return day.weekday <= 5
    }
  }

  func isWorking(_ day: Int) -> Bool {
    let place = day - before
    return place >= 0 && place < working.count && working[place]
  }

  /// The day itself where it is a working day, or the next that is.
  func workingDay(from day: Int) -> Int {
    var reached = max(day, before)
    while !isWorking(reached), reached < last + 31 { reached += 1 }
    return reached
  }

  /// The day on which something of `day` gets written down.
  func recorded(_ day: Int) -> Int { min(workingDay(from: max(day, first)), max(day, last)) }

  private static func firstOfOctober(_ year: Int) -> Int {
    Int((Day(year: year, month: 10, day: 1) ?? Day(number: 0)).number)
  }
}

extension Day {
  init(_ number: Int) { self.init(number: Int32(truncatingIfNeeded: number)) }
}
