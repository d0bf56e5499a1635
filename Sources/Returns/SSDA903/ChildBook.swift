import Practice

/// Which children a set of tables speaks of, as its files are read one after the other: numbers
/// them, so that checks across rows and files work on whole numbers.
final class ChildBook {
  struct Entry {
    let name: String
    /// File and line of the header row; line 0 where no header was read.
    var headerFile = ""
    var headerLine = 0
    var born = Int32.min
    /// True where an episode of care, other than short breaks, was open on 31 March.
    var lookedAfter = false
    /// First day of the unbroken time in care that was open on 31 March.
    var lookedAfterSince = Int32.max
  }

  private(set) var entries: [Entry] = []
  private var numbers: [String: Int32] = [:]
  var hasHeader = false
  var hasEpisodes = false

  private var last: (name: String, number: Int32) = ("", -1)

  /// The number of the child, counted from 0 in the order in which they are first met.
  func number(of child: String) -> Int32 {
    // The rows of a child mostly stand together.
    if child == last.name, last.number >= 0 { return last.number }
    let number = numbers[child] ?? add(child)
    last = (child, number)
    return number
  }

  private func add(_ child: String) -> Int32 {
    let number = Int32(truncatingIfNeeded: entries.count)
    numbers[child] = number
    entries.append(Entry(name: child))
    return number
  }

  subscript(number: Int32) -> Entry {
    get { entries[Int(number)] }
    _modify { yield &entries[Int(number)] }
  }
}
