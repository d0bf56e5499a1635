import Measuring
import Practice
import Testing

/// Encounters of the small town, told in a line.
struct EncounterTown {
  typealias Town = RelationshipTown
  static let family = ID<Family>(high: 9, low: 9)

  static func met(
    _ letter: String, _ day: String, _ kind: Encounter.Kind = .visit, place: Encounter.Place? = nil,
    seen: Bool = true, alone: Bool = false, child: UInt64 = 1, id: UInt64 = 0
  ) -> Encounter {
    Encounter(
      id: ID(high: 3, low: id), family: family, practitioner: Town.worker(letter),
      day: Town.day(day), kind: kind, place: place,
      met: [.init(person: Town.child(child), seen: seen, alone: alone)])
  }
}

@Suite struct ContinuityOfChildTests {
  typealias Town = RelationshipTown
  typealias Told = EncounterTown
  let window = LookBack(months: 12, asAt: Town.day("2026-03-31"))
  let pods = ["A": 1, "B": 1, "C": 2, "D": 2]

  func team(_ who: ID<Practitioner>, _ day: Day) -> ID<Team>? {
    let letter = String(Unicode.Scalar(UInt8(who.low)))
    return pods[letter].map { ID(high: 4, low: UInt64($0)) }
  }

  func reading(
    _ encounters: [Encounter], tenures: [Tenure] = [], mode: ContactMode = .faceToFace,
    joint: JointVisits = .keyworkerElseShared
  ) -> ChildContinuity {
    ChildContinuity(
      of: ChildHistory(child: Town.child(1), tenures: tenures), encounters: encounters, mode: mode,
      window: window, jointVisits: joint, teamOf: team)
  }

  @Test func contactsOfADayMerge() {
    let answer = reading([
      Told.met("A", "2025-05-01", id: 1), Told.met("A", "2025-05-01", id: 2),
      Told.met("A", "2025-05-02", id: 3),
    ])
    #expect(answer.persons.contacts == 2)
    #expect(answer.contacts.first?.encounters.map(\.low) == [1, 2])
  }

  @Test func phoneAndFaceToFaceAreReadApart() {
    let told = [
      Told.met("A", "2025-05-01"), Told.met("B", "2025-05-02", .call, seen: false),
      Told.met("C", "2025-05-03", .message, seen: false),
      Told.met("D", "2025-05-04", .meeting, place: .online), Told.met("D", "2025-05-05", .other),
    ]
    #expect(reading(told).persons.contacts == 1)
    let distant = reading(told, mode: .atADistance)
    #expect(distant.persons.contacts == 3)
    #expect(distant.persons.providers == 3)
  }

  @Test func aVisitWithoutSeeingTheChildIsNotAContactWithTheChild() {
    #expect(reading([Told.met("A", "2025-05-01", seen: false)]).persons.standing == .noContact)
    #expect(reading([Told.met("A", "2025-05-01", child: 2)]).persons.standing == .noContact)
  }

  @Test func aJointVisitIsTheKeyworkersWherePresent() {
    let tenures = [Town.tenure("B", "2025-01-01")]
    let told = [Told.met("A", "2025-05-01"), Told.met("B", "2025-05-01")]
    #expect(reading(told, tenures: tenures).persons.providers == 1)
    #expect(reading(told, tenures: tenures).withKeyworker == Share(1, of: 1))
    #expect(reading(told, tenures: tenures, joint: .shared).persons.providers == 2)
    #expect(reading(told).persons.upc == 0.5)
    #expect(reading(told, joint: .keyworkerElseFirst).persons.upc == 1)
    #expect(reading(told).withKeyworker == Share(0, of: 0))
  }

  @Test func differentPersonsOfOnePodAreConsistentAndNotContinuous() {
    let answer = reading([
      Told.met("A", "2025-05-01"), Told.met("B", "2025-06-01"), Told.met("A", "2025-07-01"),
      Told.met("Z", "2025-08-01"),
    ])
    #expect(answer.teams.contacts == 3)
    #expect(answer.teams.coc == 1)
    #expect(answer.persons.contacts == 4)
    #expect(answer.persons.secon == 0)
  }

  @Test func familiarityLooksBackBeyondTheWindow() {
    let answer = reading([
      Told.met("A", "2025-03-01"), Told.met("A", "2025-05-01"), Told.met("B", "2025-06-01"),
      Told.met("B", "2026-03-31"),
    ])
    #expect(answer.persons.contacts == 3)
    #expect(answer.familiarFaces == Share(2, of: 3))
  }

  @Test func theFirstContactEverIsNoTestOfFamiliarity() {
    #expect(reading([Told.met("A", "2025-05-01")]).familiarFaces == Share(0, of: 0))
  }

  @Test func aFaceFromMoreThanAYearAgoIsNotFamiliar() {
    let answer = reading([
      Told.met("A", "2024-04-30"), Told.met("B", "2025-04-30"), Told.met("A", "2025-05-01"),
    ])
    #expect(answer.familiarFaces == Share(0, of: 2))
  }

  @Test func everyoneOfAJointVisitIsAPersonMet() {
    let answer = reading(
      [
        Told.met("A", "2024-01-01"), Told.met("B", "2024-01-01"), Told.met("C", "2024-12-30"),
        Told.met("D", "2025-06-01"),
      ], tenures: [Town.tenure("A", "2020-01-01")])
    #expect(answer.mostIn365Days == 3)
    #expect(answer.inLast365Days == 1)
    #expect(reading([]).mostIn365Days == nil)
    #expect(reading([]).inLast365Days == nil)
  }

  @Test func whatHappensAfterTheDayIsNotRead() {
    let answer = reading([Told.met("A", "2026-03-31"), Told.met("B", "2026-04-01")])
    #expect(answer.persons.contacts == 1)
    #expect(answer.mostIn365Days == 1)
  }
}
