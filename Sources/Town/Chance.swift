/// Random numbers that the same seed repeats on any machine: xoshiro256**, seeded by SplitMix64.
///
/// Every draw is arithmetic on whole numbers; no function of the C library takes part, so that a
/// town is the same town wherever it is built.
struct Chance: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter stream: sets apart independent sequences of one seed.
  init(seed: UInt64, stream: UInt64 = 0) {
    var mixed = seed &+ stream &* 0xd1b5_4a32_d192_ed03
    func splitMix() -> UInt64 {
      mixed &+= 0x9e37_79b9_7f4a_7c15
      return Chance.mix(mixed)
    }
    state = (splitMix(), splitMix(), splitMix(), splitMix())
  }

  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A whole number from 0 up to, and without, `bound`; 0 where the bound is not positive.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
  }

  @inline(__always)
  mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

  /// True in `share` of ten thousand draws.
  @inline(__always)
  mutating func happens(_ share: Int) -> Bool { below(10_000) < share }

  @inline(__always)
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// The place of one weight among whole-number weights.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (place, weight) in weights.enumerated() {
      if left < weight { return place }
      left -= weight
    }
    return weights.count - 1
  }

  /// A length in days with the given mean, most of them short and a few long (exponential, cut off
  /// at five times the mean).
  mutating func lasting(mean: Int) -> Int {
    let place = below(32 * 1024)
    let (step, rest) = (place / 1024, place % 1024)
    let low = Chance.quantiles[step]
    let high = Chance.quantiles[step + 1]
    return max(1, mean * (low * 1024 + (high - low) * rest) / 1_024_000)
  }

  /// −1000 · ln(1 − i/32), the last one cut.
  private static let quantiles = [
    0, 32, 65, 98, 134, 170, 208, 247, 288, 330, 375, 421, 470, 521, 575, 633, 693, 758, 827, 901,
    981, 1068, 1163, 1269, 1386, 1520, 1674, 1856, 2079, 2367, 2773, 3466, 5000,
  ]
}
