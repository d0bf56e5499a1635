import Crypto
import Practice

/// Writes a whole store as it stands in one reading: authority by authority, telling by telling with
/// what each stated, then what was made from the facts, and the door's accounts.
struct ArchiveWriting {
  private let schema: Schema
  private let put: ([UInt8]) throws -> Void
  private var bytes = ArchiveBytes()
  private var hash = SHA256()
  private var manifest: ArchiveManifest

  /// A block is handed on when it has grown to this.
  private static let blockLength = 1 << 20

  /// - Parameter put: takes each block but the last.
  init(_ schema: Schema, made: Instant, put: @escaping ([UInt8]) throws -> Void) {
    self.schema = schema
    self.put = put
    manifest = ArchiveManifest(schema: schema.newest, made: made)
  }

  /// The manifest, and the last block, which holds it.
  mutating func write(
    _ reading: Reading, progress: (_ tellings: Int) -> Void
  ) throws -> (manifest: ArchiveManifest, last: [UInt8]) {
    let tables = schema.tables.filter { !schema.passing.contains($0.name) }
    bytes.item(.schema)
    bytes.count(schema.newest)
    for (number, table) in tables.enumerated() { declare(table, number) }
    let authorities = try reading.all(
      "SELECT authority, code, name, added FROM authority ORDER BY authority"
    ) { ($0.int(0), $0.text(1), $0.text(2), $0.instant(3)) }
    for (number, code, name, added) in authorities {
      bytes.item(.authority)
      bytes.count(number)
      for value in [code.bound, name.bound, added.bound] { bytes.value(value) }
      try tell(tables, number, code, reading, progress)
      for (place, table) in tables.enumerated() where !table.isTold {
        var blocks = RowBlocks.byKey(table, number)
        let kept = KeptColumns(table)
        while let block = try blocks.next(reading, kept.write) {
          var begins = 0
          for (_, end) in block.rows {
            try add(block.bytes[begins..<end], of: place)
            begins = end
          }
        }
      }
    }
    hash.update(data: bytes.bytes)
    manifest.digest = Array(hash.finalize())
    manifest.write(to: &bytes)
    return (manifest, bytes.bytes)
  }

  private mutating func declare(_ table: Table, _ number: Int) {
    bytes.item(.table)
    bytes.count(number)
    bytes.text(table.name)
    bytes.count(table.columns.count)
    for column in table.columns {
      bytes.text(column.name)
      bytes.bytes.append(column.kind.archiveNumber)
    }
  }

  private mutating func tell(
    _ tables: [Table], _ authority: Int, _ code: String, _ reading: Reading,
    _ progress: (Int) -> Void
  ) throws {
    let streams = tables.enumerated().filter { $0.element.isTold }.map { place, table in
      var blocks = RowBlocks.told(table, authority)
      let kept = KeptColumns(table)
      return (place, ToldRows(table) { try blocks.next(reading, kept.write) })
    }
    var head: Head?
    var writing = self
    try StandingTelling.each(of: authority, reading) { standing in
      writing.bytes.item(.telling)
      for value in standing.values { writing.bytes.value(value) }
      var found = 0
      for (place, rows) in streams {
        found += try rows.take(standing.seq) { try writing.add($0, of: place) }
      }
      guard found == standing.facts else {
        throw ArchiveRefusal.notWhole(
          "Telling \(standing.seq) of \(code) stated \(standing.facts) facts and \(found) are there."
        )
      }
      writing.manifest.tellings += 1
      writing.manifest.facts += found
      if writing.manifest.tellings % 5000 == 0 { progress(writing.manifest.tellings) }
      head = Head(authority: code, telling: standing.seq, seal: standing.seal)
      try writing.handOnIfFull()
    }
    self = writing
    for (_, rows) in streams {
      try rows.drain()
      guard rows.strays == 0 else {
        throw ArchiveRefusal.notWhole("Rows of \(rows.table.name) belong to no telling.")
      }
    }
    if let head { manifest.heads.append(head) }
  }

  private mutating func add(_ row: some Collection<UInt8>, of table: Int) throws {
    bytes.item(.row)
    bytes.count(table)
    bytes.bytes.append(contentsOf: row)
    try handOnIfFull()
  }

  private mutating func handOnIfFull() throws {
    guard bytes.bytes.count >= Self.blockLength else { return }
    hash.update(data: bytes.bytes)
    try put(bytes.bytes)
    bytes.bytes.removeAll(keepingCapacity: false)
    bytes.bytes.reserveCapacity(Self.blockLength + 4096)
  }
}

/// The columns of a table that an archive keeps of a row: not those that its place there says.
struct KeptColumns: Sendable {
  private let kept: [(place: Int, kind: Column.Kind)]

  init(_ table: Table) {
    kept = table.columns.enumerated().filter { table.isKept($0.element) }.map {
      ($0.offset, $0.element.kind)
    }
  }

  func write(_ columns: any Columns, _ bytes: inout [UInt8]) {
    var writer = ArchiveBytes()
    swap(&writer.bytes, &bytes)
    for (place, kind) in kept { writer.column(columns, place, kind) }
    swap(&writer.bytes, &bytes)
  }
}

extension Table {
  var isTold: Bool { nature == .fact || nature == .part }

  func isKept(_ column: Column) -> Bool {
    column.name != "authority" && !(isTold && column.name == "telling")
  }
}
