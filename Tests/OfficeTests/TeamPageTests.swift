import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct TeamPageTests {
  private func team(of practitioner: ID<Practitioner>) async throws -> Team {
    let town = try await FamilyTown.shared.value
    let number = town.authority.number
    let colleagues = try await town.store.read {
      try TeamDirectory.colleagues($0, number)
    }
    return try #require(colleagues.team(practitioner, on: FamilyTown.today))
  }

  @Test func teamsStandUnderTheirKindAndLeadToTheirPages() async throws {
    let town = try await FamilyTown.shared.value
    let pod = try await team(of: Cast.amara)
    let page = try await TeamsPage.show(FamilyTown.visit(town))
    #expect(page.plain.contains("Pods"))
    #expect(page.words.contains("href=\"/teams/\(pod.id)\">Kingfisher Pod</a>"))
  }

  @Test func kingfisherPodNamesItsPeopleAndTheFamiliesTheyHold() async throws {
    let town = try await FamilyTown.shared.value
    let pod = try await team(of: Cast.amara)
    let page = try await TeamPage.show(FamilyTown.visit(town), pod.id).plain
    #expect(page.contains("Ruth Adeyemi Pod manager"))
    #expect(page.contains("Priya Nair Social worker 4 days a week"))
    #expect(page.contains("17 children in "))
    #expect(page.contains("Half of these children have had the social worker they have now for"))
  }

  @Test func amarasChildrenAreCountedAsHers() async throws {
    let town = try await FamilyTown.shared.value
    let pod = try await team(of: Cast.amara)
    let actor = FamilyTown.visit(town).actor
    let people = try #require(
      try await town.store.read { try TeamDesk.people($0, actor, pod.id, in: .everybody) })
    #expect(people.held(by: Cast.amara).count == 17)
    #expect(people.postings.first?.role == .socialWorker || people.postings.first != nil)
  }

  @Test func aTeamThatIsNotThereIsNotFound() async throws {
    let town = try await FamilyTown.shared.value
    let answer = try await TeamPage.show(FamilyTown.visit(town), ID(high: 9, low: 9))
    guard case .notFound = answer else {
      Issue.record("a team that is not there was shown")
      return
    }
  }
}
