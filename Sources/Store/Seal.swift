import Crypto
import Practice

/// The chain of seals of an authority: each telling's seal is an HMAC-SHA256 under the service's own
/// key over the seal before it and the digest of what this telling states. Whoever alters, adds or
/// removes a telling without the key breaks the chain from there on.
public struct SealKey: Sendable {
  private let key: SymmetricKey

  /// - Parameter bytes: at least 16, kept outside the store.
  public init?(bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    key = SymmetricKey(data: bytes)
  }

  func seal(_ content: [UInt8], after previous: [UInt8]) -> [UInt8] {
    var code = HMAC<SHA256>(key: key)
    code.update(data: previous)
    code.update(data: content)
    return Array(code.finalize())
  }

  /// What the first seal of an authority's chain follows: it stands for the authority's code, so that
  /// the chain of one cannot be passed off as another's.
  static func beginning(of code: String) -> [UInt8] {
    Array(SHA256.hash(data: Array("kith: the chain of \(code)".utf8)))
  }
}

/// Where a chain stands: what has to be kept outside the store to prove later that no tail was cut.
public struct Head: Sendable, Equatable {
  public let authority: String
  public let telling: Int
  public let seal: [UInt8]

  public init(authority: String, telling: Int, seal: [UInt8]) {
    self.authority = authority
    self.telling = telling
    self.seal = seal
  }

  public var sealInHex: String { Self.hex(seal) }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
