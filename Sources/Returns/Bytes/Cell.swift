/// The bytes of one cell where they lie in the reader's buffer: valid until the next row is read.
struct Cell {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// A cell without bytes.
  static var empty: Cell {
    let nothing: StaticString = ""
    return Cell(start: nothing.utf8Start, count: 0)
  }

  /// Looks at a text as a cell.
  static func with<Result>(_ text: String, _ body: (Cell) -> Result) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      body(bytes.baseAddress.map { Cell(start: $0, count: bytes.count) } ?? .empty)
    }
  }

  @inline(__always) var isEmpty: Bool { count == 0 }

  @inline(__always) subscript(place: Int) -> UInt8 { start[place] }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Without spaces and tabs at either end.
  @inline(__always) var trimmed: Cell {
    guard count > 0, start[0] <= 32 || start[count - 1] <= 32 else { return self }
    var (from, to) = (0, count)
    while from < to, start[from] == 32 || start[from] == 9 { from += 1 }
    while to > from, start[to - 1] == 32 || start[to - 1] == 9 { to -= 1 }
    return Cell(start: start + from, count: to - from)
  }

  /// As text; bytes that are not UTF-8 are read as windows-1252, which is what a spreadsheet of
  /// this country writes.
  var text: String {
    var high: UInt8 = 0
    for place in 0..<count { high |= start[place] }
    if high < 0x80 { return String(decoding: bytes, as: UTF8.self) }
    return String(validating: bytes, as: UTF8.self) ?? Windows1252.text(bytes)
  }

  /// At most `limit` bytes of it as text, for showing.
  func text(limit: Int) -> String {
    count <= limit ? text : Cell(start: start, count: limit).text
  }

  var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Eight bytes or fewer as one number, for comparing with codes; nil for more.
  @inline(__always) var key: UInt64? {
    guard count <= 8 else { return nil }
    var key: UInt64 = 0
    for place in 0..<count { key = key << 8 | UInt64(start[place]) }
    return key
  }

  /// The value of one or more digits and nothing else, up to nine of them.
  @inline(__always) var wholeNumber: Int? {
    guard count > 0, count <= 9 else { return nil }
    var value = 0
    for place in 0..<count {
      let digit = start[place] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// `1.0` as 1: how a table that passed through a data frame writes whole numbers.
  var wholeNumberWithZeros: Int? {
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")), dot + 1 < count else { return nil }
    for place in (dot + 1)..<count where start[place] != 48 { return nil }
    return Cell(start: start, count: dot).wholeNumber
  }

  @inline(__always) var isAlphanumeric: Bool {
    for place in 0..<count where !Cell.isLetterOrDigit(start[place]) { return false }
    return true
  }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
  @inline(__always) static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte)
  }
}

/// Bytes as a spreadsheet of Western Europe writes them when it does not write UTF-8.
enum Windows1252 {
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      let scalar = byte >= 0x80 && byte < 0xA0 ? high[Int(byte - 0x80)] : UInt32(byte)
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return text
  }

  private static let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
