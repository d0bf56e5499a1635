import Practice

/// One line of the log as its bytes. No value can end the line or a text in it, whatever it holds.
struct LogLine {
  private let format: Logbook.Format
  private var bytes: [UInt8] = []

  init(_ format: Logbook.Format, _ time: Instant, _ level: Logbook.Level) {
    self.format = format
    bytes.reserveCapacity(400)
    switch format {
    case .json:
      bytes.append(contentsOf: "{\"time\":\"".utf8)
      instant(time)
      bytes.append(UInt8(ascii: "\""))
      text("level", level.rawValue)
    case .text:
      let clock = time.london
      for (place, part) in [clock.hour, clock.minute, clock.second].enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ":")) }
        digits(part, 2)
      }
      if level != .info {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: level.rawValue.utf8)
      }
    }
  }

  mutating func text(_ name: StaticString, _ value: String) {
    name.withUTF8Buffer { text(bytes: $0, value) }
  }

  mutating func text(named name: String, _ value: String) {
    var name = name
    name.withUTF8 { text(bytes: $0, value) }
  }

  mutating func number(_ name: StaticString, _ value: Int) {
    name.withUTF8Buffer { begin($0) }
    bytes.append(contentsOf: String(value).utf8)
  }

  /// The line, with its end.
  consuming func finished() -> [UInt8] {
    if format == .json { bytes.append(UInt8(ascii: "}")) }
    bytes.append(10)
    return bytes
  }

  private mutating func text(bytes name: UnsafeBufferPointer<UInt8>, _ value: String) {
    begin(name)
    // A person reads the words themselves; a value that is no single word stands in quotation marks.
    let isBare =
      format == .text
      && (name.elementsEqual("event".utf8) || value.utf8.allSatisfy(LogLine.isOfWord))
    if !isBare { bytes.append(UInt8(ascii: "\"")) }
    if value.utf8.allSatisfy(LogLine.isPlain) {
      bytes.append(contentsOf: value.utf8)
    } else {
      for byte in value.utf8 { escape(byte) }
    }
    if !isBare { bytes.append(UInt8(ascii: "\"")) }
  }

  private mutating func begin(_ name: UnsafeBufferPointer<UInt8>) {
    switch format {
    case .json:
      bytes.append(UInt8(ascii: ","))
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: name)
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
    case .text:
      bytes.append(UInt8(ascii: " "))
      if !name.elementsEqual("event".utf8) {
        bytes.append(contentsOf: name)
        bytes.append(UInt8(ascii: "="))
      }
    }
  }

  /// Control characters, quotation marks and backslashes as JSON writes them, in both forms.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 10: bytes.append(contentsOf: "\\n".utf8)
    case 13: bytes.append(contentsOf: "\\r".utf8)
    case 9: bytes.append(contentsOf: "\\t".utf8)
    case 0..<32, 127:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(contentsOf: Secret.hex([byte]).utf8)
    default: bytes.append(byte)
    }
  }

  /// As `Instant` describes itself, without a text for each part of it.
  private mutating func instant(_ time: Instant) {
    let since1970 = max(0, time.microseconds)
    let date = Day(number: Int32(clamping: since1970 / 86_400_000_000)).date
    let rest = Int(since1970 % 86_400_000_000)
    digits(date.year, 4)
    bytes.append(UInt8(ascii: "-"))
    digits(date.month, 2)
    bytes.append(UInt8(ascii: "-"))
    digits(date.day, 2)
    bytes.append(UInt8(ascii: "T"))
    digits(rest / 3_600_000_000, 2)
    bytes.append(UInt8(ascii: ":"))
    digits(rest / 60_000_000 % 60, 2)
    bytes.append(UInt8(ascii: ":"))
    digits(rest / 1_000_000 % 60, 2)
    bytes.append(UInt8(ascii: "."))
    digits(rest % 1_000_000, 6)
    bytes.append(UInt8(ascii: "Z"))
  }

  private mutating func digits(_ number: Int, _ count: Int) {
    var power = 1
    for _ in 1..<count { power *= 10 }
    while power > 0 {
      bytes.append(48 + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 32 && byte != 127 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "-_./*:".utf8.contains(byte)
    }
  }
}
