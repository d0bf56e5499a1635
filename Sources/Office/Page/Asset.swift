/// A file that pages need, served under an address that changes with its content, so that browsers
/// may keep it for good.
struct Asset: Sendable {
  let type: String
  let bytes: [UInt8]
  /// `/assets/kith-1f0c….css`
  let address: Address

  /// How long browsers may keep it: a year, and never ask again.
  static let caching = "public, max-age=31536000, immutable"

  static let stylesheet = Asset(
    "kith", ".css", type: "text/css; charset=utf-8", bytes: PackageResources.kith_css)
  static let icon = Asset("kith", ".svg", type: "image/svg+xml", bytes: iconBytes())
  static let all = [stylesheet, icon]

  private init(_ name: StaticString, _ ending: StaticString, type: String, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
    address = Address("/assets").step("\(name)-\(Asset.digest(of: bytes))\(ending)")
  }

  /// The asset that a path asks for; nil also where its content has changed since.
  static func at(_ path: String) -> Asset? { all.first { $0.address.text == path } }

  /// Sixteen hexadecimal digits of FNV-1a: tells versions of our own files apart, proves nothing.
  private static func digest(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func iconBytes() -> [UInt8] {
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" \
      rx="7" fill="#1f5f5b"/><g fill="none" stroke-width="3" stroke-linecap="round"><path \
      d="M4 21c8 0 9-13 16-13 6 0 6 9 0 9-6 0-8-5-16-5" stroke="#fbf7ef"/><path \
      d="M28 23c-8 0-8-13-14-13" stroke="#e9b872"/></g></svg>
      """
    return Array(drawing.utf8)
  }
}
