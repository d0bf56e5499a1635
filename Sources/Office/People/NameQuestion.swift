import Practice

/// What somebody typed to find a person, folded as names are kept for finding.
struct NameQuestion: Sendable, Equatable {
  /// As typed, without spaces around it.
  let typed: String
  /// Words to be found, in any order; each may be the beginning of a name's word.
  let words: [String]
  /// Longer than any name: what comes after is not read.
  static let longest = 100
  static let mostWords = 6

  init(_ typed: String) {
    let kept = typed.unicodeScalars.prefix(NameQuestion.longest)
      .drop { $0.properties.isWhitespace }
    let spare = kept.reversed().prefix { $0.properties.isWhitespace }.count
    let text = String(String.UnicodeScalarView(kept.dropLast(spare)))
    self.typed = text
    words = Array(
      NameSearch.folded(text).split(separator: " ").map(String.init).prefix(
        NameQuestion.mostWords))
  }

  private init(_ typed: String, words: [String]) {
    self.typed = typed
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// What could be a number by which others know a person: one word with a digit in it.
  var number: String? {
    guard words.count == 1, typed.utf8.contains(where: { (48...57).contains($0) }) else {
      return nil
    }
    return typed
  }

  /// The same question with parts of one name put together that were typed apart: "o brien" is also
  /// kept as "obrien", "mc donald" as "mcdonald". Nil where nothing could be.
  var joined: NameQuestion? {
    var together: [String] = []
    var part = ""
    for word in words {
      if word.utf8.count <= 3, part.isEmpty {
        part = word
      } else {
        together.append(part + word)
        part = ""
      }
    }
    if !part.isEmpty { together.append(part) }
    return together.count < words.count ? NameQuestion(typed, words: together) : nil
  }

  /// True where each word begins one of `folded`, which are the words of someone's names.
  func isAnswered(by folded: [String]) -> Bool {
    words.allSatisfy { word in folded.contains { $0.utf8.starts(with: word.utf8) } }
  }
}
