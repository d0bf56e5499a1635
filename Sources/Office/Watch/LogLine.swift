import Practice

/// One line of the log as its bytes. No value can end the line or a text in it, whatever it holds.
struct LogLine {
  private let format: Logbook.Format
  private var bytes: [UInt8] = []

  init(_ format: Logbook.Format, _ time: Instant, _ level: Logbook.Level) {
    self.format = format
    bytes.reserveCapacity(320)
    switch format {
    case .json:
      bytes.append(UInt8(ascii: "{"))
      text("time", time.description)
      text("level", level.rawValue)
    case .text:
      let clock = time.london
      for (place, part) in [clock.hour, clock.minute, clock.second].enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ":")) }
        bytes += [48 + UInt8(part / 10), 48 + UInt8(part % 10)]
      }
      if level != .info { bytes += Array(" \(level.rawValue)".utf8) }
    }
  }

  mutating func text(_ name: String, _ value: String) {
    begin(name)
    // A person reads the words themselves; a value that is no single word stands in quotation marks.
    let isBare = format == .text && (name == "event" || value.utf8.allSatisfy(LogLine.isOfWord))
    if !isBare { bytes.append(UInt8(ascii: "\"")) }
    for byte in value.utf8 { escape(byte) }
    if !isBare { bytes.append(UInt8(ascii: "\"")) }
  }

  mutating func number(_ name: String, _ value: Int) {
    begin(name)
    bytes += Array(String(value).utf8)
  }

  /// The line, with its end.
  var finished: [UInt8] {
    format == .json ? bytes + [UInt8(ascii: "}"), 10] : bytes + [10]
  }

  private mutating func begin(_ name: String) {
    switch format {
    case .json:
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes += Array(name.utf8)
      bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
    case .text:
      bytes.append(UInt8(ascii: " "))
      if name != "event" {
        bytes += Array(name.utf8)
        bytes.append(UInt8(ascii: "="))
      }
    }
  }

  /// Control characters, quotation marks and backslashes as JSON writes them, in both forms.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 10: bytes += Array("\\n".utf8)
    case 13: bytes += Array("\\r".utf8)
    case 9: bytes += Array("\\t".utf8)
    case 0..<32, 127:
      bytes += Array("\\u00".utf8)
      bytes += Array(Secret.hex([byte]).utf8)
    default: bytes.append(byte)
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "-_./*:".utf8.contains(byte)
    }
  }
}
