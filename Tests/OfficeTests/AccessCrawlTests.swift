import Practice
import Store
import Testing
import Town

@testable import Office

/// Everybody of the demonstration follows every link they are shown; what is locked is on none of the
/// pages that they come to.
@Suite struct AccessCrawlTests {
  /// Pages that each of them looks at, at most.
  private static let most = 250

  @Test func aLockedFamilyIsOnNoPageThatAnybodyElseComesTo() async throws {
    let town = try await FamilyTown.fresh()
    try await Settlement.tellAccess(
      into: town.store, as: town.authority, today: FamilyTown.today)
    let now = AccessTown.noon + 20_000
    let site = Site(
      store: town.store, authority: town.authority, lock: PasswordLock(rounds: 16),
      logbook: DoorLog().logbook, clock: { now })
    try await FamilyTown.admit(
      town, SignIn.all.map { .named($0.name, $0.role, $0.practitioner) })
    let people = try await town.store.read { reading in
      Set(
        try FamilyDesk.members(reading, town.authority.number, of: [Cast.bartons]).map(\.person))
    }
    #expect(people.contains(Cast.ezra))
    let marks = ["Barton", Cast.bartons.description] + people.map(\.description)
    var pages: [String: Int] = [:]
    for one in SignIn.all {
      let visitor = Visitor(site)
      visitor.cookies[site.sessionCookie.name] = try await site.sessions.begin(
        .named(one.name, one.role, one.practitioner),
        with: "", now: now
      ).token
      let isNamed = [Cast.ruth, Cast.helen].contains(one.practitioner)
      let locks = one.role == .informationOfficer
      var (waiting, seen): ([String], Set<String>) = (["/"], [])
      while let path = waiting.popLast(), seen.count < Self.most {
        guard seen.insert(path).inserted else { continue }
        let page = try await visitor.get(path)
        if let location = page.location { waiting.append(location) }
        #expect(page.status < 500, "\(one.name): \(path)")
        if !isNamed, !(locks && path.hasPrefix("/access/locked")) {
          let shown = marks.filter { page.body.contains($0) }
          #expect(shown.isEmpty, "\(one.name) comes upon \(shown) at \(path)")
        }
        for link in page.body.matches(of: /href="(\/[^"#]*)[^"]*"/) {
          let link = String(link.1).replacing("&amp;", with: "&")
          if !seen.contains(link), !link.hasPrefix("/assets/") { waiting.append(link) }
        }
      }
      pages[one.name] = seen.count
      for typed in ["barton", "ezra barton", "ezra", "bart", "barotn"] {
        let page = try await visitor.get("/search?q=\(Visitor.encoded(typed))")
        let found = String(page.body.split(separator: "id=\"found\"").last ?? "")
        let isThere = marks.contains { found.contains($0) }
        let mayBe = isNamed || one.role == .frontDoor
        #expect(!isThere || mayBe, "\(one.name) finds \(typed)")
        if one.role == .frontDoor, typed == "ezra barton" {
          #expect(found.contains("Call ") && found.contains("Helen Marsh, 01632 960 114"))
          #expect(!found.contains(Cast.bartons.description))
        }
      }
    }
    // Everybody has come some way, or nothing was tried.
    #expect(pages.count == SignIn.all.count && pages.values.allSatisfy { $0 > 5 }, "\(pages)")
    #expect((pages["amara"] ?? 0) > 50, "\(pages)")
  }
}
