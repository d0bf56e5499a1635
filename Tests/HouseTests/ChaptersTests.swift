import Testing

@Suite struct ChaptersTests {
  @Test func chaptersOfPracticeCanBeReadInAnOrder() {
    #expect(Chapters.circle(.house).isEmpty)
  }

  @Test func aCircleOfThreeChaptersIsFound() {
    let planted = SourceTree([
      "Sources/Practice/People/Person.swift": "public struct Person { var home: Home }",
      "Sources/Practice/Care/Home.swift": "public struct Home { var team: Team }",
      "Sources/Practice/Service/Team.swift": "public struct Team { var people: [Person] }",
      "Sources/Practice/Kernel/Day.swift": "public struct Day {}",
    ])
    #expect(Chapters.circle(planted).count == 3)
  }

  @Test func aNestedTypeOfTheSameNameIsNoArrow() {
    let fine = SourceTree([
      "Sources/Practice/People/Person.swift": "public struct Person {}\npublic enum Kind {}",
      "Sources/Practice/Care/Home.swift":
        "public struct Home {\n  enum Kind {}\n  var kind: Kind\n  var person: Person\n}",
    ])
    #expect(Chapters.arrows(fine)["Care"]?.keys.sorted() == ["People"])
    #expect(Chapters.circle(fine).isEmpty)
  }
}
