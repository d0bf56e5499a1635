import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct FamiliesPageTests {
  @Test func amaraSeesAllSeventeenOfHerChildrenByFamily() async throws {
    let town = try await FamilyTown.shared.value
    let page = try await MyFamiliesPage.show(FamilyTown.visit(town))
    #expect(page.plain.contains("17 children in "))
    #expect(page.words.ranges(of: "href=\"/children/").count == 17)
    #expect(page.plain.contains("O&#39;Doherty"))
    #expect(page.plain.contains("Leo 8 years"))
  }

  @Test func leosRowSaysWhenHeWasLastSeenAloneAndWhoElseKnowsHim() async throws {
    let town = try await FamilyTown.shared.value
    let actor = FamilyTown.visit(town).actor
    let families = try await town.store.read {
      try FamiliesDesk.families($0, actor, of: Cast.amara, in: .everybody)
    }
    let leo = try #require(
      families.own.flatMap(\.children).first { $0.card.id == Cast.leo })
    #expect(leo.lastAlone.map { FamilyTown.today - $0.day <= 95 } == true)
    #expect(leo.lastMet.map { FamilyTown.today - $0.day <= 9 } == true)
    let others = leo.others.map { families.colleagues.name($0.practitioner) }
    #expect(others.contains("Gwen Pritchard"))
    #expect(!others.contains("Amara Osei"))
  }

  @Test func gwenSeesTheODohertysBesideHerOwn() async throws {
    let town = try await FamilyTown.shared.value
    let page = try await MyFamiliesPage.show(FamilyTown.visit(town, by: Cast.gwen)).plain
    let beside = try #require(page.firstRange(of: "Also alongside"))
    #expect(page[beside.upperBound...].contains("O&#39;Doherty"))
    #expect(page[beside.upperBound...].contains("Leo 8 years"))
  }

  @Test func anAnalystIsToldWhereToLook() async throws {
    let town = try await FamilyTown.shared.value
    let page = try await MyFamiliesPage.show(
      FamilyTown.visit(town, by: nil, as: .analyst)
    ).plain
    #expect(page.contains("You do not walk alongside families yourself."))
    #expect(page.contains("See the teams"))
  }
}
