/// Two bounds between which a true proportion plausibly lies.
public struct Interval: Hashable, Sendable {
  public let low: Double
  public let high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The quantile of the normal distribution that leaves 2.5% on each side: 95% intervals.
  public static let ninetyFivePercent = 1.959963984540054

  /// The Wilson score interval of a proportion, which stays inside 0 … 1 and holds for small
  /// numbers and for shares near 0 and 1, where the usual formula does not.
  ///
  /// - Parameters:
  ///   - count: how many have the property, `0 ... total`.
  ///   - total: of how many; nil is returned where nobody was counted, because then nothing is
  ///     known, and where `count` does not lie in `0 ... total`.
  ///   - z: normal quantile of the confidence wanted.
  public static func wilson(
    _ count: Int, of total: Int, z: Double = ninetyFivePercent
  ) -> Interval? {
    guard total > 0, (0...total).contains(count) else { return nil }
    let n = Double(total)
    let share = Double(count) / n
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(
      low: count == 0 ? 0 : max(0, centre - half),
      high: count == total ? 1 : min(1, centre + half))
  }

  /// True where the two have any value in common: a difference between them may be chance.
  public func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }
}
