import Practice
import Testing

@Suite struct FamiliarityTests {
  typealias Town = RelationshipTown
  typealias Told = EncounterTown
  let day = Town.day("2026-03-31")

  func posting(_ letter: String, _ from: String, _ until: String? = nil) -> Posting {
    Posting(
      practitioner: Town.worker(letter), team: nil, role: .socialWorker, fullTimePercent: 100,
      employment: .permanent, period: Period(from: Town.day(from), until: until.map(Town.day))!)
  }

  func familiarity(
    _ encounters: [Encounter], tenures: [Tenure] = [], postings: [Posting] = [],
    away: Set<ID<Practitioner>> = []
  ) -> Familiarity {
    Familiarity(
      with: [Town.child(1)], encounters: encounters, tenures: tenures, postings: postings,
      away: away, asAt: day)
  }

  func letters(_ list: [Acquaintance]) -> String {
    list.map { String(Unicode.Scalar(UInt8($0.practitioner.low))) }.joined()
  }

  @Test func whoMetTheChildMostAndLatestIsAskedFirst() {
    let answer = familiarity([
      // Most of all, but long ago.
      Told.met("A", "2024-01-01"), Told.met("A", "2024-02-01"), Told.met("A", "2024-03-01"),
      // Twice this year, the last in January; twice, the last in March.
      Told.met("B", "2025-06-01"), Told.met("B", "2026-01-01"), Told.met("C", "2025-06-01"),
      Told.met("C", "2026-03-01"),
      // Once this year.
      Told.met("D", "2026-03-30"),
    ])
    #expect(letters(answer.toAsk) == "CBDA")
  }

  @Test func whoHasLeftOrIsAwayIsKnownAndNotAsked() {
    let answer = familiarity(
      [Told.met("A", "2026-03-01"), Told.met("B", "2026-03-01"), Told.met("C", "2026-03-01")],
      postings: [
        posting("A", "2020-01-01", "2026-03-31"), posting("B", "2020-01-01", "2025-01-01"),
        posting("B", "2025-01-01"),
      ], away: [Town.worker("C")])
    #expect(letters(answer.acquaintances) == "ABC")
    #expect(letters(answer.toAsk) == "B")
    #expect(answer.acquaintances[0].availability == .left(day))
    #expect(answer.acquaintances[2].availability == .away)
  }

  @Test func aLastDayStillToComeIsNotYetLeaving() {
    let answer = familiarity(
      [Told.met("A", "2026-03-01")], postings: [posting("A", "2020-01-01", "2026-04-01")])
    #expect(letters(answer.toAsk) == "A")
  }

  @Test func whatWasSeenIsCounted() {
    let answer = familiarity([
      Told.met("A", "2025-03-31", alone: true, id: 1),
      Told.met("A", "2025-04-01", .call, seen: false, id: 2),
      Told.met("A", "2025-06-01", seen: false, id: 3), Told.met("A", "2026-04-01", id: 4),
      Told.met("A", "2025-05-01", child: 2, id: 5),
    ])
    let known = answer.acquaintances[0]
    #expect(known.encounters.map(\.low) == [1, 2, 3])
    #expect(known.inLast365Days == 2)
    #expect(known.faceToFace == 1)
    #expect(known.seenAlone == 1)
    #expect(known.first == Town.day("2025-03-31"))
    #expect(known.last == Town.day("2025-06-01"))
    #expect(known.haveMet)
  }

  @Test func whoeverWasAlongsideWithoutAnEncounterKeptComesAfterThoseWhoMet() {
    let answer = familiarity(
      [Told.met("D", "2020-01-01", .call, seen: false)],
      tenures: [
        Town.tenure("A", "2020-01-01", "2024-01-01"), Town.tenure("B", "2024-01-01", "2026-02-01"),
        Town.tenure("C", "2026-02-01"), Town.tenure("E", "2026-04-01"),
        Town.tenure("F", "2020-01-01", child: 2),
      ])
    #expect(letters(answer.toAsk) == "DCBA")
    #expect(answer.toAsk[1].isAlongside)
    #expect(!answer.toAsk[1].haveMet)
    #expect(answer.toAsk[2].alongsideUntil == Town.day("2026-02-01"))
    #expect(answer.toAsk[3].daysAlongside == 1461)
  }
}
