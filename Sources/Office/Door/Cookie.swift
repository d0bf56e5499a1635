import HTTPTypes

/// What the browser keeps for the door. Behind TLS the names carry `__Host-`, which binds a cookie to
/// this very host; over plain HTTP on this machine another name, so that the two never mix.
struct Cookie: Sendable {
  let name: String
  private let isSecure: Bool
  /// How long the browser keeps it; nil until it is closed.
  private let seconds: Int?

  private init(name: String, isSecure: Bool, seconds: Int? = nil) {
    (self.name, self.isSecure, self.seconds) = (name, isSecure, seconds)
  }

  static func session(secure: Bool) -> Cookie {
    Cookie(name: secure ? "__Host-kith" : "kith", isSecure: secure)
  }

  /// Before anyone has signed in.
  static func doorstep(secure: Bool) -> Cookie {
    Cookie(name: secure ? "__Host-kith-doorstep" : "kith-doorstep", isSecure: secure)
  }

  /// Between the password and the second step.
  static func halfOpen(secure: Bool) -> Cookie {
    Cookie(name: secure ? "__Host-kith-step" : "kith-step", isSecure: secure)
  }

  /// Where somebody has signed in before. It opens nothing, and stays for half a year.
  static func known(secure: Bool) -> Cookie {
    Cookie(name: secure ? "__Host-kith-known" : "kith-known", isSecure: secure, seconds: 15_552_000)
  }

  /// A `Set-Cookie` that no script can read and that other sites cannot send with a form.
  func set(_ value: String) -> String { written(value, seconds) }

  var removed: String { written("", 0) }

  private func written(_ value: String, _ seconds: Int?) -> String {
    let kept = seconds.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(kept)"
  }

  /// The first value that the browser sent under this name.
  func value(in fields: HTTPFields) -> String? {
    guard var header = fields[.cookie] else { return nil }
    return header.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: ";") { end += 1 }
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        let pair = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if let value = value(of: pair) { return value }
        start = end + 1
      }
      return nil
    }
  }

  private func value(of pair: UnsafeBufferPointer<UInt8>) -> String? {
    let length = name.utf8.count
    guard pair.count > length, pair[length] == UInt8(ascii: "="),
      pair.prefix(length).elementsEqual(name.utf8)
    else { return nil }
    return String(decoding: pair[(length + 1)...], as: UTF8.self)
  }
}
