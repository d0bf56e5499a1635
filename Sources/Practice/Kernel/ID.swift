/// The name of one thing among all things of its kind: a UUID of version 7, so that ids made later
/// sort later. `ID<Person>` is not `ID<Team>`; the compiler keeps them apart.
public struct ID<Of>: Hashable, Comparable, Sendable {
  public let high: UInt64
  public let low: UInt64

  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  @inlinable public static func < (a: ID, b: ID) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }

  /// The lower half alone tells ids apart well: it counts, and the rest of it is random.
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

extension ID: CustomStringConvertible, LosslessStringConvertible {
  /// `0192f0c1-7a3b-7c11-9d20-5f0c1e2a3b4c`
  public var description: String {
    var text = ""
    text.reserveCapacity(36)
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 6 || place == 8 || place == 10 { text.append("-") }
      text.unicodeScalars.append(Self.hexadecimal[Int(byte >> 4)])
      text.unicodeScalars.append(Self.hexadecimal[Int(byte & 15)])
    }
    return text
  }

  /// Reads the form that `description` writes, in either case; nil for anything else.
  public init?(_ text: String) {
    var nibbles: [UInt64] = []
    nibbles.reserveCapacity(32)
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where [8, 13, 18, 23].contains(place): continue
      case 48...57: nibbles.append(UInt64(byte - 48))
      case 97...102: nibbles.append(UInt64(byte - 87))
      case 65...70: nibbles.append(UInt64(byte - 55))
      default: return nil
      }
    }
    guard nibbles.count == 32, text.utf8.count == 36 else { return nil }
    self.init(
      high: nibbles[..<16].reduce(0) { $0 << 4 | $1 },
      low: nibbles[16...].reduce(0) { $0 << 4 | $1 })
  }

  /// The sixteen bytes, most significant first.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for half in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
      }
    }
    return bytes
  }

  private static var hexadecimal: [Unicode.Scalar] { hexadecimalDigits }
}

private let hexadecimalDigits: [Unicode.Scalar] = Array("0123456789abcdef".unicodeScalars)

/// Makes ids in rising order from an instant and random bits that are passed in, so that a test or
/// a demonstration makes the same ids from the same seed.
public struct IDMaker {
  private var millisecond: UInt64
  private var counter: UInt64
  private var generator: any RandomNumberGenerator

  public init(at instant: Instant, using generator: any RandomNumberGenerator) {
    self.millisecond = UInt64(clamping: instant.microseconds / 1000)
    self.counter = 0
    self.generator = generator
  }

  /// Ids made from now on carry a later instant; an earlier one is ignored, so that order holds.
  public mutating func advance(to instant: Instant) {
    let later = UInt64(clamping: instant.microseconds / 1000)
    guard later > millisecond else { return }
    millisecond = later
    counter = 0
  }

  /// The next id: 48 bits of milliseconds, a counter of 26 bits, the rest random (RFC 9562, method 1).
  public mutating func next<Of>() -> ID<Of> {
    counter += 1
    if counter >> 26 != 0 {
      millisecond += 1
      counter = 0
    }
    let high = millisecond << 16 | 0x7000 | counter >> 14
    let low = 0x8000_0000_0000_0000 | (counter & 0x3fff) << 48 | generator.next() >> 16
    return ID(high: high, low: low)
  }
}
