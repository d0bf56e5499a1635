/// Children's numbers as places 0, 1, 2 …: the numbers themselves where they lie close together, else
/// their rank, so that a log with ten-digit numbers does not ask for a table of billions.
struct ChildNumbering: Sendable {
  let count: Int
  private let ranked: [UInt32]?

  /// Where ranks are needed, they take the place of the numbers in `columns`.
  init(_ columns: ContactLogColumns) {
    let span = Int(columns.largestChild) + 1
    guard span > columns.rows / 4 + 65_536 else {
      count = span
      ranked = nil
      return
    }
    var seen: Set<UInt32> = []
    for (index, block) in columns.blocks.enumerated() {
      for row in 0..<columns.rows(inBlock: index) { seen.insert(block.child[row]) }
    }
    let ranked = seen.sorted()
    for (index, block) in columns.blocks.enumerated() {
      for row in 0..<columns.rows(inBlock: index) {
        block.child[row] = Self.rank(block.child[row], in: ranked)
      }
    }
    self.ranked = ranked
    count = ranked.count
  }

  func child(_ place: Int) -> UInt32 { ranked?[place] ?? UInt32(truncatingIfNeeded: place) }

  private static func rank(_ child: UInt32, in ranked: [UInt32]) -> UInt32 {
    var (low, high) = (0, ranked.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ranked[middle] < child { low = middle + 1 } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
