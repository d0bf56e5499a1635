import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorSessionTests {
  @Test func aSessionEndsAfterHalfAnHourWithoutUse() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    for _ in 1...3 {
      bench.pass(seconds: 29 * 60)
      #expect(try await visitor.get("/families").status == 200)
    }
    bench.pass(seconds: 30 * 60)
    let late = try await visitor.get("/families")
    #expect(late.status == 303)
    #expect(late.location == "/sign-in?next=%2Ffamilies&why=ended")
    let door = try await visitor.get(late.location ?? "")
    #expect(door.body.contains("Please sign in again."))
  }

  @Test func aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    for _ in 1...47 {
      bench.pass(seconds: 15 * 60)
      #expect(try await visitor.get("/families").status == 200)
    }
    bench.pass(seconds: 15 * 60)
    #expect(try await visitor.get("/families").status == 303)
  }

  @Test func aSessionOutlastsARestartAndItsEndDoesToo() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    bench.pass(seconds: 20 * 60)
    #expect(try await visitor.get("/families").status == 200)
    try await bench.site.sessions.upkeep(now: bench.now)

    visitor.site = bench.restarted()
    bench.pass(seconds: 20 * 60)
    #expect(try await visitor.get("/families").status == 200)

    visitor.site = bench.restarted()
    bench.pass(seconds: 31 * 60)
    #expect(try await visitor.get("/families").status == 303)
  }

  @Test func whatIsOverIsForgotten() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await Visitor(bench.site).signIn()
    bench.pass(seconds: 1700)
    try await Visitor(bench.site).signIn()
    try await bench.site.sessions.upkeep(now: bench.now)
    #expect(try await bench.sessionsKept() == 2)
    bench.pass(seconds: 100)
    try await bench.site.sessions.upkeep(now: bench.now)
    #expect(try await bench.sessionsKept() == 1)
  }

  @Test func anAccountThatEndsUnannouncedIsOutAtTheNextUpkeepAndCannotReturn() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    try await bench.store.write { writing in
      _ = try writing.run("UPDATE account SET ended = \(DoorBench.morning)")
    }
    try await bench.site.sessions.upkeep(now: bench.now)
    #expect(try await visitor.get("/families").status == 303)
    #expect(try await Visitor(bench.site).signIn().status == 422)
  }

  @Test func aForgedCookieOpensNothing() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let token = try #require(visitor.cookies["kith"])
    let forged = [
      "", "0", String(repeating: "0", count: 64), String(token.dropLast()), token + "0",
      token.uppercased() + " ", "' OR 1=1 --", String(token.dropLast()) + "g",
    ]
    for value in forged {
      visitor.cookies["kith"] = value
      #expect(try await visitor.get("/families").status == 303, "\(value)")
    }
    visitor.cookies["kith"] = token
    #expect(try await visitor.get("/families").status == 200)
  }

  @Test func whatTheStoreKeepsOpensNothing() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let digest = try await bench.store.read { reading in
      try reading.first("SELECT token_digest FROM session") { $0.bytes(0) }
    }
    let kept = Secret.hex(try #require(digest))
    #expect(kept != visitor.cookies["kith"])
    visitor.cookies["kith"] = kept
    #expect(try await visitor.get("/families").status == 303)
  }

  @Test func signingInGivesANewTokenAndEndsTheOldOne() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    let planted = String(repeating: "a", count: 64)
    visitor.cookies["kith"] = planted
    try await visitor.signIn()
    let first = try #require(visitor.cookies["kith"])
    #expect(first != planted)

    // The form of a page that was open before signing in, sent again.
    let other = Visitor(bench.site)
    let form = try await other.get("/sign-in")
    other.cookies["kith"] = first
    let again = try await other.post(
      "/sign-in",
      [
        "name": DoorBench.name, "password": DoorBench.password,
        "csrf": form.hidden("csrf") ?? "",
      ])
    #expect(again.status == 303)
    #expect(other.cookies["kith"] != first)
    #expect(try await visitor.get("/families").status == 303)
    #expect(try await other.get("/families").status == 200)
  }

  @Test func cookiesAreClosedToScriptsAndToOtherSites() async throws {
    for behindProxy in [false, true] {
      let bench = try await DoorBench(behindProxy: behindProxy)
      defer { bench.remove() }
      let visitor = Visitor(bench.site)
      let step = try await visitor.get("/sign-in").fields[values: .setCookie]
      let opened = try await visitor.signIn().fields[values: .setCookie]
      #expect(step.count == 1 && opened.count == 3)
      for cookie in step + opened {
        #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax"))
        #expect(!cookie.contains("Domain"))
        #expect(cookie.contains("; Secure") == behindProxy)
        #expect(cookie.utf8.starts(with: "__Host-".utf8) == behindProxy)
      }
    }
  }
}
