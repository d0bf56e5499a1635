/// A sentence with places for names, ready to be written as bytes.
///
/// `{c}` is the child met, `{a}` the adult; a sentence that names an adult is chosen only where one
/// was met.
struct Phrase: Sendable {
  private enum Part: Sendable {
    case text([UInt8])
    case child
    case adult
  }
  private var parts: [Part] = []
  let namesAdult: Bool

  init(_ text: String) {
    var open: [UInt8] = []
    var adult = false
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "{"), place + 2 < bytes.count {
        if !open.isEmpty { parts.append(.text(open)) }
        open = []
        if bytes[place + 1] == UInt8(ascii: "a") {
          parts.append(.adult)
          adult = true
        } else {
          parts.append(.child)
        }
        place += 3
      } else {
        open.append(bytes[place])
        place += 1
      }
    }
    if !open.isEmpty { parts.append(.text(open)) }
    namesAdult = adult
  }

  func write(to buffer: inout [UInt8], child: [UInt8], adult: [UInt8]) {
    if !buffer.isEmpty { buffer.append(UInt8(ascii: " ")) }
    for part in parts {
      switch part {
      case .text(let bytes): buffer.append(contentsOf: bytes)
      case .child: buffer.append(contentsOf: child)
      case .adult: buffer.append(contentsOf: adult)
      }
    }
  }

  static func list(_ lines: String) -> [Phrase] {
    lines.utf8.split { $0 == UInt8(ascii: "\n") }.map { Phrase(String(Substring($0))) }
  }
}
