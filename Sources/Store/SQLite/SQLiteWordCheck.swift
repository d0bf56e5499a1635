import Practice

/// Compares the index of words with the facts: each entry belongs to one row, under its authority and
/// day, and holds the row's words and no others. Of each entry a sum over its words is held.
struct SQLiteWordCheck {
  private let table: Table
  private let texts: [String]
  private let day: String

  init(_ table: Table) {
    self.table = table
    texts = table.searched?.texts ?? []
    day = table.searched?.day ?? ""
  }

  func findings(_ reading: Reading) throws -> [String] {
    var findings = WordFindings(table)
    var entries = try entries(reading)
    try addFacts(reading, to: &entries, &findings)
    try takeAwayWords(reading, from: &entries, &findings)
    for (place, entry) in entries.ids.enumerated() {
      if !entries.isOfARow[place] {
        findings.isStrange()
      } else if entries.sums[place] != 0 {
        findings.hasOtherWords(entry.id)
      }
    }
    return findings.all
  }

  private struct Entries {
    typealias Name = (authority: Int, id: ID<Fact>)
    /// In their order.
    var places: [Int64] = []
    var ids: [Name] = []
    var sums: [UInt64] = []
    var isOfARow: [Bool] = []
    /// Entries in the order of their rows.
    var byName: [Int32] = []

    func entry(of name: Name) -> Int? {
      var (low, high) = (0, byName.count)
      while low < high {
        let middle = (low + high) / 2
        if ids[Int(byName[middle])] < name { low = middle + 1 } else { high = middle }
      }
      guard low < byName.count, ids[Int(byName[low])] == name else { return nil }
      return Int(byName[low])
    }
  }

  private func entries(_ reading: Reading) throws -> Entries {
    var entries = Entries()
    try reading.eachOfMany(
      SQL(made: "SELECT place, authority, id FROM \"\(table.words)_at\" ORDER BY place")
    ) { row in
      entries.places.append(Int64(row.int(0)))
      entries.ids.append((row.int(1), row.id(2)))
    }
    entries.sums = [UInt64](repeating: 0, count: entries.places.count)
    entries.isOfARow = [Bool](repeating: false, count: entries.places.count)
    entries.byName = entries.places.indices.map { Int32($0) }
    let ids = entries.ids
    entries.byName.sort { ids[Int($0)] < ids[Int($1)] }
    return entries
  }

  private func addFacts(
    _ reading: Reading, to entries: inout Entries, _ findings: inout WordFindings
  ) throws {
    let columns = (["authority", "id", day] + texts).map { "\"\($0)\"" }.joined(separator: ", ")
    let facts = SQL(made: "SELECT \(columns) FROM \"\(table.name)\" WHERE withdrawn = 0")
    try reading.eachOfMany(facts) { row in
      let (authority, id): (Int, ID<Fact>) = (row.int(0), row.id(1))
      let first = try WordPlace.first(authority, row.day(2))
      guard let entry = entries.entry(of: (authority, id)),
        (first..<(first + WordPlace.ofADay)).contains(entries.places[entry])
      else { return findings.lacks(id) }
      entries.isOfARow[entry] = true
      let words = SearchedRow(
        authority: authority, id: id.bound, day: row.day(2),
        texts: texts.indices.map { row.text($0 + 3) })
      for word in words.distinct { entries.sums[entry] &+= Self.mark(word) }
    }
  }

  private func takeAwayWords(
    _ reading: Reading, from entries: inout Entries, _ findings: inout WordFindings
  ) throws {
    var strange: Set<Int64> = []
    var at = 0
    try reading.eachOfMany(SQL(made: "SELECT term, doc FROM \"\(table.words)_seen\"")) { row in
      let place = Int64(row.int(1))
      // Each word's entries come in their order: the next one is not far.
      if at >= entries.places.count || entries.places[at] > place { at = 0 }
      var step = 1
      while at + step < entries.places.count, entries.places[at + step] <= place {
        at += step
        step *= 2
      }
      while step > 0 {
        if at + step < entries.places.count, entries.places[at + step] <= place { at += step }
        step /= 2
      }
      guard at < entries.places.count, entries.places[at] == place else {
        strange.insert(place)
        return
      }
      row.columns.withUTF8(0) { entries.sums[at] &-= Self.mark($0) }
    }
    findings.isStrange(strange.count)
  }

  /// A number for a word. That two of them make the same sum does not happen by damage.
  private static func mark(_ word: some Sequence<UInt8>) -> UInt64 {
    var mark: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { mark = (mark ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    mark = (mark ^ (mark >> 30)) &* 0xbf58_476d_1ce4_e5b9
    return mark ^ (mark >> 29)
  }
}
