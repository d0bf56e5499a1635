/// A moment in universal time, to the microsecond; screens show it as the clock in London did.
public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1 January 1970, 00:00 UTC.
  public let microseconds: Int64

  @inlinable public init(microseconds: Int64) { self.microseconds = microseconds }
  @inlinable public static func < (a: Instant, b: Instant) -> Bool {
    a.microseconds < b.microseconds
  }

  public static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(microseconds: instant.microseconds + Int64(seconds) * 1_000_000)
  }

  public static func - (a: Instant, b: Instant) -> Duration {
    .microseconds(a.microseconds - b.microseconds)
  }

  /// The day and the time on a London clock. Summer time runs from 01:00 UTC on the last Sunday of
  /// March to 01:00 UTC on the last Sunday of October.
  public var london: (day: Day, hour: Int, minute: Int, second: Int) {
    let seconds = microseconds.floorDivided(by: 1_000_000)
    let shifted = seconds + (Instant.isSummer(seconds) ? 3600 : 0)
    let dayNumber = shifted.floorDivided(by: 86_400)
    let rest = Int(shifted - dayNumber * 86_400)
    return (Day(number: Int32(clamping: dayNumber)), rest / 3600, rest / 60 % 60, rest % 60)
  }

  /// The instant at which London clocks show `hour:minute` on `day`. Where the clocks go back and
  /// show it twice, the first; where they go forward and never show it, nil: ask the person.
  public init?(london day: Day, hour: Int, minute: Int = 0) {
    let wall = Int64(day.number) * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60
    for shift in [Int64(3600), 0] {
      let candidate = wall - shift
      if Instant.isSummer(candidate) == (shift == 3600) {
        self.init(microseconds: candidate * 1_000_000)
        return
      }
    }
    return nil
  }

  private static func isSummer(_ seconds: Int64) -> Bool {
    let day = Day(number: Int32(clamping: seconds.floorDivided(by: 86_400)))
    let year = day.year
    guard let march = lastSunday(of: 3, year), let october = lastSunday(of: 10, year) else {
      return false
    }
    let opens = Int64(march.number) * 86_400 + 3600
    let closes = Int64(october.number) * 86_400 + 3600
    return seconds >= opens && seconds < closes
  }

  private static func lastSunday(of month: Int, _ year: Int) -> Day? {
    Day(year: year, month: month, day: 31).map { $0 - $0.weekday % 7 }
  }
}

/// ISO 8601 in universal time, to the microsecond: `2026-03-31T09:15:00.000000Z`.
extension Instant: CustomStringConvertible, LosslessStringConvertible {
  public var description: String {
    let seconds = microseconds.floorDivided(by: 1_000_000)
    let dayNumber = seconds.floorDivided(by: 86_400)
    let rest = Int(seconds - dayNumber * 86_400)
    let fraction = Int(microseconds - seconds * 1_000_000)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let tail = String(String(fraction + 1_000_000).dropFirst())
    return
      "\(Day(number: Int32(clamping: dayNumber)))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)).\(tail)Z"
  }

  /// Reads what `description` writes; the fraction, and the seconds, may be left out. Nil for
  /// anything else: a time without `Z` might be meant as London's.
  public init?(_ text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(String(halves[0])), halves[1].utf8.last == 90 else {
      return nil
    }
    let parts = halves[1].dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let clock = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int64] = []
    for word in clock {
      guard word.utf8.count == 2, let number = Self.digits(word) else { return nil }
      numbers.append(number)
    }
    guard numbers.count == 2 || numbers.count == 3, numbers[0] < 24, numbers[1] < 60,
      parts.count == 1 || (parts.count == 2 && numbers.count == 3)
    else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard (1...6).contains(parts[1].utf8.count), let number = Self.digits(parts[1]) else {
        return nil
      }
      fraction = number
      for _ in parts[1].utf8.count..<6 { fraction *= 10 }
    }
    guard second < 60 else { return nil }
    let seconds = Int64(day.number) * 86_400 + numbers[0] * 3600 + numbers[1] * 60 + second
    self.init(microseconds: seconds * 1_000_000 + fraction)
  }

  private static func digits(_ text: Substring) -> Int64? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
  }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
