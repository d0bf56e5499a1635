extension Double {
  /// The value with exactly `places` decimals, `0.300000000000`, rounded once from the exact binary
  /// value (halves to even), so that two machines that agree on the value print the same digits.
  ///
  /// - Parameter places: `0 ... 15`; values beyond are taken as the nearer end.
  /// - Returns: nil for infinities, for not-a-number, and for magnitudes of 2^53 and above.
  public func decimal(places: Int) -> String? {
    guard isFinite, magnitude < 0x1p53 else { return nil }
    let places = Swift.min(15, Swift.max(0, places))
    let scale = (0..<places).reduce(UInt128(1)) { power, _ in power * 10 }
    let rounded = Self.product(magnitude, scale)
    let whole = String(rounded / scale)
    let sign = self < 0 && rounded > 0 ? "-" : ""
    guard places > 0 else { return sign + whole }
    let fraction = String(rounded % scale)
    return sign + whole + "." + String(repeating: "0", count: places - fraction.utf8.count)
      + fraction
  }

  /// `value * scale` to the nearest whole number. A double is a whole number of at most 53 bits
  /// times a power of two, so the product fits 128 bits and one shift rounds it.
  private static func product(_ value: Double, _ scale: UInt128) -> UInt128 {
    guard value > 0 else { return 0 }
    let significand = UInt128(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let exponent = Int(value.isNormal ? value.exponentBitPattern : 1) - 1075
    let product = significand * scale
    let shift = -exponent
    guard shift > 0 else { return product << UInt128(exponent) }
    guard shift < 127 else { return 0 }
    let (kept, lost) = (product >> UInt128(shift), product & ((1 << UInt128(shift)) - 1))
    let half = UInt128(1) << UInt128(shift - 1)
    return kept + (lost > half || (lost == half && kept & 1 == 1) ? 1 : 0)
  }
}
