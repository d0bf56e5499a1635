import Practice
import Testing

@testable import Town

@Suite struct ChronicleTests {
  /// Every id, day and word of every happening, in one number.
  private func digest(_ chronicle: Chronicle) -> UInt64 {
    var digest: UInt64 = 14_695_981_039_346_656_037
    for happening in chronicle {
      for byte in "\(happening)".utf8 { digest = (digest ^ UInt64(byte)) &* 1_099_511_628_211 }
    }
    return digest
  }

  @Test func theSameSeedGivesTheSameTownToTheLastWord() {
    let town = digest(Chronicle(families: 14, seed: 3))
    #expect(town == digest(Chronicle(families: 14, seed: 3)))
    #expect(town != digest(Chronicle(families: 14, seed: 4)))
    #expect(town != digest(Chronicle(families: 15, seed: 3)))
  }

  @Test func readingAChronicleTwiceGivesTheSame() {
    let first = Towns.village.prefix(2000).map { "\($0)" }
    let second = Towns.village.prefix(2000).map { "\($0)" }
    #expect(first == second)
  }

  @Test(arguments: [12, 13, 40, 160])
  func thereAreAsManyFamiliesAsWereAskedFor(families: Int) {
    let facts = TownFacts(Chronicle(families: families).history)
    #expect(facts.families.count == families)
  }

  @Test func fewerFamiliesThanTheCastAreTheCast() {
    #expect(Chronicle(families: 0).families == 12)
    #expect(TownFacts(Chronicle(families: 3).history).families.count == 12)
  }

  @Test func whatIsWrittenDownIsInOrderAndNeverBeforeItHappened() {
    let happenings = Towns.villageHappenings
    let disordered = zip(happenings, happenings.dropFirst()).filter { $1.recorded < $0.recorded }
    #expect(disordered.isEmpty)
    let town = Towns.village
    let foretold = happenings.filter {
      let recordedOn = $0.recorded.london.day
      return $0.day > recordedOn || recordedOn < town.firstDay || recordedOn > town.today
    }
    #expect(foretold.isEmpty)
  }

  @Test func anEncounterIsWrittenDownInOfficeHoursAndWithinDays() {
    let encounters = Towns.villageHappenings.filter {
      if case .recordEncounter = $0.deed { true } else { false }
    }
    #expect(encounters.count > 10_000)
    let late = encounters.filter {
      let (day, hour, _, _) = $0.recorded.london
      return !(8..<19).contains(hour) || day - $0.day > 7
    }
    #expect(late.isEmpty)
  }

  @Test func noIdIsUsedTwice() {
    let encounters = Towns.villageFacts.encounters.map(\.id)
    #expect(Set(encounters).count == encounters.count)
    let members = Towns.villageFacts.families.values.map(\.people.count).reduce(0, +)
    #expect(Towns.villageFacts.people.count == members)
  }

  @Test func anotherLastDayMovesTheYearsWithIt() {
    let today = Day("2025-03-30")!  // a Sunday
    let chronicle = Chronicle(families: 20, today: today)
    #expect(chronicle.firstDay == Day("2015-03-31")!)
    let days = chronicle.map(\.recorded.london.day)
    #expect(days.allSatisfy { $0 >= chronicle.firstDay && $0 <= today })
    #expect(days.last! > today - 7)
  }
}
