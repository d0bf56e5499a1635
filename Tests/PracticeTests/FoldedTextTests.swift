import Practice
import Testing

@Suite struct FoldedTextTests {
  private func words(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return folded.words.map { String(decoding: folded.bytes[$0.folded], as: UTF8.self) }
  }

  private func written(_ text: String) -> [String] {
    FoldedText(text).words.map { String(decoding: Array(text.utf8)[$0.written], as: UTF8.self) }
  }

  @Test func wordsAreFoldedAndKnowWhereTheyWereWritten() {
    let text = " “Siân O’Brien's Tŷ—14b”, e\u{301}t محمّد 家庭!"
    #expect(words(text) == ["sian", "obriens", "ty", "14b", "et", "محمد", "家庭"])
    #expect(written(text) == ["Siân", "O’Brien's", "Tŷ", "14b", "e\u{301}t", "محمّد", "家庭"])
  }

  @Test(arguments: [
    ("Leo's", "leos", "leo"), ("children’s", "childrens", "children"), ("it's", "its", "it"),
    ("Leos", "leos", "leos"), ("boys'", "boys", "boys"), ("d's'", "ds", "d"), ("'s", "s", "s"),
    ("we'll", "well", "well"), ("O'Sullivan", "osullivan", "osullivan"),
  ])
  func aPossessiveHasAStem(_ text: String, _ folded: String, _ stem: String) throws {
    let all = FoldedText(text)
    let word = try #require(all.words.first)
    #expect(String(decoding: all.bytes[word.folded], as: UTF8.self) == folded)
    #expect(String(decoding: all.bytes[word.stem], as: UTF8.self) == stem)
  }

  @Test(arguments: ["", " ", "'", "\u{301}", "\u{0}", "-- ?!", "🙂\u{FE0F}"])
  func whereThereIsNoWordThereIsNone(_ text: String) {
    #expect(words(text) == [])
    #expect(FoldedText(text).bytes.isEmpty)
  }

  @Test func ofALongQuestionTheFirstWordsAreRead() {
    let asked = WordsAsked((1...20).map { "w\($0)" }.joined(separator: " "))
    #expect(asked.words == (1...8).map { "w\($0)" })
    #expect(WordsAsked(String(repeating: "ŵ", count: 5000)).words.map(\.utf8.count) == [64])
    // A letter of three bytes stays whole: 21 of them are 63.
    #expect(WordsAsked(String(repeating: "家", count: 30)).words.map(\.utf8.count) == [63])
  }

  @Test func oneLetterIsTooLittleAndOneSignIsNot() {
    #expect(WordsAsked("a").isTooLittle && WordsAsked(" É! ").isTooLittle)
    #expect(!WordsAsked("家").isTooLittle && !WordsAsked("a b").isTooLittle)
    #expect(!WordsAsked("").isTooLittle && WordsAsked("").isEmpty)
  }
}
