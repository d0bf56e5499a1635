import Testing

@Suite struct SwiftTextTests {
  let text = SwiftText(
    """
    let a = "one <b> \\(two("three") as! Int) four" // five try!
    /* six /* seven */ */ let b = #"eight \\(nine) "ten""#
    let c = \"""
      eleven "twelve"
      \"""; Practice.Day()
    """)

  @Test func codeIsWhatIsNeitherTextNorComment() {
    let words = text.words.map(\.text)
    #expect(words == ["let", "a", "two", "as", "Int", "let", "b", "let", "c", "Practice", "Day"])
    #expect(text.words.last?.line == 5)
    #expect(text.words.last?.afterDot == true)
  }

  @Test func textsAndCommentsAreKeptApart() {
    #expect(text.literals.map(\.text).contains("one <b>  four"))
    #expect(text.literals.map(\.text).contains("three"))
    #expect(text.literals.map(\.text).contains(#"eight \(nine) "ten""#))
    #expect(text.literals.contains { $0.text.contains(#"eleven "twelve""#) })
    #expect(text.comments.map(\.line) == [1, 2])
  }
}
