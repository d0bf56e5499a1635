/// Rows of a table, each as bytes of its own, in the order in which they were told.
struct RowBlock: Sendable {
  var bytes: [UInt8] = []
  /// Where each row's bytes end, and which telling it belongs to.
  var rows: [(telling: Int, end: Int)] = []
}

/// The rows of one table of an authority in an order of its columns, read in blocks: an answer is
/// never long, and none is open while another is read.
struct RowBlocks {
  static let rowsInABlock = 5_000

  let table: Table
  let order: [String]
  private let authority: Int
  private let columns: String
  private let places: [Int]
  private let telling: Int?
  private var reached: [Bound] = []
  private(set) var isEnded = false

  /// - Parameter order: columns that are unique together within an authority.
  init(_ table: Table, _ authority: Int, order: [String]) {
    self.table = table
    self.authority = authority
    self.order = order
    columns = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    places = order.compactMap { table.place(of: $0) }
    telling = table.place(of: table.name == Book.telling.name ? "seq" : "telling")
  }

  /// In the order in which they were told; rows of one telling by their key.
  static func told(_ table: Table, _ authority: Int) -> RowBlocks {
    RowBlocks(
      table, authority,
      order: ["telling"] + table.key.filter { !["authority", "telling"].contains($0) })
  }

  static func byKey(_ table: Table, _ authority: Int) -> RowBlocks {
    RowBlocks(table, authority, order: table.key.filter { $0 != "authority" })
  }

  /// The next rows, each written by `write`; nil where there are no more.
  mutating func next(
    _ reading: Reading, _ write: (any Columns, inout [UInt8]) -> Void
  ) throws -> RowBlock? {
    guard !isEnded else { return nil }
    var block = RowBlock()
    var last: [Bound] = []
    try reading.each(question) { row in
      write(row.columns, &block.bytes)
      block.rows.append((telling.map(row.int) ?? 0, block.bytes.count))
      if block.rows.count == Self.rowsInABlock {
        last = places.map { row.columns.bound($0, as: table.columns[$0].kind) }
      }
    }
    if last.isEmpty { isEnded = true } else { reached = last }
    return block.rows.isEmpty ? nil : block
  }

  private var question: SQL {
    let names = order.map { "\"\($0)\"" }.joined(separator: ", ")
    var text = "SELECT \(columns) FROM \"\(table.name)\" WHERE authority = $1"
    if !reached.isEmpty {
      let marks = reached.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
      text += " AND (\(names)) > (\(marks))"
    }
    text += " ORDER BY \(names) LIMIT \(Self.rowsInABlock)"
    return SQL(made: text, [.integer(Int64(authority))] + reached)
  }
}

/// The rows that the tellings of an authority stated in one table, taken telling by telling.
final class ToldRows {
  let table: Table
  private let next: () throws -> RowBlock?
  private var block = RowBlock()
  private var at = 0
  private var begins = 0
  private var isEnded = false
  /// Rows of tellings that are not there.
  private(set) var strays = 0

  init(_ table: Table, next: @escaping () throws -> RowBlock?) {
    self.table = table
    self.next = next
  }

  /// Calls `row` with the bytes of each row that `telling` stated; how many there were.
  func take(_ telling: Int, _ row: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    var taken = 0
    while try isThere(), block.rows[at].telling <= telling {
      if block.rows[at].telling == telling {
        try block.bytes.withUnsafeBytes { bytes in
          try row(UnsafeRawBufferPointer(rebasing: bytes[begins..<block.rows[at].end]))
        }
        taken += 1
      } else {
        strays += 1
      }
      begins = block.rows[at].end
      at += 1
    }
    return taken
  }

  /// Whatever is left belongs to no telling.
  func drain() throws {
    while try isThere() {
      strays += block.rows.count - at
      at = block.rows.count
    }
  }

  private func isThere() throws -> Bool {
    while at == block.rows.count {
      if isEnded { return false }
      (at, begins) = (0, 0)
      if let more = try next() {
        block = more
      } else {
        isEnded = true
        block = RowBlock()
      }
    }
    return true
  }
}
