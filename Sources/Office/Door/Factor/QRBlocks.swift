/// How much a QR code of a size holds at the medium level of correction, and how its bytes are cut into
/// blocks (ISO/IEC 18004, table 9), for the sizes 1 to 14.
struct QRSize {
  let version: Int
  /// Bytes of correction in each block.
  let correction: Int
  /// Bytes of data of each block, in order.
  let blocks: [Int]
  /// Where the small squares stand that a reader straightens the picture by.
  let alignment: [Int]

  var width: Int { 17 + 4 * version }
  /// Bytes of data in all.
  var data: Int { blocks.reduce(0, +) }
  /// Bytes of a text that fit beside its kind and its length.
  var room: Int { data - (version < 10 ? 2 : 3) }

  /// The smallest that holds a text of so many bytes; nil where none does.
  static func holding(_ bytes: Int) -> QRSize? { all.first { $0.room >= bytes } }

  private init(
    _ version: Int, _ correction: Int, _ groups: [(Int, Int)], _ alignment: [Int]
  ) {
    self.version = version
    self.correction = correction
    blocks = groups.flatMap { Array(repeating: $0.1, count: $0.0) }
    self.alignment = alignment
  }

  private static let all = [
    QRSize(1, 10, [(1, 16)], []), QRSize(2, 16, [(1, 28)], [6, 18]),
    QRSize(3, 26, [(1, 44)], [6, 22]), QRSize(4, 18, [(2, 32)], [6, 26]),
    QRSize(5, 24, [(2, 43)], [6, 30]), QRSize(6, 16, [(4, 27)], [6, 34]),
    QRSize(7, 18, [(4, 31)], [6, 22, 38]), QRSize(8, 22, [(2, 38), (2, 39)], [6, 24, 42]),
    QRSize(9, 22, [(3, 36), (2, 37)], [6, 26, 46]),
    QRSize(10, 26, [(4, 43), (1, 44)], [6, 28, 50]),
    QRSize(11, 30, [(1, 50), (4, 51)], [6, 30, 54]),
    QRSize(12, 22, [(6, 36), (2, 37)], [6, 32, 58]),
    QRSize(13, 22, [(8, 37), (1, 38)], [6, 34, 62]),
    QRSize(14, 24, [(4, 40), (5, 41)], [6, 26, 46, 66]),
  ]
}

/// The bytes of a QR code: kind, length, text, filling, and behind them what corrects errors.
enum QRBytes {
  static func of(_ text: [UInt8], _ size: QRSize) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) {
      for place in stride(from: count - 1, through: 0, by: -1) {
        bits.append(value >> place & 1 == 1)
      }
    }
    add(4, 4)  // A text of bytes.
    add(text.count, size.version < 10 ? 8 : 16)
    for byte in text { add(Int(byte), 8) }
    add(0, min(4, size.data * 8 - bits.count))
    if bits.count % 8 > 0 { add(0, 8 - bits.count % 8) }
    var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var filling: [UInt8] = [0xec, 0x11]
    while bytes.count < size.data {
      bytes.append(filling[0])
      filling.reverse()
    }
    return interleaved(bytes, size)
  }

  /// A byte of each block in turn, first those of data and then those of correction.
  private static func interleaved(_ bytes: [UInt8], _ size: QRSize) -> [UInt8] {
    var (blocks, start): ([[UInt8]], Int) = ([], 0)
    for length in size.blocks {
      blocks.append(Array(bytes[start..<(start + length)]))
      start += length
    }
    let corrections = blocks.map { correction(of: $0, size.correction) }
    return [blocks, corrections].flatMap { group in
      (0..<(group.map(\.count).max() ?? 0)).flatMap { place in
        group.compactMap { place < $0.count ? $0[place] : nil }
      }
    }
  }

  /// What is left when the data are divided by the generator of that degree (Reed and Solomon).
  static func correction(of data: [UInt8], _ degree: Int) -> [UInt8] {
    var generator: [UInt8] = [1]
    for power in 0..<degree {
      var next = generator + [0]
      for place in generator.indices {
        next[place + 1] ^= product(generator[place], powers[power])
      }
      generator = next
    }
    var rest = data + [UInt8](repeating: 0, count: degree)
    for place in data.indices {
      let factor = rest[place]
      guard factor != 0 else { continue }
      for (step, coefficient) in generator.enumerated() {
        rest[place + step] ^= product(coefficient, factor)
      }
    }
    return Array(rest.suffix(degree))
  }

  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    guard a != 0, b != 0 else { return 0 }
    return powers[(logarithms[Int(a)] + logarithms[Int(b)]) % 255]
  }

  /// Powers of 2 in the field of 256 elements whose rule is x⁸ + x⁴ + x³ + x² + 1.
  private static let powers: [UInt8] = {
    var (powers, value): ([UInt8], Int) = ([], 1)
    for _ in 0..<255 {
      powers.append(UInt8(value))
      value = value << 1 ^ (value >= 128 ? 0x11d : 0)
    }
    return powers
  }()
  private static let logarithms: [Int] = {
    var logarithms = [Int](repeating: 0, count: 256)
    for (power, value) in powers.enumerated() { logarithms[Int(value)] = power }
    return logarithms
  }()
}
