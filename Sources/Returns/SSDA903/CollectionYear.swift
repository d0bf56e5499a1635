public import Practice

/// The year of a collection: 1 April to 31 March, named for the March in which it ends. 2026 is
/// "2025-26".
public struct CollectionYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The years whose tables and codes are known.
  public static let known = 2017...2027

  public let number: Int

  /// Nil for a year that is not known.
  public init?(_ number: Int) {
    guard CollectionYear.known.contains(number) else { return nil }
    self.number = number
  }

  /// 1 April.
  public var first: Day { CollectionYear.thirtyFirstOfMarch(number - 1) + 1 }
  /// 31 March.
  public var last: Day { CollectionYear.thirtyFirstOfMarch(number) }

  /// `2025-26`
  public var description: String {
    let ending = number % 100
    return "\(number - 1)-\(ending < 10 ? "0" : "")\(ending)"
  }

  public static func < (a: CollectionYear, b: CollectionYear) -> Bool { a.number < b.number }

  /// The year that `day` falls into, known or not: 1 April 2025 falls into 2026.
  static func number(of day: Day) -> Int {
    let (year, month, _) = day.date
    return month >= 4 ? year + 1 : year
  }

  private static func thirtyFirstOfMarch(_ year: Int) -> Day {
    // Every year has a 31 March; the number is that of 1970 where it could not be made.
    Day(year: year, month: 3, day: 31) ?? Day(number: 89)
  }
}
