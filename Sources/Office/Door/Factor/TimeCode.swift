import Crypto
import Practice

/// Codes that an authenticator shows and that change every half minute (RFC 6238 with SHA-1, 30
/// seconds and six digits, which every authenticator knows).
enum TimeCode {
  static let seconds: Int64 = 30

  /// Which half minute since 1970 it is.
  static func step(at now: Instant) -> Int { Int(now.microseconds / 1_000_000 / seconds) }

  static func code(of secret: [UInt8], step: Int) -> String {
    let moment = withUnsafeBytes(of: UInt64(step).bigEndian) { Array($0) }
    let hash = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: moment, using: SymmetricKey(data: secret)))
    let place = Int(hash[19] & 15)
    let number = hash[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// The half minute whose code was typed: this one, the one before or the next, since clocks differ a
  /// little and typing takes a while. Nil for any other code.
  static func step(of typed: String, secret: [UInt8], at now: Instant) -> Int? {
    let digits = typed.utf8.filter { $0 != 32 }
    let typed = String(decoding: digits, as: UTF8.self)
    let this = step(at: now)
    return [this, this - 1, this + 1].first { Secret.equal(code(of: secret, step: $0), typed) }
  }

  /// What an authenticator reads from the picture or the link.
  static func link(_ secret: [UInt8], account: String, service: String) -> Address {
    Address("otpauth://totp").step("\(service):\(account)")
      .query("secret", Base32.text(secret)).query("issuer", service)
  }
}

/// Bytes as letters and figures that can be typed (RFC 4648).
enum Base32 {
  static func text(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    return text(bytes, letters)
  }

  /// Small letters and figures without those that are taken for each other.
  static func spoken(_ bytes: [UInt8]) -> String {
    text(bytes, Array("abcdefghjkmnpqrstuvwxyz023456789".utf8))
  }

  private static func text(_ bytes: [UInt8], _ letters: [UInt8]) -> String {
    var (text, rest, bits): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for byte in bytes {
      rest = rest << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[Int(rest >> bits & 31)])
      }
    }
    if bits > 0 { text.append(letters[Int(rest << (5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
