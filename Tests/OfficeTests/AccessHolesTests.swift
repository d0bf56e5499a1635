import Practice
import Store
import Testing
import Town

@testable import Office

/// Ways around a lock that were found by looking for them.
@Suite struct AccessHolesTests {
  private static let family = AccessTown.State.ordinary.family
  private static let lockedChild = AccessTown.State.locked.child

  @Test func aChildWhoMovedIntoALockedFamilyIsGoneFromThePageOfTheFirst() async throws {
    let town = try await AccessTown(states: [.ordinary, .locked])
    let before = Period(from: AccessTown.today - 300, until: AccessTown.today - 30)
    try await FamilyTown.tell(
      (town.store, town.authority),
      [
        PeopleRecords.member(
          FamilyMember(
            family: Self.family, person: Self.lockedChild, relation: "Child",
            period: before ?? Period(from: AccessTown.today)),
          fact: ID(high: 0x7002, low: 1 << 63 | 1))
      ])
    let paths = [
      "/families/\(Self.family)", "/families/\(Self.family)?page=2",
      "/families/\(Self.family)/looked", "/teams/\(AccessTown.team)", "/families",
    ]
    for (role, tie) in [(AccountRole.socialWorker, Tie.own), (.unitCoordinator, .team)] {
      let visitor = try town.visitor(role, tie)
      for path in paths + ["/families/\(Self.family)/encounters"] {
        var page = try await visitor.get(path)
        if let next = page.location { page = try await visitor.get(next) }
        let isShown = page.body.contains("Vexworthy") || page.body.contains("\(Self.lockedChild)")
        #expect(!isShown, "\(role): \(path)")
      }
      #expect(try await visitor.get("/children/\(Self.lockedChild)").status == 404)
    }
    // Whoever is named for the lock sees both.
    let named = try town.visitor(.socialWorker, .named)
    #expect(try await named.get("/children/\(Self.lockedChild)").status == 200)
  }

  @Test func whoeverIsNamedForOneLockIsNotNamedForAnother() async throws {
    let town = try await AccessTown(states: [.ordinary, .locked])
    let named = try town.visitor(.socialWorker, .named)
    // The ordinary record is not locked: to be named for it gives nothing.
    #expect(try await named.get("/families/\(Self.family)").status == 404)
    #expect(try await named.get("/families/\(AccessTown.State.locked.family)").status == 200)
  }

  @Test func noAddressKeepsTheNextLooksFromBeingKept() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let visitor = try town.visitor(.socialWorker, .own)
    let before = try await town.looks().count
    for typed in ["%00", "%1B%5B2J", String(repeating: "a", count: 5000), "%E2%80%AE"] {
      #expect(try await visitor.get("/search?q=\(typed)").status == 200)
    }
    _ = try await visitor.get("/families/\(Self.family)")
    let looks = try await town.looks().dropFirst(before)
    #expect(looks.last?.page == "/families/ID")
    #expect(looks.allSatisfy { $0.words?.unicodeScalars.count ?? 0 <= 200 })
    #expect(town.site.looks.count == 0)
  }

  @Test func nobodyNamesThemselvesAndAReaderWhoIsTakenOutReadsNoMore() async throws {
    let town = try await AccessTown(states: [.locked])
    let page = "/families/\(AccessTown.State.locked.family)"
    let lock = "/access/locked/\(AccessTown.State.locked.family)"
    let officer = try town.visitor(.informationOfficer, .none)
    let named = try town.visitor(.socialWorker, .named)
    func review(_ readers: [Tie], _ outcome: String = "stays") -> [(String, String)] {
      [
        ("outcome", outcome), ("because", "Looked at again."),
        ("readers", readers.map { "The one who \($0.words)" }.joined(separator: "\n")),
      ]
    }
    let own = try await send(officer, lock, review([.none]))
    #expect(own.status == 422 && own.body.contains("Leave yourself out"))
    #expect(try await named.get(page).status == 200)
    #expect(try await send(officer, lock, review([.own])).status == 303)
    #expect(try await named.get(page).status == 404)
    #expect(try await town.visitor(.socialWorker, .own).get(page).status == 200)
    #expect(try await send(officer, lock, review([], "ends")).status == 303)
    // The lock is gone, and with it everything that it gave.
    #expect(try await named.get(page).status == 404)
    #expect(try await town.visitor(.socialWorker, .team).get(page).status == 200)
  }

  @Test func whoeverIsShownWhatTheyHadTypedHasLooked() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let visitor = try town.visitor(.socialWorker, .own)
    let page = "/families/\(Self.family)/encounters"
    let form = try await visitor.get(try #require(try await visitor.get(page).location))
    let before = try await town.looks().count
    let shown = try await visitor.post(
      "/you/words",
      pairs: [
        ("csrf", visitor.csrf), ("kept-by", form.hidden("csrf") ?? ""), ("kept-to", page),
        ("kept", "telling=\(form.hidden("telling") ?? "")&title=Half+a+sentence"),
      ])
    #expect(shown.body.contains("Half a sentence"))
    #expect(try await town.looks().dropFirst(before).map(\.page) == ["/families/ID/encounters"])
  }
}
