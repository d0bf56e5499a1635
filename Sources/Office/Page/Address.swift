import Practice

/// Where a link or a form leads: a path that stands in this program, an id or words within it, and
/// a query. Whatever comes from elsewhere is percent-encoded, so an address never leads off the
/// site and never becomes a script.
struct Address: Equatable, Sendable {
  private let base: StaticString
  private var key: (high: UInt64, low: UInt64)?
  /// Percent-encoded: path, query and fragment after the key.
  private var rest = ""

  /// `Address("/families")`
  init(_ path: StaticString) { base = path }

  /// `Address("/families/", family.id)`, `Address("/children/", id, "/thread")`
  init<Of>(_ path: StaticString, _ id: ID<Of>, _ after: StaticString = "") {
    base = path
    key = (id.high, id.low)
    rest = "\(after)"
  }

  /// Where signing in leads, which is known to be a page of this site.
  init(_ next: NextAddress) {
    base = ""
    rest = next.text
  }

  /// A further step of the path, made of any words.
  func step(_ words: String) -> Address {
    var longer = self
    longer.rest += "/"
    longer.rest += Address.encoded(words)
    return longer
  }

  /// A further parameter of the query; nil leaves the address as it is.
  func query(_ name: StaticString, _ value: String?) -> Address {
    guard let value else { return self }
    var longer = self
    let text = "\(base)\(rest)"
    longer.rest += text.utf8.contains(63) ? "&" : "?"
    longer.rest += "\(name)="
    longer.rest += Address.encoded(value)
    return longer
  }

  /// A place within the page; comes last.
  func place(_ id: String) -> Address {
    var longer = self
    longer.rest += "#"
    longer.rest += Address.encoded(id)
    return longer
  }

  /// As a header or a program needs it.
  var text: String {
    guard let key else { return "\(base)\(rest)" }
    return "\(base)\(ID<Fact>(high: key.high, low: key.low))\(rest)"
  }

  static func == (a: Address, b: Address) -> Bool { a.text == b.text }

  fileprivate func write(to html: inout HTML) {
    html.write(
      escaping: UnsafeBufferPointer(start: base.utf8Start, count: base.utf8CodeUnitCount))
    if let key {
      html.write(hexadecimal: key.high >> 32, digits: 8)
      html.write(45)
      html.write(hexadecimal: key.high >> 16, digits: 4)
      html.write(45)
      html.write(hexadecimal: key.high, digits: 4)
      html.write(45)
      html.write(hexadecimal: key.low >> 48, digits: 4)
      html.write(45)
      html.write(hexadecimal: key.low, digits: 12)
    }
    if !rest.isEmpty { html.text(rest) }
  }

  /// Letters, digits and `-._~` as they are; every other byte as `%` and two digits (RFC 3986).
  private static func encoded(_ words: String) -> String {
    var bytes: [UInt8] = []
    for byte in words.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
      default: bytes += [37, hexadecimalDigit(byte >> 4), hexadecimalDigit(byte)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension HTML {
  mutating func address(_ address: Address) { address.write(to: &self) }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  let nibble = value & 15
  return nibble < 10 ? 48 + nibble : 55 + nibble
}
