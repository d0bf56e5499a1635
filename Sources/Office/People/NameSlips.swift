import Practice
import Store

extension NameFinder {
  /// Words of names that a typing slip or two may have turned into what was typed: for each word of
  /// the question, whoever is called nearly so. A word that somebody's name does begin with is taken
  /// as it stands beside them.
  func addNear(_ question: NameQuestion, to found: inout Found) throws {
    var left: [ID<Person>]?
    for word in question.words {
      var people = try self.people(beginning: word)
      var names = 0
      // A name that nobody bears whom the searcher may come upon takes no other's place.
      for near in try nearly(word) where names < Self.mostNames {
        let called = try self.people(called: near)
        if !called.isEmpty { names += 1 }
        people += called
      }
      let these = Set(people)
      left = left.map { $0.filter { these.contains($0) } } ?? people
    }
    var seen = Set(found.people)
    for person in left ?? [] where seen.insert(person).inserted { found.people.append(person) }
  }

  /// Words of the record that differ from `word` by few slips, those with the fewest first.
  private func nearly(_ word: String) throws -> [String] {
    let length = word.utf8.count
    guard length >= 3, let first = word.unicodeScalars.first else { return [] }
    let limit = length >= 8 ? 2 : 1
    var near: [(word: String, slips: Int)] = []
    // A slip in the first letter is looked for only by its neighbour: "anthony" typed "nathony".
    var letters = [first]
    letters += word.unicodeScalars.dropFirst().prefix(1).filter { $0 != first }
    for letter in letters {
      for other in try words(beginning: letter) where abs(other.utf8.count - length) <= limit {
        if let slips = NameSearch.slips(other, word, limit: limit), slips > 0 {
          near.append((other, slips))
        }
      }
    }
    near.sort { ($0.slips, $0.word) < ($1.slips, $1.word) }
    return near.map(\.word)
  }

  private static let mostNames = 20

  /// Each word with this first letter once: the index is stepped through from word to word, so that
  /// a name that thousands share costs one step.
  private func words(beginning letter: Unicode.Scalar) throws -> [String] {
    let from = String(Character(letter))
    let until = from + "\u{10FFFF}"
    return try reading.all(
      """
      WITH RECURSIVE step(word) AS (
        SELECT min(word) FROM name_word WHERE authority = \(authority) AND word >= \(from)
        UNION ALL
        SELECT (SELECT min(n.word) FROM name_word n
          WHERE n.authority = \(authority) AND n.word > step.word)
        FROM step WHERE step.word < \(until)
      )
      SELECT word FROM step WHERE word IS NOT NULL AND word < \(until)
      """
    ) { $0.text(0) }
  }

  private func people(called word: String) throws -> [ID<Person>] {
    try reading.all(
      """
      SELECT DISTINCT person FROM name_word
      WHERE authority = \(authority) AND word = \(word) \(scope.ofPerson) ORDER BY person LIMIT \(2 * Self.most)
      """
    ) { $0.id(0) }
  }
}
