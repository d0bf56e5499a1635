/// A calendar day without a time zone: what a return, a plan or a family means by a date.
///
/// Kept as the number of days since 1 January 1970 in the Gregorian calendar, so that comparing
/// and counting days is arithmetic on whole numbers.
public struct Day: Hashable, Comparable, Sendable {
  public let number: Int32

  @inlinable public init(number: Int32) { self.number = number }

  /// Nil where the calendar has no such day: 31 February, 29 February of a common year.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(civil: year, month, day)
  }

  /// The civil date of this day.
  public var date: (year: Int, month: Int, day: Int) {
    // Days counted from 1 March of year 0, in eras of 400 years, so that leap days fall last.
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { date.year }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  @inlinable public static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + Int32(days))
  }
  @inlinable public static func - (day: Day, days: Int) -> Day {
    Day(number: day.number - Int32(days))
  }
  @inlinable public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

  /// The same numbered day of a later (or earlier) month, or that month's last day where it has
  /// none: 31 August and six months is the end of February (the corresponding-date rule, fact
  /// book 2.1).
  public func adding(months: Int) -> Day {
    let (year, month, day) = date
    let count = year * 12 + (month - 1) + months
    let newYear = count >= 0 ? count / 12 : (count - 11) / 12
    let newMonth = count - newYear * 12 + 1
    return Day(
      civil: newYear, newMonth, min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }

  public func adding(years: Int) -> Day { adding(months: 12 * years) }

  /// Whole years completed on `day` by someone born on this day; born on 29 February, a birthday
  /// in a common year falls on 1 March, as English law counts age.
  public func age(on day: Day) -> Int {
    let (born, now) = (date, day.date)
    let hadBirthday = (now.month, now.day) >= (born.month, born.day)
    return now.year - born.year - (hadBirthday ? 0 : 1)
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private init(civil year: Int, _ month: Int, _ day: Int) {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }
}

/// Days in writing: ISO 8601 for machines (`2026-03-31`), words for people (`31 March 2026`).
extension Day: CustomStringConvertible, LosslessStringConvertible {
  public var description: String {
    let (year, month, day) = date
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  /// Reads `2026-03-31` and nothing else; nil for anything that is not a day of the calendar.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
      let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// As a reader of English expects it: `31 March 2026`.
  public var inWords: String {
    let (year, month, day) = date
    return "\(day) \(Day.months[month - 1]) \(year)"
  }

  /// `31 Mar 2026`, where room is short.
  public var inShort: String {
    let (year, month, day) = date
    return "\(day) \(Day.months[month - 1].prefix(3)) \(year)"
  }

  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func digits(_ bytes: some Sequence<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
