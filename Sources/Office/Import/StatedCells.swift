import Crypto
import Practice
import Store

/// A row of a return that is kept as it was stated: its cells by column, in the order of the file.
struct StatedCells {
  let source: String
  let table: String
  let person: ID<Person>?
  let cells: String
  /// The same row stated again, by whatever file, has the same digest.
  let digest: [UInt8]

  init(source: String, table: String, person: ID<Person>?, cells: [(String, String)]) {
    self.source = source
    self.table = table
    self.person = person
    self.cells = cells.map { "\($0.0)=\($0.1)" }.joined(separator: "\n")
    let whose = person.map { "\($0)" } ?? ""
    let text = "\(source)\u{1f}\(table)\u{1f}\(whose)\u{1f}\(self.cells)"
    digest = Array(SHA256.hash(data: Array(text.utf8)))
  }

  /// The digests of those of `rows` that are kept already.
  static func kept(
    of rows: [StatedCells], _ reading: Reading, _ authority: Int
  ) throws -> Set<[UInt8]> {
    Set(
      try reading.all(
        """
        SELECT digest FROM stated_row
        WHERE authority = \(authority) AND digest = \(eachOf: rows.map(\.digest.bound))
        """
      ) { $0.bytes(0) })
  }

  func fact(_ id: ID<Fact>) -> FactRow {
    FactRow(
      ImportTables.statedRow, id: id,
      [source.bound, table.bound, person.bound, cells.bound, digest.bound])
  }
}

extension [UInt8] {
  var bound: Bound { .bytes(self) }
}
