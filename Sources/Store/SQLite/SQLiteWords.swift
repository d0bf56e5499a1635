import Practice

/// The words of a searched table in this engine: its full-text index, which is told words alone and keeps
/// no text, and a table that says which row each of its entries is of.
///
/// An entry's number is its authority, its day and its place among those of the day, so that what is
/// found comes in the order of the days and of one authority alone. Nothing is taken out: a row that was
/// corrected or withdrawn is known by the table of the facts.
extension SQLiteEngine {
  func creatingWords(of table: Table) -> [String] {
    [
      // Folded before: all that the index has to know of a word is that a space ends it.
      """
      CREATE VIRTUAL TABLE "\(table.words)" USING fts5(words, content='', columnsize=0, detail=none, \
      tokenize='ascii')
      """,
      """
      CREATE TABLE "\(table.words)_at" (
        place INTEGER PRIMARY KEY,
        authority INTEGER NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16)
      ) STRICT
      """,
      "CREATE VIRTUAL TABLE \"\(table.words)_seen\" USING fts5vocab('\(table.words)', 'instance')",
    ]
  }
}

/// The number of an entry: 15 bits of the authority, 24 of the day, 24 of the place in it.
enum WordPlace {
  private static let days: Int64 = 1 << 23
  static let ofADay: Int64 = 1 << 24

  /// - Throws: `StoreRefusal` for more authorities than one file has room for.
  static func first(_ authority: Int, _ day: Day) throws -> Int64 {
    guard (0..<(1 << 15)).contains(authority) else {
      throw StoreRefusal.againstTheRules("a file holds the words of \(1 << 15) authorities at most")
    }
    let day = min(max(Int64(day.number) + days, 0), 2 * days - 1)
    return (Int64(authority) << 24 | day) << 24
  }

  static func all(_ authority: Int) throws -> ClosedRange<Int64> {
    let first = try first(authority, Day(number: .min))
    return first...(first + 2 * days * ofADay - 1)
  }

  static func day(_ place: Int64) -> Day {
    Day(number: Int32(truncatingIfNeeded: (place >> 24) & (2 * days - 1) - days))
  }
}

/// Words of rows that a transaction has kept, until it ends or asks for them: the index takes them far
/// more easily in the order of their entries.
struct WaitingWords {
  var rows: [String: (table: Table, rows: [SearchedRow])] = [:]
  var bytes = 0
  /// So many are held at most.
  static let most = 8 << 20
}

extension SQLiteSession {
  func keep(_ row: SearchedRow, of table: Table) throws {
    words.rows[table.name, default: (table, [])].rows.append(row)
    words.bytes += row.words.count + 64
    if words.bytes > WaitingWords.most { try writeWords() }
  }

  /// Writes what waits.
  func writeWords() throws {
    guard words.bytes > 0 else { return }
    let waiting = words.rows.values
    words = WaitingWords()
    for (table, rows) in waiting {
      let rows = rows.sorted { ($0.authority, $0.day) < ($1.authority, $1.day) }
      var (at, next): (Int64, Int64) = (-1, 0)
      let entry = "INSERT INTO \"\(table.words)_at\" VALUES (?1, ?2, ?3)"
      let words = "INSERT INTO \"\(table.words)\" (rowid, words) VALUES (?1, ?2)"
      for row in rows {
        let first = try WordPlace.first(row.authority, row.day)
        if first != at {
          (at, next) = (first, try self.next(table, first))
        }
        guard next < first + WordPlace.ofADay else {
          throw StoreRefusal.againstTheRules("there are too many rows of \(table.name) of one day")
        }
        try put(entry, [.integer(next), .integer(Int64(row.authority)), row.id])
        try put(
          words, [.integer(next), .text(String(decoding: row.words, as: UTF8.self))])
        next += 1
      }
    }
  }

  private func next(_ table: Table, _ first: Int64) throws -> Int64 {
    let last = SQL(
      made: "SELECT max(place) FROM \"\(table.words)_at\" WHERE place BETWEEN $1 AND $2",
      [.integer(first), .integer(first + WordPlace.ofADay - 1)])
    var next = first
    try each(last) { row in if !row.isNull(0) { next = Int64(row.int(0)) + 1 } }
    return next
  }

  func found(
    _ table: Table, _ asked: WordsAsked, goingOn: Bool, authority: Int, before: FoundFact?,
    most: Int
  ) throws -> [FoundFact] {
    try writeWords()
    let all = try WordPlace.all(authority)
    // Folded words hold nothing that could end the quotes.
    let words = asked.words.map { "\"\($0)\"" }.joined(separator: " ") + (goingOn ? " *" : "")
    let question = SQL(
      made: """
        SELECT w.rowid, a.id FROM "\(table.words)" w
        CROSS JOIN "\(table.words)_at" a ON a.place = w.rowid
        WHERE w."\(table.words)" MATCH $1 AND w.rowid BETWEEN $2 AND $3
        ORDER BY w.rowid DESC LIMIT $4
        """,
      [
        .text(words), .integer(all.lowerBound),
        .integer(before.map { $0.place - 1 } ?? all.upperBound), .integer(Int64(most)),
      ])
    var found: [FoundFact] = []
    try each(question) { row in
      let place = Int64(row.int(0))
      found.append(FoundFact(id: row.id(1), day: WordPlace.day(place), place: place))
    }
    return found
  }
}
