import Practice
import Store

/// Finds people by any of their names, forgivingly: accents, capitals, apostrophes, order and the
/// beginnings of words; and typing slips where hardly anybody else is found.
struct NameFinder {
  /// As many as a page shows; one more is looked for, to know whether there are more.
  static let most = 25
  /// Where fewer are found, slips are looked at as well.
  static let few = 3
  /// Persons looked at for one word. A question that means more is too wide to answer well.
  static let widest = 5000

  let reading: Reading
  let authority: Int
  /// Whom the searcher may come upon; nobody else is looked at.
  let scope: Scope

  struct Found: Sendable {
    /// Those who answer the words as they were typed first.
    var people: [ID<Person>] = []
    var hasMore = false
    /// From here on in `people`, names that are only nearly what was typed.
    var near = 0
  }

  func find(_ question: NameQuestion) throws -> Found {
    var found = Found()
    guard !question.isEmpty else { return found }
    if let number = question.number { found.people = try numbered(number) }
    for asked in [question, question.joined].compactMap({ $0 })
    where found.people.count <= Self.most {
      let most = asked.words.count == 1 ? 4 * Self.most : Self.widest
      let groups = try asked.words.map { try people(beginning: $0, most: most) }
      for person in try named(groups, asked) where !found.people.contains(person) {
        found.people.append(person)
      }
    }
    found.near = found.people.count
    if found.people.count < Self.few { try addNear(question, to: &found) }
    found.hasMore = found.people.count > Self.most
    found.people = Array(found.people.prefix(Self.most))
    found.near = min(found.near, found.people.count)
    return found
  }

  /// Those found for every word, in the order of the word that the fewest answer to.
  private func named(_ groups: [[ID<Person>]], _ question: NameQuestion) throws -> [ID<Person>] {
    guard let smallest = groups.indices.min(by: { groups[$0].count < groups[$1].count }) else {
      return []
    }
    var left = groups[smallest]
    for (place, group) in groups.enumerated() where place != smallest {
      let others = Set(group)
      left = left.filter { others.contains($0) }
    }
    guard groups.count > 1 else { return left }
    // "Ali Ali" must not find everybody who is called Ali once.
    var words = question.words.sorted()
    words = words.indices.filter { $0 > 0 && words[$0] == words[$0 - 1] }.map { words[$0] }
    guard !words.isEmpty else { return left }
    let names = try PeopleDesk.names(reading, authority, left.prefix(Self.widest / 10))
    return left.prefix(Self.widest / 10).filter { person in
      names.contains { name in
        guard name.person == person else { return false }
        let parts = NameSearch.folded(name.name.full).split(separator: " ")
        return words.allSatisfy { word in
          parts.count { $0.utf8.starts(with: word.utf8) } > 1
        }
      }
    }
  }

  /// Those with a name that has a word with this beginning, exact words first. A single word needs
  /// no more of them than are shown.
  func people(beginning word: String, most: Int = widest) throws -> [ID<Person>] {
    var people: [ID<Person>] = []
    var seen: Set<ID<Person>> = []
    try reading.each(
      """
      SELECT person FROM name_word
      WHERE authority = \(authority) AND word >= \(word) AND word < \(word + "\u{10FFFF}")
        \(scope.ofPerson)
      ORDER BY word, person LIMIT \(most)
      """
    ) { row in
      let person: ID<Person> = row.id(0)
      if seen.insert(person).inserted { people.append(person) }
    }
    return people
  }

  private func numbered(_ number: String) throws -> [ID<Person>] {
    var ever: [ID<Person>] = []
    for scheme in PersonNumber.Scheme.allCases {
      ever += try reading.all(
        """
        SELECT person FROM person_number
        WHERE authority = \(authority) AND scheme = \(scheme.rawValue)
          AND value >= \(number) AND value < \(number + "\u{10FFFF}")
          \(scope.ofPerson)
        LIMIT \(2 * Self.most)
        """
      ) { $0.id(0) }
    }
    let numbers = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, person, value FROM person_number
      WHERE authority = \(authority) AND person IN \(anyOf: ever)
      """
    ) { row in (person: row.id(3) as ID<Person>, value: row.text(4)) }
    var people: [ID<Person>] = []
    for one in numbers.sorted(by: { $0.value < $1.value })
    where one.value.utf8.starts(with: number.utf8) && !people.contains(one.person) {
      people.append(one.person)
    }
    return people
  }
}
