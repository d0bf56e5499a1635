/// The months that end with a day: from the day after the same date months before, up to and
/// including the day. Twelve months as at 31 March 2026 begin on 1 April 2025.
///
/// As at 29 February 2024, twelve months begin on 1 March 2023, because the same date a year before
/// is that February's last day.
public struct LookBack: Hashable, Sendable {
  public let months: Int
  public let first: Day
  public let day: Day

  public init(months: Int, asAt day: Day) {
    self.months = months
    self.first = day.adding(months: -months) + 1
    self.day = day
  }

  public func contains(_ other: Day) -> Bool { first <= other && other <= day }
}
