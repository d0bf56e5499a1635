import Practice

/// One line of a contact log, read with care: quotes, spaces, dates, and words for what is wrong.
struct ContactLogLine {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let line: Int
  private let roles: UnsafeBufferPointer<ContactLogHeading.Role>

  /// What a line took, and whether it holds a contact.
  struct Taken {
    var bytes: Int
    var lines: Int
    var isContact: Bool
  }

  /// - Parameter bytes: from the beginning of the line to the end of what is held.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int,
    _ roles: UnsafeBufferPointer<ContactLogHeading.Role>
  ) {
    self.bytes = bytes
    self.line = line
    self.roles = roles
  }

  /// Nil where the line goes on beyond what is held (a line end within quotes) and more may come.
  func read(
    into values: UnsafeMutableBufferPointer<UInt64>, _ faults: inout ContactLogFaults, atEnd: Bool
  ) -> Taken? {
    var cells: [[UInt8]] = [[]]
    var (at, lines, quoted) = (0, 1, false)
    scan: while true {
      guard at < bytes.count else {
        guard atEnd else { return nil }
        faults.add(
          line: line, rule: "KITH-QUOTE", "A quotation mark is opened and never closed.",
          "Close it, or take it out.")
        return Taken(bytes: at, lines: lines, isContact: false)
      }
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\"") where quoted && at < bytes.count && bytes[at] == UInt8(ascii: "\""):
        cells[cells.count - 1].append(byte)
        at += 1
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ",") where !quoted: cells.append([])
      case UInt8(ascii: "\n"):
        if !quoted { break scan }
        lines += 1
        cells[cells.count - 1].append(byte)
      default: cells[cells.count - 1].append(byte)
      }
    }
    var taken = Taken(bytes: at, lines: lines, isContact: false)
    let isBlank = cells.count == 1 && Self.trimmed(cells[0]).isEmpty
    if !isBlank { taken.isContact = read(cells, into: values, &faults) }
    return taken
  }

  private func read(
    _ cells: [[UInt8]], into values: UnsafeMutableBufferPointer<UInt64>,
    _ faults: inout ContactLogFaults
  ) -> Bool {
    guard cells.count == roles.count else {
      faults.add(
        line: line, rule: "KITH-FIELDS",
        "The line has \(cells.count) fields and the heading has \(roles.count).",
        "Give every line a field for each column, with quotation marks around commas in a text.")
      return false
    }
    var isWhole = true
    for (role, cell) in zip(roles, cells) where role != .notRead {
      let text = Self.trimmed(cell)
      let value = role == .day ? Self.day(text) : Self.number(text)
      if let value {
        values[Int(role.rawValue)] = value
      } else {
        isWhole = false
        faults.add(
          line: line, column: role.name, value: String(decoding: text, as: UTF8.self),
          rule: role == .day ? "KITH-DAY" : "KITH-NUMBER",
          text.isEmpty
            ? "The \(role.name) is missing."
            : role == .day
              ? "This is not a day between 1 January 1950 and 2129."
              : "This is not a whole number from 0 to 4294967295.",
          role == .day
            ? "Write a date such as 2024-12-30, or the number of days since 1 January 2015."
            : "Write the \(role.name)'s number in digits.")
      }
    }
    return isWhole
  }

  private static func trimmed(_ cell: [UInt8]) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 13 || $0 == 10 }
    let front = cell.drop(while: isSpace)
    guard let last = front.lastIndex(where: { !isSpace($0) }) else { return [] }
    return front[...last]
  }

  private static func number(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard !text.isEmpty, text.count <= 20 else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard byte >= 48, byte <= 57, value <= UInt64(UInt32.max) else { return nil }
      value = value * 10 + UInt64(byte - 48)
    }
    return value <= UInt64(UInt32.max) ? value : nil
  }

  /// As `LogDay` counts.
  private static func day(_ text: ArraySlice<UInt8>) -> UInt64? {
    if let number = number(text) {
      return number <= UInt64(LogDay.largestNumber)
        ? number + UInt64(LogDay.beforeDayZero) : nil
    }
    guard let day = Day(String(decoding: text, as: UTF8.self)) else { return nil }
    return UInt16(exactly: day - LogDay.zero).map(UInt64.init)
  }
}
