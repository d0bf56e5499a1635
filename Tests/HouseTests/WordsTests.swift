import Testing

@Suite struct WordsTests {
  @Test func noEngineIsNamedOutsideTheStore() {
    #expect(Words.enginesOutsideStore(.house).isEmpty)
    let planted = SourceTree([
      "Sources/Office/Door/Site.swift": "/// Kept by SQLite.\nlet a = 1",
      "Sources/Store/SQLite/Open.swift": "import GRDB",
    ])
    #expect(Words.enginesOutsideStore(planted).map(\.line) == [1])
  }

  @Test func nothingCanStopTheServerAndNothingIsLeftUnfinished() {
    #expect(Words.crashesAndLeftovers(.house).isEmpty)
  }

  @Test(arguments: [
    "let a = try! open()", "let b = c as! Int", "fatalError(\"no\")", "// TO" + "DO: later",
    "let d = \"\\(e as! Int)\"",
  ])
  func aCrashOrALeftoverIsFound(line: String) {
    #expect(Words.crashesAndLeftovers(SourceTree(["Sources/Town/A.swift": line])).count == 1)
  }

  @Test func aCommentThatOnlySpeaksOfACrashIsFine() {
    let fine = SourceTree(["Sources/Town/A.swift": "// never try! here\nlet a = try? open()"])
    #expect(Words.crashesAndLeftovers(fine).isEmpty)
  }

  @Test func noFolderOrFileHasANameThatSaysNothing() {
    #expect(Words.grabBags(.house).isEmpty)
    let planted = SourceTree([
      "Sources/Office/Helpers/A.swift": "", "Sources/Practice/People/Extensions.swift": "",
      "Sources/Practice/Service/Team.swift": "",
    ])
    #expect(Words.grabBags(planted).count == 2)
  }
}
