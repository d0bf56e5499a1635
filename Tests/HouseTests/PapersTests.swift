import Testing

@Suite struct PapersTests {
  @Test func everyLongFileSaysWhyItIsOneThought() {
    #expect(Papers.longWithoutReason(.house).isEmpty)
    let long = String(repeating: "let a = 1\n", count: 251)
    let planted = SourceTree([
      "Sources/Town/A.swift": long,
      "Sources/Town/B.swift": "// Long because: one table of codes\n" + long,
      "Sources/Town/C.swift": "// Long because: x\n" + long,
      "Sources/Town/D.swift": String(repeating: "let a = 1\n", count: 250),
    ])
    let found = Papers.longWithoutReason(planted).map(\.path)
    #expect(found == ["Sources/Town/A.swift", "Sources/Town/C.swift"])
  }

  @Test func everyPlaceThatThePapersNameIsThere() {
    #expect(Papers.namedButMissing(.house).isEmpty)
    let planted = SourceTree([
      "TOUR.md": "See `Sources/Gone.swift`, `/families`, `kith serve`.\n[a](docs/a.md#top)",
      "docs/a.md": "[up](../TOUR.md) [out](https://example.org)",
    ])
    let found = Papers.namedButMissing(planted) { ["docs/a.md", "TOUR.md"].contains($0) }
    #expect(found.map(\.what) == ["Sources/Gone.swift is not there"])
  }

  @Test func everyWordOfTheGlossaryIsDeclaredWhereItSays() {
    #expect(Papers.wordsNotSettled(.house).isEmpty)
    let planted = SourceTree([
      "GLOSSARY.md":
        "| in | where |\n|---|---|\n| `Day` | `Sources/Practice/Day.swift` |\n| `Week` | a | `Sources/Practice/Day.swift` |",
      "Sources/Practice/Day.swift": "public struct Day {} // struct Week",
    ])
    #expect(Papers.wordsNotSettled(planted).map(\.line) == [4])
  }

  @Test func everyDeedIsToldByTheProgramAndByATest() {
    #expect(Papers.deedsUntold(.house).isEmpty)
    let planted = SourceTree([
      "Sources/Office/Deed.swift":
        "enum Deed: String {\n  case openFamily = \"OpenFamily\"\n  case handOver\n  case endHelp\n}",
      "Sources/Office/People/OpenFamily.swift": "let deeds: [Deed] = [.openFamily, .handOver]",
      "Tests/OfficeTests/FamilyTests.swift":
        "let told = Deed.openFamily, ended = Deed.endHelp // handOver",
    ])
    let found = Papers.deedsUntold(planted).map { "\($0.line) \($0.what)" }
    #expect(found == ["3 no test tells handOver", "4 nothing tells endHelp"])
  }
}
