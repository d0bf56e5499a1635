public import Practice
public import Store

/// The folded words by which names are found: made from names, and only a quicker way to them.
public enum NameWords {
  /// Each word of a name, and whether it is of the family name (0) or the given name (1).
  static func of(_ name: PersonName) -> [(word: String, place: Int)] {
    var words: [(word: String, place: Int)] = []
    for (place, part) in [name.family, name.given].enumerated() {
      for word in Set(NameSearch.folded(part).split(separator: " ")) {
        words.append((String(word), place))
      }
    }
    return words
  }

  /// What `name_word` holds otherwise than the names that were told, for `kith verify`: people whom
  /// a search would miss, or find by a name that nobody told.
  public static func findings(in store: Store) async throws -> [String] {
    let authorities = try await store.authorities()
    return try await store.read { reading in
      var findings: [String] = []
      for authority in authorities {
        var words: Set<Entry> = []
        try reading.eachOfMany(
          """
          SELECT person, given, family FROM person_name WHERE authority = \(authority.number)
          """
        ) { row in
          let name = PersonName(kind: .legal, given: row.text(1), family: row.text(2))
          for (word, place) in of(name) {
            words.insert(Entry(word: word, person: row.id(0), place: place))
          }
        }
        var strange = 0
        try reading.eachOfMany(
          "SELECT word, person, place FROM name_word WHERE authority = \(authority.number)"
        ) { row in
          let entry = Entry(word: row.text(0), person: row.id(1), place: row.int(2))
          if words.remove(entry) == nil { strange += 1 }
        }
        if !words.isEmpty {
          findings.append(
            "\(words.count) words of names of \(authority.code) cannot be found by a search.")
        }
        if strange > 0 {
          findings.append("A search of \(authority.code) finds \(strange) words that nobody told.")
        }
      }
      return findings
    }
  }

  /// Makes `name_word` anew from the names of an authority as they stand in this transaction.
  public static func makeAnew(_ writing: Writing, _ authority: Authority) throws {
    let number = authority.number
    try writing.run("DELETE FROM name_word WHERE authority = \(number)")
    var reached: ID<Fact> = ID(high: 0, low: 0)
    while true {
      let names = try writing.reading.all(
        """
        SELECT id, person, given, family FROM person_name
        WHERE authority = \(number) AND id > \(reached) ORDER BY id LIMIT 2000
        """
      ) { row in
        (
          fact: row.id(0) as ID<Fact>, person: row.id(1) as ID<Person>,
          name: PersonName(kind: .legal, given: row.text(2), family: row.text(3))
        )
      }
      for (_, person, name) in names { try writing.index(name, of: person, authority: number) }
      guard let last = names.last else { return }
      reached = last.fact
    }
  }

  private struct Entry: Hashable {
    let word: String
    let person: ID<Person>
    let place: Int
  }
}
