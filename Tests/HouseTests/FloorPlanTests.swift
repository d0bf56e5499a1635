import Testing

@Suite struct FloorPlanTests {
  @Test func everyImportFollowsAnArrowOfThePlan() {
    #expect(FloorPlan.brokenArrows(.house).isEmpty)
  }

  @Test(arguments: [
    ("Sources/Practice/People/Person.swift", "import Foundation"),
    ("Sources/Measuring/Wilson.swift", "internal import FoundationEssentials"),
    ("Sources/Practice/People/Person.swift", "public import struct Store.Row"),
    ("Sources/Returns/Census.swift", "import Office"),
    ("Sources/Store/Seal.swift", "import Town"),
    ("Sources/Office/Door/Site.swift", "import GRDB"),
    ("Sources/Helpers/Anything.swift", "import Practice"),
  ])
  func anImportAgainstThePlanIsFound(path: String, text: String) {
    #expect(FloorPlan.brokenArrows(SourceTree([path: text])).count == 1)
  }

  @Test func wordsInCommentsAndTextsAreNoImports() {
    let tree = SourceTree([
      "Sources/Practice/A.swift": "// import Foundation\nlet a = \"import Store\""
    ])
    #expect(FloorPlan.brokenArrows(tree).isEmpty)
  }

  @Test func theStoreKnowsNothingOfWhatFactsMean() {
    #expect(FloorPlan.meaningsInStore(.house).isEmpty)
    let planted = SourceTree([
      "Sources/Practice/Kernel/Day.swift": "public struct Day {}",
      "Sources/Practice/People/Person.swift": "public struct Person {}",
      "Sources/Store/Rows.swift": "func row(_ day: Day, _ person: Person) {}",
    ])
    #expect(FloorPlan.meaningsInStore(planted).map(\.line) == [1])
  }

  @Test func nothingOnTheGroundFloorAsksTheMachine() {
    #expect(FloorPlan.ambient(.house).isEmpty)
    let planted = SourceTree([
      "Sources/Practice/Kernel/A.swift": "let a = Date()\nvar g = SystemRandomNumberGenerator()"
    ])
    #expect(FloorPlan.ambient(planted).map(\.line) == [1, 2])
  }
}
