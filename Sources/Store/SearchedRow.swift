import Practice

/// The words of a row of a searched table, as an engine's index keeps them.
struct SearchedRow {
  let authority: Int
  let id: Bound
  let day: Day
  /// Folded words with a space between them; one may stand there more than once.
  let words: [UInt8]

  /// Bytes of words that are kept of one row: what the server takes at most is twice as much.
  static let most = 500_000

  /// Nil for a row of a table that is not searched, and for one that only takes back another.
  init?(_ table: Table, _ row: [Bound]) {
    guard let searched = table.searched, case .integer(let authority) = row[0],
      let day = table.place(of: searched.day), case .day(let day) = row[day],
      let withdrawn = table.place(of: "withdrawn"), row[withdrawn] != .flag(true)
    else { return nil }
    var texts: [String] = []
    for text in searched.texts {
      if let place = table.place(of: text), case .text(let text) = row[place] { texts.append(text) }
    }
    self.init(
      authority: Int(authority), id: row[table.place(of: "id") ?? 1], day: day, texts: texts)
  }

  init(authority: Int, id: Bound, day: Day, texts: [String]) {
    (self.authority, self.id, self.day) = (authority, id, day)
    var words: [UInt8] = []
    for text in texts {
      let folded = FoldedText(text)
      if words.isEmpty { words.reserveCapacity(2 * folded.bytes.count + 256) }
      if words.count + folded.bytes.count < Self.most / 2,
        folded.words.allSatisfy({ $0.folded.count <= WordsAsked.longestWord })
      {
        if !words.isEmpty, !folded.bytes.isEmpty { words.append(space) }
        words += folded.bytes
      } else {
        for word in folded.words { Self.add(folded.bytes, word.folded, to: &words) }
      }
      // Found by both: by what was written, and by the name that it is of.
      for word in folded.words where word.isPossessive {
        Self.add(folded.bytes, word.stem, to: &words)
      }
    }
    self.words = words
  }

  private static func add(_ bytes: [UInt8], _ word: Range<Int>, to words: inout [UInt8]) {
    let word = WordsAsked.told(bytes, word)
    guard words.count + word.count < most else { return }
    if !words.isEmpty { words.append(space) }
    words += bytes[word]
  }

  /// Each word once, in the order of their bytes.
  var distinct: [ArraySlice<UInt8>] {
    // Most words differ in their first letters, which are compared as one number.
    var all: [(first: UInt64, word: Range<Int>)] = []
    all.reserveCapacity(words.count / 5 + 1)
    var from = 0
    while from < words.count {
      var (end, first) = (from, 0 as UInt64)
      while end < words.count, words[end] != space {
        if end - from < 8 { first |= UInt64(words[end]) << UInt64(56 - 8 * (end - from)) }
        end += 1
      }
      all.append((first, from..<end))
      from = end + 1
    }
    all.sort { one, other in
      if one.first != other.first { return one.first < other.first }
      return words[one.word].lexicographicallyPrecedes(words[other.word])
    }
    var once: [ArraySlice<UInt8>] = []
    once.reserveCapacity(all.count)
    for (_, word) in all {
      if let last = once.last, last.elementsEqual(words[word]) { continue }
      once.append(words[word])
    }
    return once
  }
}

private let space = UInt8(ascii: " ")

extension Table {
  /// What its words are kept under, in the engine's own form.
  var words: String { name + "_words" }
}

/// What a check found of the words of one table.
struct WordFindings {
  let table: Table
  /// Rows that cannot be found by all of their words, or by others than theirs.
  private(set) var lacking = Named()
  private(set) var altered = Named()
  /// Words that are kept of no row.
  private(set) var strange = 0

  struct Named {
    var count = 0
    var first: ID<Fact>?

    mutating func add(_ id: ID<Fact>) {
      count += 1
      first = first.map { min($0, id) } ?? id
    }

    var words: String { "\(count), the first \(first.map { "\($0)" } ?? "")" }
  }

  init(_ table: Table) { self.table = table }

  mutating func lacks(_ id: ID<Fact>) { lacking.add(id) }
  mutating func hasOtherWords(_ id: ID<Fact>) { altered.add(id) }
  mutating func isStrange(_ count: Int = 1) { strange += count }

  var all: [String] {
    var all: [String] = []
    if lacking.count > 0 {
      all.append("Rows of \(table.name) cannot be found by their words: \(lacking.words).")
    }
    if altered.count > 0 {
      all.append("Rows of \(table.name) are found by other words than theirs: \(altered.words).")
    }
    if strange > 0 {
      all.append("Words are kept of \(strange) rows of \(table.name) that nobody told.")
    }
    return all
  }
}
