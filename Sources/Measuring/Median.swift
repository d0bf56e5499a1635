extension Sequence<Int> {
  /// The middle value, or halfway between the two middle values; nil where there is none.
  public var median: Double? {
    let sorted = sorted()
    guard !sorted.isEmpty else { return nil }
    let (a, b) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return a == b ? Double(a) : (Double(a) + Double(b)) / 2
  }
}

extension Sequence<Double> {
  /// The middle value, or halfway between the two middle values; nil where there is none.
  public var median: Double? {
    let sorted = sorted()
    guard !sorted.isEmpty else { return nil }
    let (a, b) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return a == b ? a : (a + b) / 2
  }
}
