import Practice
import Store
import Testing
import Town

@testable import Office

/// Those who answer for who may see what: locks, ties, and the table of roles.
@Suite struct AccessGovernedTests {
  private static let family = AccessTown.State.ordinary.family

  @Test func aRecordThatIsLockedIsGoneForEverybodyButItsReaders() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let (worker, colleague) = (
      try town.visitor(.socialWorker, .own), try town.visitor(.unitCoordinator, .team)
    )
    let page = "/families/\(Self.family)"
    #expect(try await colleague.get(page).status == 200)
    let leader = try town.visitor(.leader, .none)
    let wrong = try await send(
      leader, "/access/locked",
      [
        ("reference", "F-Quillfeather"), ("category", "conflictOfInterest"), ("call", ""),
        ("workers", "yes"), ("readers", "Nobody At-All"), ("because", "<script>x</script>"),
      ])
    #expect(wrong.status == 422)
    #expect(wrong.body.contains("Enter whom the Front Door calls"))
    #expect(wrong.body.contains("Nobody who works here is called “Nobody At-All”"))
    #expect(!wrong.body.contains("<script>x"))
    let right = [
      ("reference", "F-Quillfeather"), ("category", "conflictOfInterest"),
      ("call", "Helen Marsh, 01273 000111"), ("workers", "yes"),
      ("readers", "the one who audits the record"), ("because", "Her aunt works in the pod."),
    ]
    #expect(try await send(leader, "/access/locked", right).status == 303)
    #expect(try await worker.get(page).status == 200)
    #expect(try await town.visitor(.principalSocialWorker, .sampled).get(page).status == 200)
    #expect(try await colleague.get(page).status == 404)
    #expect(try await town.visitor(.inspector, .none).get(page).status == 404)
    #expect(!(try await colleague.get("/teams/\(AccessTown.team)")).body.contains("Quillfeather"))
    // Three months on it is looked at again, and ended.
    let one = "/access/locked/\(Self.family)"
    #expect(try await leader.get(one).body.contains("Look again by"))
    let ended = try await send(
      leader, one, [("outcome", "ends"), ("readers", ""), ("because", "The aunt has left.")])
    #expect(ended.status == 303)
    #expect(try await town.told(.restrictRecord) == 2)
    #expect(try await colleague.get(page).status == 200)
  }

  @Test func whatTheCouncilDecidesStandsFromItsDayOn() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let coordinator = try town.visitor(.unitCoordinator, .team)
    let page = "/families/\(Self.family)"
    #expect(!(try await coordinator.get(page)).body.contains("Secret words"))
    let officer = try town.visitor(.informationOfficer, .none)
    func change(_ from: Day, _ tie: Tie = .team) -> [(String, String)] {
      [
        ("role", "unitCoordinator"), ("tie", tie.rawValue), ("matter", "words"),
        ("allowed", "yes"), ("from", from.description), ("because", "Decided by the board."),
      ]
    }
    let past = try await send(officer, "/access/policy", change(AccessTown.today - 1))
    #expect(past.status == 422 && past.body.contains("Enter today, or a day to come"))
    let later = try await send(officer, "/access/policy", change(AccessTown.today + 1))
    #expect(later.status == 303)
    #expect(!(try await coordinator.get(page)).body.contains("Secret words"))
    let now = try await send(officer, "/access/policy", change(AccessTown.today))
    #expect(now.status == 303)
    #expect(try await coordinator.get(page).body.contains("Secret words"))
    let history = try await officer.get("/access/policy")
    #expect(history.body.contains("Decided by the board. (informationOfficer none)"))
    #expect(try await town.told(.changeAccess) == 2)
    // Nobody can lock everybody out of the table.
    for role in [AccountRole.leader, .informationOfficer] {
      let sent = try await send(
        officer, "/access/policy",
        [
          ("role", role.rawValue), ("tie", "none"), ("matter", "govern"), ("allowed", "no"),
          ("from", AccessTown.today.description), ("because", "To see what happens."),
        ])
      let isLast = role == .informationOfficer
      #expect(sent.status == (isLast ? 422 : 303))
    }
  }

  @Test func agreedJointWorkOpensARecordUntilItsDayAndAFamilyOfOnesOwnIsHidden() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let page = "/families/\(Self.family)"
    let marjorie = try town.visitor(.leadPractitioner, .none)
    #expect(try await marjorie.get(page).status == 404)
    let manager = try town.visitor(.podManager, .team)
    func tie(_ kind: String, _ who: Tie, _ until: String) -> [(String, String)] {
      [
        ("reference", "F-Quillfeather"), ("who", "The one who \(who.words)"), ("kind", kind),
        ("until", until), ("because", "Agreed at the unit meeting."),
      ]
    }
    let past = try await send(
      manager, "/access/ties", tie("jointWork", .none, AccessTown.today.description))
    #expect(
      past.status == 422
        && past.body.contains("Enter a day to come, within a year, on which it ends"))
    let other = try await send(
      try town.visitor(.podManager, .none), "/access/ties",
      tie("jointWork", .none, "2027-03-01"))
    #expect(other.body.contains("Enter the reference of a family that is known here"))
    let agreed = try await send(manager, "/access/ties", tie("jointWork", .none, "2027-03-01"))
    #expect(agreed.status == 303)
    #expect(try await marjorie.get(page).status == 200)
    #expect(try await manager.get("/access/ties").body.contains("1 Mar 2027"))
    // A colleague of the team turns out to be the child's aunt.
    let aunt = try town.visitor(.socialWorker, .team)
    #expect(try await aunt.get(page).status == 200)
    #expect(try await send(manager, "/access/ties", tie("ownFamily", .team, "")).status == 303)
    #expect(try await aunt.get(page).status == 404)
    #expect(try await town.told(.grantAccess) == 1)
    #expect(try await town.told(.declareConflict) == 1)
    #expect(!(try await aunt.get("/teams/\(AccessTown.team)")).body.contains("Quillfeather"))
  }
}
