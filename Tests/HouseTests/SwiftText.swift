/// A Swift file taken apart far enough for the rules: its code without comments and texts, the texts
/// between quotation marks, and the comments, each with its line. Interpolated code counts as code.
struct SwiftText: Sendable {
  /// As long as the file and with the same lines; comments and texts are blank.
  private(set) var code: [UInt8] = []
  private(set) var literals: [Piece] = []
  private(set) var comments: [Piece] = []

  struct Piece: Sendable {
    let line: Int
    let text: String
  }

  init(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    reader.read()
    code = reader.code
    literals = reader.literals
    comments = reader.comments
  }

  struct Word: Sendable {
    let text: String
    let line: Int
    /// True for `member` in `value.member`: not a name that the file itself must know.
    let afterDot: Bool
    /// The byte that follows it at once; 0 at the end.
    let next: UInt8
  }

  /// Names, keywords and numbers of the code, in order.
  var words: [Word] {
    var words: [Word] = []
    var line = 1
    var previous: UInt8 = 0
    var at = 0
    while at < code.count {
      let byte = code[at]
      guard Self.isOfWord(byte) else {
        if byte == UInt8(ascii: "\n") { line += 1 }
        if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n") { previous = byte }
        at += 1
        continue
      }
      let start = at
      while at < code.count, Self.isOfWord(code[at]) { at += 1 }
      words.append(
        Word(
          text: String(decoding: code[start..<at], as: UTF8.self), line: line,
          afterDot: previous == UInt8(ascii: "."), next: at < code.count ? code[at] : 0))
      previous = code[at - 1]
    }
    return words
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), 128...: true
    default: false
    }
  }
}

/// Walks the bytes with a stack of where it is: in code, or in a text with so many `#`.
private struct Reader {
  let bytes: [UInt8]
  var at = 0
  var line = 1
  var code: [UInt8] = []
  var literals: [SwiftText.Piece] = []
  var comments: [SwiftText.Piece] = []
  private var places: [Place] = [.code(open: 0)]

  init(bytes: [UInt8]) { self.bytes = bytes }

  private enum Place {
    case code(open: Int)
    case text(hashes: Int, quotes: Int, line: Int, words: [UInt8])
  }

  mutating func read() {
    while at < bytes.count {
      switch places[places.count - 1] {
      case .code(let open): readCode(open: open)
      case .text(let hashes, let quotes, let line, let words):
        readText(hashes: hashes, quotes: quotes, from: line, words: words)
      }
    }
  }

  private mutating func readCode(open: Int) {
    if starts("//") { return readComment(until: { $0.starts("\n") }) }
    if starts("/*") { return readNestedComment() }
    let hashes = run(of: "#", from: at)
    if byte(at + hashes) == UInt8(ascii: "\"") {
      let quotes = run(of: "\"", from: at + hashes) >= 3 ? 3 : 1
      skip(hashes + quotes)
      places.append(.text(hashes: hashes, quotes: quotes, line: line, words: []))
      return
    }
    if starts("(") { places[places.count - 1] = .code(open: open + 1) }
    if starts(")") {
      if open == 0, places.count > 1 {
        places.removeLast()
        return skip(1)
      }
      places[places.count - 1] = .code(open: open - 1)
    }
    code.append(bytes[at])
    if starts("\n") { line += 1 }
    at += 1
  }

  private mutating func readText(hashes: Int, quotes: Int, from start: Int, words: [UInt8]) {
    var words = words
    if starts("\\"), run(of: "#", from: at + 1) >= hashes {
      let next = at + 1 + hashes
      if byte(next) == UInt8(ascii: "(") {
        skip(hashes + 2)
        places.append(.code(open: 0))
        return
      }
      words.append(UInt8(ascii: " "))
      skip(byte(next) == UInt8(ascii: "\n") ? hashes + 1 : hashes + 2)
    } else if run(of: "\"", from: at) >= quotes, run(of: "#", from: at + quotes) >= hashes {
      skip(quotes + hashes)
      places.removeLast()
      literals.append(.init(line: start, text: String(decoding: words, as: UTF8.self)))
      return
    } else {
      words.append(bytes[at])
      skip(1)
    }
    places[places.count - 1] = .text(hashes: hashes, quotes: quotes, line: start, words: words)
  }

  private mutating func readComment(until end: (Reader) -> Bool) {
    let from = (at, line)
    while at < bytes.count, !end(self) { skip(1) }
    comments.append(.init(line: from.1, text: String(decoding: bytes[from.0..<at], as: UTF8.self)))
  }

  private mutating func readNestedComment() {
    let from = (at, line)
    var depth = 0
    repeat {
      if starts("/*") { depth += 1 } else if starts("*/") { depth -= 1 }
      skip(starts("/*") || starts("*/") ? 2 : 1)
    } while at < bytes.count && depth > 0
    comments.append(.init(line: from.1, text: String(decoding: bytes[from.0..<at], as: UTF8.self)))
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count where at < bytes.count {
      let isEnd = bytes[at] == UInt8(ascii: "\n")
      code.append(isEnd ? bytes[at] : UInt8(ascii: " "))
      if isEnd { line += 1 }
      at += 1
    }
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { sought in
      at + sought.count <= bytes.count
        && sought.indices.allSatisfy { bytes[at + $0] == sought[$0] }
    }
  }

  private func run(of sign: Unicode.Scalar, from start: Int) -> Int {
    var place = start
    while byte(place) == UInt8(ascii: sign) { place += 1 }
    return place - start
  }
}
