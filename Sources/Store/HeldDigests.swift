/// Where the rows of a verified store come from. A table that is not too large is read in the order in
/// which it lies, and the digests of its rows are held: 40 bytes a row instead of a search for each.
/// A larger one is read in the order of its tellings, block by block.
struct HeldDigests {
  /// Rows whose digests are held at once: 140 MB.
  static let most = 3_500_000

  private var left = Self.most

  /// The rows of `table`, for a walk along the tellings of `authority`.
  mutating func rows(_ table: Table, _ authority: Int, _ reading: Reading) throws -> ToldRows {
    let columns = DigestedColumns(table)
    let stream = {
      var blocks = RowBlocks.told(table, authority)
      return ToldRows(table) {
        try blocks.next(reading, columns.write).map { Self.digests($0) }
      }
    }
    let count = try reading.count(
      SQL(
        made: "SELECT count(*) FROM \"\(table.name)\" WHERE authority = $1",
        [.integer(Int64(authority))]))
    // What cannot be read in this order is read in the other, and says where the record breaks off.
    guard count <= left, var held = try? Self.held(table, authority, columns, count, reading)
    else { return stream() }
    left -= count
    held.sort { $0.telling < $1.telling }
    var reached = 0
    return ToldRows(table) {
      guard reached < held.count else { return nil }
      let piece = held[reached..<min(reached + RowBlocks.rowsInABlock, held.count)]
      reached += piece.count
      return Self.block(piece)
    }
  }

  private typealias Held = (telling: Int, digest: FactDigest)

  private static func held(
    _ table: Table, _ authority: Int, _ columns: DigestedColumns, _ count: Int, _ reading: Reading
  ) throws -> [Held] {
    var held: [Held] = []
    held.reserveCapacity(count)
    var blocks = RowBlocks.byKey(table, authority)
    while let block = try blocks.next(reading, columns.write) {
      block.bytes.withUnsafeBytes { bytes in
        var begins = 0
        for (telling, end) in block.rows {
          held.append(
            (telling, FactDigest(of: UnsafeRawBufferPointer(rebasing: bytes[begins..<end]))))
          begins = end
        }
      }
    }
    return held
  }

  private static func digests(_ block: RowBlock) -> RowBlock {
    var result = RowBlock()
    result.bytes.reserveCapacity(block.rows.count * 32)
    block.bytes.withUnsafeBytes { bytes in
      var begins = 0
      for (telling, end) in block.rows {
        result.add(
          telling, FactDigest(of: UnsafeRawBufferPointer(rebasing: bytes[begins..<end])))
        begins = end
      }
    }
    return result
  }

  private static func block(_ held: ArraySlice<Held>) -> RowBlock {
    var result = RowBlock()
    result.bytes.reserveCapacity(held.count * 32)
    for (telling, digest) in held { result.add(telling, digest) }
    return result
  }
}

extension RowBlock {
  fileprivate mutating func add(_ telling: Int, _ digest: FactDigest) {
    withUnsafeBytes(of: digest.bytes) { bytes.append(contentsOf: $0) }
    rows.append((telling, bytes.count))
  }
}
