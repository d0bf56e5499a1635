/// The stretch of days that a thread is drawn along, both ends included, and the day it is.
public struct ThreadWindow: Sendable, Equatable {
  public let first: Day
  public let last: Day
  public let today: Day

  /// At least a week, ending no later than today.
  public init(first: Day, last: Day, today: Day) {
    self.today = today
    self.last = min(last, today)
    // A century is longer than any childhood; a mistyped year must not draw two thousand.
    self.first = max(min(first, self.last - 6), self.last - 36_525)
  }

  /// From the first thing known of the child's help up to today, begun on a first of a month.
  public static func whole(_ facts: ThreadFacts, today: Day) -> ThreadWindow {
    var first = today.adding(years: -1)
    for tenure in facts.tenures { first = min(first, tenure.period.from) }
    for episode in facts.care { first = min(first, episode.period.from) }
    for meeting in facts.meetings { first = min(first, meeting.day) }
    return ThreadWindow(first: first - (first.date.day - 1), last: today, today: today)
  }

  /// The part that a reader chose, or the whole where they chose none.
  public static func chosen(
    from: Day?, to: Day?, of facts: ThreadFacts, today: Day
  ) -> ThreadWindow {
    let whole = whole(facts, today: today)
    guard from != nil || to != nil else { return whole }
    return ThreadWindow(first: from ?? whole.first, last: to ?? today, today: today)
  }

  public var days: Int { last - first + 1 }

  /// Where the beginning of a day falls: 0 for the first day, 1 for the end of the last; beyond them
  /// it is cut off.
  public func share(_ day: Day) -> Double {
    min(max(Double(day - first) / Double(days), 0), 1)
  }

  public func shows(_ period: Period) -> Bool {
    period.from <= last && (period.until ?? today) >= first
  }

  /// A line across time with its label: the first of a year or month.
  public struct Tick: Sendable, Equatable {
    public let day: Day
    public let at: Double
    public let label: String
  }

  /// Years where the window is long, quarters or months where it is short, at most `limit` of them.
  public func ticks(limit: Int) -> [Tick] {
    let months = [1, 2, 3, 6, 12, 24, 60, 120].first { days / ($0 * 30) < limit } ?? 240
    var ticks: [Tick] = []
    let start = first.date
    let begun = months % 12 == 0 ? 0 : (start.month - 1) / months * months
    guard var day = Day(year: start.year, month: begun + 1, day: 1) else { return [] }
    while months > 12, day.year % (months / 12) != 0 { day = day.adding(years: -1) }
    while day <= last {
      let date = day.date
      if day >= first {
        let label =
          months % 12 == 0
          ? "\(date.year)"
          : date.month == 1 ? "\(date.year)" : String(Day.months[date.month - 1].prefix(3))
        ticks.append(Tick(day: day, at: share(day), label: label))
      }
      day = day.adding(months: months)
    }
    return ticks
  }

  /// The stretches of the window in which a child born on `born` was one age.
  public func ages(born: Day) -> [(age: Int, from: Double, until: Double)] {
    guard born <= last else { return [] }
    var ages: [(age: Int, from: Double, until: Double)] = []
    for age in max(0, born.age(on: first))...max(0, born.age(on: last)) {
      let from = share(max(born.adding(years: age), first))
      ages.append((age, from, share(min(born.adding(years: age + 1), last + 1))))
    }
    return ages
  }
}
