import Practice

/// From when until when each row of a file lasts, for the checks that look at a child's rows
/// together.
struct Spans {
  struct Span {
    let child: Int32
    let from: Int32
    /// `Int32.max` where it has not ended.
    let until: Int32
    let line: Int32
    /// Place among the good rows of the file, counted from 1; 0 where the row is not good.
    var place: Int32
    /// Digest of the row's cells: equal for rows that state the same.
    let digest: UInt64
    /// What a table's own check needs of the row.
    let mark: UInt64
  }

  private(set) var all: [Span] = []

  mutating func append(_ span: Span) { all.append(span) }

  /// The row of the last span, on `line`, was not good by itself.
  mutating func refuseLast(line: Int32) {
    if let last = all.last, last.line == line { all[all.count - 1].place = 0 }
  }

  /// By child, then by day, then by line.
  mutating func sort() {
    var isSorted = true
    for place in all.indices.dropFirst() where Spans.isBefore(all[place], all[place - 1]) {
      isSorted = false
      break
    }
    if !isSorted { all.sort(by: Spans.isBefore) }
  }

  /// The rows of each child, in order.
  func eachChild(_ body: (ArraySlice<Span>) -> Void) {
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].child == all[start].child { end += 1 }
      body(all[start..<end])
      start = end
    }
  }

  private static func isBefore(_ a: Span, _ b: Span) -> Bool {
    if a.child != b.child { return a.child < b.child }
    if a.from != b.from { return a.from < b.from }
    if a.until != b.until { return a.until < b.until }
    return a.line < b.line
  }
}
