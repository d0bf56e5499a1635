import Practice

/// A day as a return writes it: `31/03/2026`, or `2026-03-31` as data tools write it, with or
/// without a time behind it.
enum DayReading {
  case day(Day)
  /// Understood, though not written as the return asks.
  case otherwise(Day, String)
  /// Not a day; a sentence that says why, and what to do.
  case wrong(String, String)

  @inline(__always) static func british(_ cell: Cell) -> Day? {
    guard cell.count == 10, cell[2] == slash, cell[5] == slash else { return nil }
    guard let day = number(cell, 0, 2), let month = number(cell, 3, 2),
      let year = number(cell, 6, 4)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `2026-03-31`, also with a time of day behind it that does not matter.
  static func iso(_ cell: Cell) -> Day? {
    guard cell.count >= 10, cell.count <= 40, cell[4] == dash, cell[7] == dash else { return nil }
    if cell.count > 10 {
      guard cell[10] == UInt8(ascii: "T") || cell[10] == 32 else { return nil }
      for place in 11..<cell.count where !isOfTime(cell[place]) { return nil }
    }
    guard let year = number(cell, 0, 4), let month = number(cell, 5, 2),
      let day = number(cell, 8, 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// The day of a cell that `british` did not understand, or why it is none.
  static func slowly(_ cell: Cell) -> DayReading {
    if let day = iso(cell) { return .otherwise(day, "year first") }
    let parts = cell.bytes.split(
      separator: slash, maxSplits: 3, omittingEmptySubsequences: false)
    if parts.count == 3 {
      let numbers = parts.map { part in
        Cell(start: cell.start + part.startIndex, count: part.count).wholeNumber
      }
      if let day = numbers[0], let month = numbers[1], let year = numbers[2] {
        if parts[2].count == 2 {
          return .wrong("The year has two digits.", "Write the year with four digits.")
        }
        if parts[2].count == 4, let day = Day(year: year, month: month, day: day) {
          return .otherwise(day, "without leading zeros")
        }
        if month > 12, day <= 12 {
          return .wrong(
            "There is no month \(month): this may be written with the month first.",
            "Write the day first: 31/03/2026.")
        }
        return .wrong(
          "The calendar has no such day.", "Correct the day at its source and export again.")
      }
    }
    if cell.count >= 10, cell[4] == dash, cell[7] == dash, number(cell, 0, 4) != nil {
      return .wrong(
        "The calendar has no such day.", "Correct the day at its source and export again.")
    }
    if let number = cell.wholeNumber, (20_000...60_000).contains(number) {
      return .wrong(
        "This is a spreadsheet's number for a day.",
        "Give the column the format of a date (31/03/2026) and save again.")
    }
    return .wrong("This is not a day.", "Write it as 31/03/2026, or leave it blank if it may be.")
  }

  private static let slash = UInt8(ascii: "/")
  private static let dash = UInt8(ascii: "-")

  @inline(__always) private static func number(_ cell: Cell, _ from: Int, _ count: Int) -> Int? {
    var value = 0
    for place in from..<(from + count) {
      let digit = cell[place] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private static func isOfTime(_ byte: UInt8) -> Bool {
    Cell.isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "+") || byte == dash
  }
}
