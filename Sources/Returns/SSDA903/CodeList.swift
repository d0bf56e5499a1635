/// The codes of one field, and in which collection years each was part of it.
final class CodeList: Sendable {
  struct Code: Sendable {
    let name: String
    let key: UInt64
    let years: ClosedRange<Int>
  }

  let codes: [Code]

  /// `always` are the codes of every year; `until` those whose last year is known, `from` those
  /// whose first year is.
  init(_ always: String, until: [Int: String] = [:], from: [Int: String] = [:]) {
    let (first, last) = (CollectionYear.known.lowerBound, CollectionYear.known.upperBound)
    var codes: [Code] = []
    func add(_ names: String, _ years: ClosedRange<Int>) {
      for name in names.utf8.split(separator: 32) {
        codes.append(
          Code(
            name: String(decoding: name, as: UTF8.self),
            key: name.reduce(0) { $0 << 8 | UInt64($1) }, years: years))
      }
    }
    add(always, first...last)
    for (year, names) in until.sorted(by: { $0.key < $1.key }) { add(names, first...year) }
    for (year, names) in from.sorted(by: { $0.key < $1.key }) { add(names, year...last) }
    self.codes = codes
  }

  /// The keys of the codes of one year.
  func keys(in year: Int) -> [UInt64] {
    let known = min(
      max(year, CollectionYear.known.lowerBound), CollectionYear.known.upperBound)
    return codes.filter { $0.years.contains(known) }.map(\.key)
  }

  /// The years of a code, nil where no year knows it.
  func years(of key: UInt64) -> ClosedRange<Int>? { codes.first { $0.key == key }?.years }

  /// The names of the codes of one year, with commas; at most a line of them.
  func words(in year: Int) -> String {
    let names = codes.filter { $0.years.contains(year) }.map(\.name)
    guard names.count > 60 else { return names.joined(separator: ", ") }
    return names.prefix(60).joined(separator: ", ") + ", …"
  }
}
