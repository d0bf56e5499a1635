import Crypto

/// What secrets need: bytes that nobody can guess, digests, and comparing without telling how far
/// two values agree.
enum Secret {
  /// Bytes from the system's generator for secrets.
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(count))
  }

  /// Takes the same time wherever two values of one length differ.
  static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for place in a.indices { difference |= a[place] ^ b[place] }
    return difference == 0
  }

  static func equal(_ a: String, _ b: String) -> Bool { equal(Array(a.utf8), Array(b.utf8)) }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    for byte in bytes {
      for nibble in [byte >> 4, byte & 15] {
        digits.append(nibble < 10 ? 48 + nibble : 87 + nibble)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// What `hex` has written; nil for anything else.
  static func bytes(_ hex: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
      let nibble: UInt8
      switch digit {
      case 48...57: nibble = digit - 48
      case 97...102: nibble = digit - 87
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | nibble)
        high = nil
      } else {
        high = nibble
      }
    }
    return high == nil ? bytes : nil
  }
}

/// The SHA-256 of a token: all that Kith itself keeps of it.
struct TokenDigest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// A new token, and its digest.
  static func new() -> (token: String, digest: TokenDigest) {
    let token = Secret.hex(Secret.random(32))
    return (token, TokenDigest(whole: token))
  }

  /// Nil for anything that is not 64 characters long, as every token is.
  init?(of token: String) {
    guard token.utf8.count == 64 else { return nil }
    self.init(whole: token)
  }

  private init(whole token: String) {
    var token = token
    let digest = token.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
    words = digest.withUnsafeBytes { bytes in
      (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      )
    }
  }

  /// A digest that the store keeps; nil where it is not 32 bytes long.
  init?(kept bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    words = bytes.withUnsafeBytes { bytes in
      (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      )
    }
  }

  var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  static func == (a: Self, b: Self) -> Bool { a.words == b.words }

  func hash(into hasher: inout Hasher) {
    // The digest is as good as random: a part of it places it well.
    hasher.combine(words.0)
  }
}
