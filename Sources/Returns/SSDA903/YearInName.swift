/// The collection year that a file or folder is named for.
enum YearInName {
  /// Every year that the name speaks of: `2019-episodes.csv` and `SSDA903_2019_header.csv` say 2019,
  /// `2025-26` says 2026. Numbers that are no known year say nothing.
  static func years(_ name: String) -> Set<Int> {
    let bytes = Array(name.utf8)
    var years: Set<Int> = []
    var at = 0
    while at < bytes.count {
      guard Cell.isDigit(bytes[at]) else {
        at += 1
        continue
      }
      let (number, count) = digits(bytes, at)
      at += count
      guard count == 4, let number else { continue }
      // "2025-26", "2025_26", "2025/26", "2025-2026".
      if at + 2 < bytes.count, "-_/ ".utf8.contains(bytes[at]) {
        let (ending, length) = digits(bytes, at + 1)
        if let ending, length == 2 && ending == (number + 1) % 100 || ending == number + 1 {
          at += 1 + length
          if CollectionYear.known.contains(number + 1) { years.insert(number + 1) }
          continue
        }
      }
      if CollectionYear.known.contains(number) { years.insert(number) }
    }
    return years
  }

  /// The one year of the name; nil where it has none, or more than one.
  static func year(_ name: String) -> CollectionYear? {
    let years = years(name)
    guard years.count == 1, let number = years.first else { return nil }
    return CollectionYear(number)
  }

  private static func digits(_ bytes: [UInt8], _ from: Int) -> (Int?, Int) {
    var (value, at) = (0, from)
    while at < bytes.count, Cell.isDigit(bytes[at]) {
      if at - from < 9 { value = value * 10 + Int(bytes[at] - 48) }
      at += 1
    }
    return at == from ? (nil, 0) : (value, at - from)
  }
}
