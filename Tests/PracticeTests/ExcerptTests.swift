import Practice
import Testing

@Suite struct ExcerptTests {
  /// What was found stands in brackets, what was cut is three dots.
  private func excerpt(_ text: String, _ typed: String, goingOn: Bool = true) -> String {
    let excerpt = Excerpt(of: text, WordsAsked(typed), goingOn: goingOn)
    return (excerpt.isCutBefore ? "…" : "")
      + excerpt.pieces.map { $0.isFound ? "[\($0.text)]" : $0.text }.joined()
      + (excerpt.isCutAfter ? "…" : "")
  }

  private let visit =
    "Siân made tea. Leo's kite is torn: \"It flew into a tree!\" he said. We mended the kite together."
    + "\n\nLeo will ring."

  @Test func theSentenceWithMostOfTheWordsIsShown() {
    #expect(excerpt(visit, "kite") == "…Leo's [kite] is torn: \"It flew into a tree!\"…")
    #expect(excerpt(visit, "kite mended") == "…We [mended] the [kite] together.…")
    #expect(excerpt(visit, "leo kite") == "…[Leo's] [kite] is torn: \"It flew into a tree!\"…")
    #expect(excerpt(visit, "ring") == "…Leo will [ring].")
    #expect(excerpt(visit, "sian te") == "[Siân] made [tea].…")
  }

  @Test func aBeginningIsMarkedOnlyWhereBeginningsWereFound() {
    #expect(excerpt("The bus and the busy road", "bus") == "The [bus] and the [busy] road")
    #expect(
      excerpt("The bus and the busy road", "bus", goingOn: false) == "The [bus] and the busy road")
    #expect(excerpt("The busy bus", "bus the") == "[The] busy [bus]")
  }

  @Test func whereNothingWasFoundTheFirstSentenceStands() {
    #expect(excerpt(visit, "zebra") == "Siân made tea.…")
    #expect(excerpt("", "zebra") == "" && excerpt(" \n ", "zebra") == "")
  }

  @Test func aVeryLongSentenceIsCutAroundTheWord() {
    let long = (1...200).map { "word\($0)" }.joined(separator: " ")
    let cut = excerpt(long, "word150")
    #expect(cut.hasPrefix("…word13") && cut.contains("[word150] word151") && cut.hasSuffix("…"))
    #expect(cut.utf8.count < 420)
  }

  @Test(arguments: ["ŵ", "家", "🙂a"]) func noLetterIsCutInTwo(_ letter: String) {
    for before in 0..<8 {
      let text = String(repeating: "x", count: before) + String(repeating: letter, count: 600)
      let shown = excerpt(text + " end", "end") + excerpt(text, letter + letter)
      #expect(!shown.unicodeScalars.contains("\u{FFFD}"))
      #expect(shown.utf8.count < 1000)
    }
  }

  @Test func allOfATitleIsShown() {
    let title = Excerpt(all: "Kite. Kites? KITE", WordsAsked("kite"), goingOn: false)
    #expect(title.pieces.map(\.isFound) == [true, false, true])
    #expect(title.pieces.map(\.text).joined() == "Kite. Kites? KITE")
    #expect(!title.isCutBefore && !title.isCutAfter)
  }
}
