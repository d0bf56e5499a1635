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
      words.reserveCapacity(words.count + folded.bytes.count + 16)
      for word in folded.words {
        let whole = WordsAsked.told(folded.bytes, word.folded)
        guard words.count + whole.count < Self.most else { break }
        if !words.isEmpty { words.append(UInt8(ascii: " ")) }
        words += folded.bytes[whole]
        // Found by both: by what was written, and by the name that it is of.
        guard word.isPossessive else { continue }
        words.append(UInt8(ascii: " "))
        words += folded.bytes[WordsAsked.told(folded.bytes, word.stem)]
      }
    }
    self.words = words
  }

  /// Each word once, in the order of their bytes.
  var distinct: [ArraySlice<UInt8>] {
    let all = words.split(separator: UInt8(ascii: " "))
      .sorted { $0.lexicographicallyPrecedes($1) }
    var once: [ArraySlice<UInt8>] = []
    once.reserveCapacity(all.count)
    for word in all where once.last.map({ !$0.elementsEqual(word) }) ?? true { once.append(word) }
    return once
  }
}

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
