public import Practice

/// A fact that an index of words has found.
struct FoundFact: Hashable, Sendable {
  let id: ID<Fact>
  let day: Day
  /// Where the engine goes on from.
  var place: Int64 = 0
}

/// What was found by words: facts that hold, the latest day first.
public struct WordsFound<Value> {
  public var values: [Value] = []
  public var hasMore = false
  /// True where the last word was taken for the beginning of one.
  public var goesOn = false
}

extension WordsFound: Sendable where Value: Sendable {}

extension Reading {
  /// Facts of a searched table that hold and in whose texts every word stands that was asked for: the
  /// very words, and where these are in fewer facts than are wanted, words that begin with the last one.
  /// It is asked anew each time, and nothing that it helps to find is kept in memory.
  /// - Parameters:
  ///   - columns: of the fact, which is `f`; the first of them is column 0 of the row.
  ///   - condition: leaves out what the reader may not see, such as `f.family NOT IN (…)`. It is asked
  ///     of each fact before it is counted: nothing of the answer tells what was left out.
  public func found<Value>(
    _ asked: WordsAsked, in table: Table, authority: Int, most: Int, _ columns: SQL,
    where condition: SQL = "1 = 1", _ value: (Row) throws -> Value
  ) throws -> WordsFound<Value> {
    asking?.dependsOnMore()
    var found = WordsFound<Value>()
    guard !asked.isEmpty, !asked.isTooLittle, most > 0 else { return found }
    for goesOn in asked.canGoOn ? [false, true] : [false] {
      found.goesOn = goesOn
      let all = try standing(asked, goesOn, table, authority, most, columns, condition, value)
      found.hasMore = all.count > most
      found.values = Array(all.prefix(most))
      if found.hasMore { break }
    }
    return found
  }

  /// More than `most` of them, where there are more.
  private func standing<Value>(
    _ asked: WordsAsked, _ goesOn: Bool, _ table: Table, _ authority: Int, _ most: Int,
    _ columns: SQL, _ condition: SQL, _ value: (Row) throws -> Value
  ) throws -> [Value] {
    let name = SQL(made: "\"\(table.name)\"")
    var found: [(fact: FoundFact, value: Value)] = []
    var (reached, batch): (FoundFact?, Int) = (nil, 2 * most)
    while true {
      let candidates = try session.found(
        table, asked, goingOn: goesOn, authority: authority, before: reached, most: batch)
      let facts = Dictionary(candidates.map { ($0.id, $0) }) { first, _ in first }
      try session.each(
        """
        SELECT \(columns), f.id FROM \(name) f
        WHERE f.authority = \(authority) AND f.id = \(eachOf: candidates.map(\.id))
          AND f.withdrawn = \(false) AND NOT EXISTS (SELECT 1 FROM \(name) later
            WHERE later.authority = \(authority) AND later.supersedes = f.id)
          AND (\(condition))
        """
      ) { row in
        guard let fact = facts[row.id(row.count - 1)] else { return }
        found.append((fact, try value(row)))
      }
      // Engines agree on the order of days. Of one day all are needed, to put them in one order.
      found.sort { ($0.fact.day, $0.fact.id) > ($1.fact.day, $1.fact.id) }
      guard candidates.count == batch, let last = candidates.last,
        found.count <= most || last.day >= found[most].fact.day
      else { return found.map(\.value) }
      reached = last
      batch = min(8 * batch, 4096)
    }
  }
}
