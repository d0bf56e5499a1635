import Practice
import Store
import Testing
import Town

@testable import Office

/// What counts as having been met, for the measures of continuity.
@Suite struct ContactDeskTests {
  private func tell(
    _ town: (store: Store, authority: Authority), _ number: UInt64, seen child: ID<Person>,
    place: Encounter.Place, supersedes: ID<Fact>? = nil
  ) async throws -> ID<Encounter> {
    let id: ID<Encounter> = ID(high: 0x0199_0000_0000_7000, low: 1 << 63 | number)
    let encounter = Encounter(
      id: id, family: Cast.dohertys, practitioner: Cast.amara, day: FamilyTown.today, kind: .visit,
      place: place, title: "A visit", met: [Encounter.Met(person: child, seen: true)])
    let authority = town.authority.number
    try await town.store.write { writing in
      _ = try writing.tell(
        TellingRow(
          .recordEncounter, id: ID(high: id.high, low: id.low), by: "Amara Osei",
          recorded: Instant(microseconds: 0), family: Cast.dohertys),
        authority: authority,
        RelationshipRecords.encounter(
          encounter, supersedes: supersedes, because: supersedes.map { _ in "the wrong child" }))
    }
    return id
  }

  private func met(
    _ town: (store: Store, authority: Authority), _ mode: ContactMode
  ) async throws -> [ID<Encounter>] {
    let authority = town.authority.number
    return try await town.store.read { reading in
      DirectContact.of(
        Cast.leo, in: try ContactDesk.encounters(reading, authority, Cast.leo), mode: mode,
        until: FamilyTown.today
      ).flatMap(\.encounters)
    }
  }

  @Test func aVisitOnAScreenIsAtADistance() async throws {
    let town = try await FamilyTown.fresh()
    let onScreen = try await tell(town, 1, seen: Cast.leo, place: .online)
    let atHome = try await tell(town, 2, seen: Cast.leo, place: .home)
    #expect(try await met(town, .faceToFace).contains(atHome))
    #expect(try await !met(town, .faceToFace).contains(onScreen))
    #expect(try await met(town, .atADistance).contains(onScreen))
  }

  @Test func aMeetingThatTurnsOutToHaveBeenWithAnotherChildDoesNotCount() async throws {
    let town = try await FamilyTown.fresh()
    let mistaken = try await tell(town, 1, seen: Cast.leo, place: .home)
    #expect(try await met(town, .faceToFace).contains(mistaken))
    _ = try await tell(
      town, 2, seen: Cast.ruby, place: .home,
      supersedes: ID(high: mistaken.high, low: mistaken.low))
    #expect(try await !met(town, .faceToFace).contains(mistaken))
  }
}
