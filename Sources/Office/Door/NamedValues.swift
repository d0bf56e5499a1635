import Practice

/// Names and values in the order in which a query or a form gave them.
struct NamedValues: Sendable, Equatable {
  struct Pair: Sendable, Equatable {
    let name: String
    let value: String
  }

  private(set) var pairs: [Pair] = []

  /// More pairs than this are not read.
  static let most = 500

  init() {}

  /// Reads `name=value&name=value` (URL Standard 5.1): `+` is a space, `%` with two hexadecimal
  /// digits is a byte, any other `%` is itself; bytes that are no UTF-8 become U+FFFD. Never fails.
  init(urlEncoded bytes: some Collection<UInt8>) {
    for piece in bytes.split(separator: UInt8(ascii: "&"), maxSplits: NamedValues.most) {
      guard pairs.count < NamedValues.most else { break }
      let halves = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append(
        Pair(
          name: NamedValues.decoded(halves[0]),
          value: halves.count > 1 ? NamedValues.decoded(halves[1]) : ""))
    }
  }

  mutating func append(_ name: String, _ value: String) {
    pairs.append(Pair(name: name, value: value))
  }

  /// The first value of this name.
  subscript(name: StaticString) -> String? { pairs.first { $0.name == "\(name)" }?.value }

  func all(_ name: StaticString) -> [String] {
    pairs.filter { $0.name == "\(name)" }.map(\.value)
  }

  /// The day that the first value of this name says (`2026-03-31`); nil for anything else.
  func day(_ name: StaticString) -> Day? { self[name].flatMap { Day($0) } }

  /// All but the values of this name.
  func without(_ name: StaticString) -> NamedValues {
    var rest = self
    rest.pairs.removeAll { $0.name == "\(name)" }
    return rest
  }

  /// What `init(urlEncoded:)` reads back as it was.
  var urlEncoded: String {
    var bytes: [UInt8] = []
    func write(_ text: String) {
      for byte in text.utf8 {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95: bytes.append(byte)
        case 32: bytes.append(43)
        default:
          bytes.append(37)
          for nibble in [byte >> 4, byte & 15] {
            bytes.append(nibble < 10 ? 48 + nibble : 55 + nibble)
          }
        }
      }
    }
    for (place, pair) in pairs.enumerated() {
      if place > 0 { bytes.append(38) }
      write(pair.name)
      bytes.append(61)
      write(pair.value)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ bytes: some Collection<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2).compactMap { nibble($0) }
        if digits.count == 2 {
          plain.append(digits[0] << 4 | digits[1])
          rest = rest.dropFirst(2)
        } else {
          plain.append(byte)
        }
      default: plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}

/// What stands behind the `?` of an address.
typealias Query = NamedValues
