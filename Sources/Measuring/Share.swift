/// So many of so many. A percentage is never kept without the two numbers beneath it.
public struct Share: Hashable, Sendable {
  public let count: Int
  public let total: Int

  public init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// `0 ... 1`; nil where there was nobody to count.
  public var proportion: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The 95% Wilson interval; nil where there was nobody to count.
  public var interval: Interval? { .wilson(count, of: total) }

  /// The nearest whole percentage, a half upwards; nil where there was nobody to count.
  public var percent: Int? { total > 0 ? (200 * count + total) / (2 * total) : nil }
}
