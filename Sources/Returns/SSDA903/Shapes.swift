/// What identifiers and postcodes look like, leniently: enough to notice a column in the wrong
/// place.
enum Shapes {
  static let sw: UInt16 = 0x5357
  static let xx: UInt16 = 0x5858

  /// `BN1 1AA`, with or without its space.
  static func isPostcode(_ cell: Cell) -> Bool {
    guard (5...8).contains(cell.count), Cell.isLetter(cell[0]) else { return false }
    for place in 0..<cell.count where !Cell.isLetterOrDigit(cell[place]) && cell[place] != 32 {
      return false
    }
    let last = cell.count - 1
    return Cell.isDigit(cell[last - 2]) && Cell.isLetter(cell[last - 1])
      && Cell.isLetter(cell[last])
  }

  /// A letter, eleven digits, and a digit or letter; or `UN1` … `UN7` where there is none.
  static func isPupilNumber(_ cell: Cell) -> Bool {
    if cell.count == 3 {
      return cell[0] & 0xDF == 85 && cell[1] & 0xDF == 78 && (49...55).contains(cell[2])
    }
    guard cell.count == 13, Cell.isLetter(cell[0]), Cell.isLetterOrDigit(cell[12]) else {
      return false
    }
    for place in 1..<12 where !Cell.isDigit(cell[place]) { return false }
    return true
  }

  /// Seven digits, or seven times X where the home has no number.
  static func isProviderNumber(_ cell: Cell) -> Bool {
    guard cell.count == 7 else { return false }
    return cell.wholeNumber != nil || cell.bytes.allSatisfy { $0 & 0xDF == 88 }
  }

  /// Three digits, or `NUK` for a place outside the United Kingdom.
  static func isAuthority(_ cell: Cell) -> Bool {
    cell.count == 3
      && (cell.wholeNumber != nil || capitalKey(cell) == 0x4E554B || capitalKey(cell) == 0x4E4B4E)
  }

  /// `zz/05/2014` or `zz/zz/2014`, where the day of an order is not known.
  static func isPartlyKnownDay(_ cell: Cell) -> Bool {
    guard cell.count == 10, cell[0] | 32 == 122, cell[1] | 32 == 122, cell[2] == 47, cell[5] == 47
    else { return false }
    let month = Cell(start: cell.start + 3, count: 2)
    let monthIsKnown = month.wholeNumber.map { (1...12).contains($0) } ?? false
    return (monthIsKnown || (month[0] | 32 == 122 && month[1] | 32 == 122))
      && Cell(start: cell.start + 6, count: 4).wholeNumber != nil
  }

  /// The key of the code that the cell is in capitals.
  static func capitalKey(_ cell: Cell) -> UInt64? {
    guard cell.count <= 8 else { return nil }
    return cell.bytes.reduce(0) { $0 << 8 | UInt64((97...122).contains($1) ? $1 - 32 : $1) }
  }

  /// Why a code is not one of the year at hand.
  static func ofOtherYears(_ field: String, _ years: ClosedRange<Int>, _ year: Int) -> String {
    year < years.lowerBound
      ? "This code came into \(field) with the collection of \(years.lowerBound)."
      : "This code left \(field) after the collection of \(years.upperBound)."
  }

  /// The text of a key: the other way round than `Cell.key`.
  static func text(_ key: UInt64) -> String {
    var bytes: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: key >> UInt64(shift))
      if byte != 0 { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
