/// From a day until a day, or still going on.
///
/// `until` is the day on which it ended, as the national returns write it: on the day of a handover
/// one period ends and the next begins. So a period *holds* up to the day before `until`, and it
/// *touches* its last day.
public struct Period: Hashable, Sendable {
  public let from: Day
  public let until: Day?

  /// Nil where it would end before it begins.
  public init?(from: Day, until: Day?) {
    if let until, until < from { return nil }
    self.from = from
    self.until = until
  }

  /// A period without an end, which can always be said.
  public init(from: Day) {
    self.from = from
    self.until = nil
  }

  /// True from the first day to the day before it ended: "looked after on 31 March".
  public func holds(on day: Day) -> Bool {
    guard from <= day else { return false }
    guard let until else { return true }
    return day < until
  }

  /// True where any day of it, the day of its end included, falls into `first ... last`:
  /// "worked with the child during the year".
  public func touches(_ first: Day, _ last: Day) -> Bool {
    from <= last && (until ?? last) >= first
  }

  /// Days lived through by `day`; for a period that has ended, its whole length.
  public func days(by day: Day) -> Int { max(0, min(until ?? day, day) - from) }
}
