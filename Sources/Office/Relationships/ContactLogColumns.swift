/// The three columns of a log in blocks of a million rows: blocks never move while the log grows, so
/// memory is what the rows need and no more.
final class ContactLogColumns {
  static let blockRows = 1 << 20

  struct Block {
    private let childRoom = ContactLogRoom<UInt32>(blockRows)
    private let workerRoom = ContactLogRoom<UInt32>(blockRows)
    private let dayRoom = ContactLogRoom<UInt16>(blockRows)

    var child: UnsafeMutableBufferPointer<UInt32> { childRoom.values }
    var worker: UnsafeMutableBufferPointer<UInt32> { workerRoom.values }
    /// As `LogDay` counts.
    var day: UnsafeMutableBufferPointer<UInt16> { dayRoom.values }
  }

  private(set) var blocks: [Block] = []
  private(set) var rows = 0
  private(set) var largestChild: UInt32 = 0
  /// True while no day is before the one on the row above.
  private(set) var isInDayOrder = true
  private var lastDay: UInt16 = 0

  /// Rows of the block at `index`.
  func rows(inBlock index: Int) -> Int {
    min(Self.blockRows, rows - index * Self.blockRows)
  }

  /// Room for one more block, which the caller fills from its first row.
  func addBlock() -> Block {
    let block = Block()
    blocks.append(block)
    return block
  }

  /// Says that the first `count` rows of the last block are now filled.
  func filled(_ count: Int) {
    guard let block = blocks.last else { return }
    rows = (blocks.count - 1) * Self.blockRows + count
    let (child, day) = (block.child, block.day)
    var (largest, last, inOrder) = (largestChild, lastDay, true)
    for row in 0..<count {
      largest = max(largest, child[row])
      if day[row] < last { inOrder = false }
      last = day[row]
    }
    largestChild = largest
    lastDay = last
    if !inOrder { isInDayOrder = false }
  }
}
