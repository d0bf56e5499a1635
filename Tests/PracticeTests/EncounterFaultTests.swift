import Practice
import Testing

@Suite struct EncounterFaultTests {
  private let leo: ID<Person> = ID(high: 1, low: 1)
  private let today = Day("2026-11-20")!
  private let born = Day("2018-05-02")!

  private func met(
    _ kind: Encounter.Kind = .visit, on day: String = "2026-11-19",
    seen: Bool = true,
    nobody: Bool = false
  ) -> Encounter {
    Encounter(
      id: ID(high: 2, low: 1), family: ID(high: 3, low: 1), practitioner: ID(high: 4, low: 1),
      day: Day(day)!, kind: kind, met: nobody ? [] : [Encounter.Met(person: leo, seen: seen)])
  }

  @Test func aVisitOfYesterdayAtWhichAChildWasSeenHasNoFault() {
    #expect(met().faults(today: today, born: [leo: born]).isEmpty)
    #expect(met(on: "2026-11-20").faults(today: today, born: [:]).isEmpty)
  }

  @Test func whatIsStillToComeHasNotHappened() {
    #expect(met(on: "2026-11-21").faults(today: today, born: [:]) == [.notYet])
  }

  @Test func aMeetingWithNobodyOfTheFamilyIsNone() {
    #expect(met(nobody: true).faults(today: today, born: [:]) == [.nobodyTookPart])
  }

  @Test func nobodyIsMetBeforeTheyAreBorn() {
    let slip = met(on: "2018-05-01").faults(today: today, born: [leo: born])
    #expect(slip == [.beforeBirth(leo, born: born)])
    #expect(met(on: "2018-05-02").faults(today: today, born: [leo: born]).isEmpty)
    #expect(met(on: "2018-05-01").faults(today: today, born: [:]).isEmpty)
  }

  @Test(arguments: [
    (Encounter.Kind.call, true), (.message, true), (.visit, false), (.meeting, false),
    (.other, false),
  ])
  func nobodyIsSeenInACallOrAMessage(kind: Encounter.Kind, isFault: Bool) {
    #expect(
      met(kind).faults(today: today, born: [:]) == (isFault ? [.seenFromAfar] : []))
    #expect(met(kind, seen: false).faults(today: today, born: [:]).isEmpty)
  }
}
