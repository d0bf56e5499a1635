import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorServiceTests {
  private static func bearer(_ token: String) -> HTTPFields { [.authorization: "Bearer \(token)"] }

  @Test func aProgramReadsTheFeedWithItsToken() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.tellSomething()
    let token = try await bench.site.services.add("Data warehouse", scope: .feed, now: bench.now)
    #expect(token.utf8.count == 77 && token.utf8.starts(with: "kith_".utf8))
    let program = Visitor(bench.site)
    let seen = try await program.get("/api/feed", Self.bearer(token))
    #expect(seen.status == 200 && seen.body.contains("\"telling\":1"))
    #expect(seen.fields[values: .setCookie].isEmpty)
    #expect(!bench.log.text.contains(token))

    try await bench.site.services.end("Data warehouse", now: bench.now)
    #expect(try await program.get("/api/feed", Self.bearer(token)).status == 401)
  }

  @Test func aTokenThatOpensNothingIsToldSo() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await bench.site.services.add("Data warehouse", scope: .feed, now: bench.now)
    let other = token.utf8.last == UInt8(ascii: "0") ? "1" : "0"
    let digits = String(token.utf8.dropFirst(5).dropLast(8)) ?? ""
    for shown in [
      "Bearer \(token.dropLast())\(other)", "Bearer \(ServiceToken.new().text)", "Bearer",
      "Basic \(token)",
      "Bearer kith_\(digits)", token, "Bearer \(token) x",
    ] {
      let seen = try await Visitor(bench.site).get("/api/feed", [.authorization: shown])
      #expect(seen.status == 401, "\(shown)")
      #expect(seen.fields[.wwwAuthenticate] == "Bearer realm=\"kith\", error=\"invalid_token\"")
      #expect(seen.fields[.contentType] == "application/problem+json")
      #expect(seen.body.contains("\"status\":401"))
    }
  }

  @Test func aTokenOpensNoPageAndIsNeverMixedWithACookie() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await bench.site.services.add("Data warehouse", scope: .feed, now: bench.now)
    for route in Routes.all {
      guard case .signedIn = route.room, "\(route.pattern.text)" != "/api/feed" else { continue }
      let seen = try await Visitor(bench.site).ask(
        route.method, DoorSiteTests.path(of: route), Self.bearer(token))
      #expect(seen.status == 303, "\(route.pattern.text)")
    }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    #expect(try await visitor.get("/api/feed", Self.bearer(token)).status == 400)
    // A cookie alone reads the feed where the council lets its role read everything, and else not.
    #expect(try await visitor.get("/api/feed").status == 403)
    try await bench.decide(.podManager, .feed)
    #expect(try await visitor.get("/api/feed").status == 200)
  }

  @Test func whoeverGuessesTokensHasToWaitAndTheProgramDoesNot() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await bench.site.services.add("Data warehouse", scope: .feed, now: bench.now)
    let program = Visitor(bench.site)
    for _ in 1...20 {
      let guess = ServiceToken.new().text
      #expect(try await program.get("/api/feed", Self.bearer(guess)).status == 401)
    }
    let slowed = try await program.get("/api/feed", Self.bearer(ServiceToken.new().text))
    #expect(slowed.status == 429 && slowed.fields[.retryAfter] == "1")
    #expect(try await program.get("/api/feed", Self.bearer(token)).status == 200)
  }

  @Test func theStoreKeepsADigestThatOpensNothing() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await bench.site.services.add("Data warehouse", scope: .feed, now: bench.now)
    let kept = try await bench.store.read { reading in
      try reading.first("SELECT token_digest FROM service_account") { $0.bytes(0) }
    }
    let digest = Secret.hex(try #require(kept))
    #expect(!token.contains(digest))
    #expect(
      try await Visitor(bench.site).get("/api/feed", Self.bearer("kith_\(digest)")).status == 401)
    await #expect(throws: ServiceRefusal.nameTaken("Data warehouse")) {
      _ = try await bench.site.services.add(" Data  warehouse", scope: .feed, now: bench.now)
    }
    #expect(try await bench.site.services.all().map(\.name) == ["Data warehouse"])
  }
}
