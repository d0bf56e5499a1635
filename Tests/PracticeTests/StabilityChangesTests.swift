import Practice
import Testing

@Suite struct WorkerChangesTests {
  typealias Town = RelationshipTown
  let window = LookBack(months: 12, asAt: Town.day("2026-03-31"))

  func changes(_ tenures: [Tenure]) -> WorkerChanges {
    WorkerChanges(of: ChildHistory.grouped(tenures: tenures), in: window)
  }

  @Test func theFirstWorkerReplacesNobody() {
    let answer = changes([Town.tenure("A", "2025-05-01", because: .firstContact)])
    #expect(answer.total == 0)
    #expect(answer.children == 1)
    #expect(answer.each.isEmpty)
  }

  @Test func aChangeIsCountedUnderTheReasonThatBroughtTheNextWorker() {
    let answer = changes([
      Town.tenure("A", "2025-01-01", "2025-05-01", because: .firstContact),
      Town.tenure("B", "2025-05-01", "2025-07-01", because: .standardTransfer),
      Town.tenure("C", "2025-07-01", "2025-09-01", because: .restructure),
      Town.tenure("D", "2025-09-01", "2025-11-01", because: .workerLeft),
      Town.tenure("E", "2025-11-01"),
    ])
    #expect(answer.total == 4)
    #expect(answer[.standardTransfer] == 1)
    #expect(answer[.restructure] == 1)
    #expect(answer[.workerLeft] == 1)
    #expect(answer[.firstContact] == 0)
    #expect(answer.withoutReason == 1)
    #expect(answer.promisedToEnd == 2)
    #expect(answer.each.first?.changes == [1, 2, 3, 4])
    #expect(answer.children(withAtLeast: 2) == 1)
    #expect(answer.children(withAtLeast: 5) == 0)
  }

  @Test func changesOutsideTheWindowAreNotCounted() {
    let answer = changes([
      Town.tenure("A", "2024-01-01", "2025-03-31"),
      Town.tenure("B", "2025-03-31", "2026-04-01", because: .workerLeft),
      Town.tenure("C", "2026-04-01", because: .workerLeft),
    ])
    #expect(answer.total == 0)
    let edges = changes([
      Town.tenure("A", "2024-01-01", "2025-04-01"),
      Town.tenure("B", "2025-04-01", "2026-03-31", because: .workerLeft),
      Town.tenure("C", "2026-03-31", because: .workerLeft),
    ])
    #expect(edges[.workerLeft] == 2)
  }

  @Test func theSameWorkerInANewTeamIsNoChange() {
    let answer = changes([
      Town.tenure("A", "2024-01-01", "2025-06-01"),
      Town.tenure("A", "2025-06-01", because: .restructure),
    ])
    #expect(answer.total == 0)
  }

  @Test func coverThatReturnsIsNoChange() {
    let answer = changes([
      Town.tenure("A", "2024-01-01", "2025-06-01"),
      Town.tenure("B", "2025-06-01", "2025-08-01", because: .absence),
      Town.tenure("C", "2025-08-01", "2025-09-01", because: .absence),
      Town.tenure("A", "2025-09-01", because: .absence),
    ])
    #expect(answer.total == 0)
    #expect(answer.coverThatReturned == 2)
    #expect(answer.each.first?.covered == [1, 2])
  }

  @Test func coverBesideAWorkerWhoStaysNamedIsNoChange() {
    let answer = changes([
      Town.tenure("A", "2024-01-01"),
      Town.tenure("B", "2025-06-01", "2025-08-01", because: .absence),
      Town.tenure("C", "2025-10-01", because: .workerLeft),
    ])
    #expect(answer.coverThatReturned == 1)
    #expect(answer.total == 1)
    #expect(answer[.workerLeft] == 1)
  }

  @Test func coverThatDoesNotReturnIsAChange() {
    let stayed = changes([
      Town.tenure("A", "2024-01-01", "2025-06-01"),
      Town.tenure("B", "2025-06-01", because: .absence),
    ])
    #expect(stayed[.absence] == 1)
    #expect(stayed.coverThatReturned == 0)
    let replaced = changes([
      Town.tenure("A", "2024-01-01", "2025-06-01"),
      Town.tenure("B", "2025-06-01", "2025-08-01", because: .absence),
      Town.tenure("C", "2025-08-01", because: .workerLeft),
    ])
    #expect(replaced[.absence] == 1)
    #expect(replaced[.workerLeft] == 1)
  }

  @Test func aReturnAfterTheDayIsNotKnownOnTheDay() {
    let answer = changes([
      Town.tenure("A", "2024-01-01", "2026-03-01"),
      Town.tenure("B", "2026-03-01", "2026-04-15", because: .absence),
      Town.tenure("A", "2026-04-15", because: .absence),
    ])
    #expect(answer[.absence] == 1)
    #expect(answer.coverThatReturned == 0)
  }

  @Test func aReturnInTheWindowFromCoverBeforeItCountsForNothing() {
    let answer = changes([
      Town.tenure("A", "2024-01-01", "2025-03-01"),
      Town.tenure("B", "2025-03-01", "2025-05-01", because: .absence),
      Town.tenure("A", "2025-05-01", because: .absence),
    ])
    #expect(answer.total == 0)
    #expect(answer.coverThatReturned == 0)
  }
}

@Suite struct CurrentRelationshipTests {
  typealias Town = RelationshipTown
  let day = Town.day("2026-03-31")

  @Test func itsLengthRunsFromTheFirstOfTheWorkersUnbrokenTenures() throws {
    let history = ChildHistory(
      child: Town.child(1),
      tenures: [
        Town.tenure("A", "2026-03-01"), Town.tenure("A", "2025-01-01", "2025-02-01"),
        Town.tenure("A", "2026-01-01", "2026-03-01"), Town.tenure("B", "2025-02-01", "2026-01-01"),
      ])
    let current = try #require(CurrentRelationship(of: history, on: day))
    #expect(current.practitioner == Town.worker("A"))
    #expect(current.since == Town.day("2026-01-01"))
    #expect(current.days == 89)
    #expect(current.tenures == [2, 0])
  }

  @Test func onTheDayOfAHandoverTheNewWorkerIsTheOne() throws {
    let history = ChildHistory(
      child: Town.child(1),
      tenures: [Town.tenure("A", "2025-01-01", "2026-03-31"), Town.tenure("B", "2026-03-31")])
    let current = try #require(CurrentRelationship(of: history, on: day))
    #expect(current.practitioner == Town.worker("B"))
    #expect(current.days == 0)
  }

  @Test func aChildWithoutAWorkerIsNamedAndNotCountedAsZero() {
    let histories = ChildHistory.grouped(tenures: [
      Town.tenure("A", "2026-03-21", child: 1), Town.tenure("A", "2026-03-01", child: 2),
      Town.tenure("A", "2026-01-01", "2026-02-01", child: 3),
    ])
    let answer = CurrentRelationships(of: histories, on: day)
    #expect(answer.medianDays == 20)
    #expect(answer.without == [Town.child(3)])
    #expect(CurrentRelationships(of: [], on: day).medianDays == nil)
  }
}
