/// Names as they are found again: folded, and forgiving where a finger slipped.
public enum NameSearch {
  /// Lower-case words of the name without accents or marks within words, with single spaces.
  public static func folded(_ name: String) -> String {
    String(decoding: FoldedText(name).bytes, as: UTF8.self)
  }

  /// Single typing slips between two folded words: a letter missing, added, changed, or two
  /// neighbours swapped. Stops counting above `limit` and answers nil.
  public static func slips(_ a: String, _ b: String, limit: Int) -> Int? {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      (before, last) = (last, row)
    }
    let count = last[b.count]
    return count <= limit ? count : nil
  }
}
