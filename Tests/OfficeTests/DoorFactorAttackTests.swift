import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

/// Whoever has somebody's password, and would go on without the second step.
@Suite struct DoorFactorAttackTests {
  @Test func whoHasASecondStepCannotPutAnotherInItsPlaceWithThePasswordAlone() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let thief = Visitor(bench.site)
    try await thief.signIn()
    let page = try await thief.get("/sign-in/factor")
    #expect(page.hidden("offer") == nil)
    let account = try await bench.account()
    let offer = try bench.site.factors.offer(to: account)
    let seen = try await thief.post(
      "/sign-in/factor",
      [
        "csrf": page.hidden("csrf") ?? "", "offer": offer.sealed, "code": bench.code(offer.secret),
      ])
    #expect(seen.status == 422)
    let owner = Visitor(bench.site)
    try await owner.signIn()
    #expect(try await owner.step(bench.code(secret)).status == 303)
  }

  @Test func anOfferIsOfOneAccount() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add("Leila Hassan", DoorBench.password)
    let account = try await bench.account()
    let other = try #require(
      try await bench.site.accounts.opened(by: "Leila Hassan", DoorBench.password))
    let offer = try bench.site.factors.offer(to: account)
    #expect(bench.site.factors.offer(offer.sealed, to: other) == nil)
    #expect(bench.site.factors.offer(offer.sealed, to: account)?.secret == offer.secret)
  }

  @Test func guessingCodesBecomesSlowWhoeverHasThePassword() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    for guess in 0..<5 {
      let visitor = Visitor(bench.site)
      visitor.address = "198.51.100.\(guess)"
      try await visitor.signIn()
      #expect(try await visitor.step("00000\(guess)").status == 422)
    }
    // Whoever signed in before from a browser of their own does not wait for strangers.
    let owner = Visitor(bench.site)
    let known = AccountMark(.known, bench.site.key, bench.authority.number)
    owner.cookies["kith-known"] = known.make(for: "ama boateng")
    try await owner.signIn()
    #expect(try await owner.step("000000").status == 422)

    let visitor = Visitor(bench.site)
    visitor.address = "198.51.100.99"
    try await visitor.signIn()
    let slowed = try await visitor.step(bench.code(secret))
    #expect(slowed.status == 429 && slowed.fields[.retryAfter] == "1")
    #expect(slowed.body.contains("Wait 1 second"))
  }

  @Test func theHalfOpenDoorClosesAfterTenMinutes() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let page = try await visitor.get("/sign-in/factor")
    bench.pass(seconds: 600)
    #expect(try await visitor.get("/sign-in/factor").location?.contains("why=ended") == true)
    #expect(try await visitor.step(bench.code(secret), on: page).status == 403)
    #expect(try await visitor.get("/families").status == 303)
  }

  @Test func theSecondStepTakesItsOwnFormAlone() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let (visitor, other) = (Visitor(bench.site), Visitor(bench.site))
    try await visitor.signIn()
    try await other.signIn()
    let others = try await other.get("/sign-in/factor").hidden("csrf") ?? ""
    for csrf in ["", "x", others] {
      let seen = try await visitor.post(
        "/sign-in/factor", ["csrf": csrf, "code": bench.code(secret)])
      #expect(seen.status == 403)
    }
    #expect(try await bench.sessionsKept() == 0)
  }

  @Test func aSessionBegunBeforeTheStepIsWorthNothingAfterIt() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let visitor = Visitor(bench.site)
    let planted = String(repeating: "a", count: 64)
    visitor.cookies["kith"] = planted
    visitor.cookies["kith-step"] = planted
    try await visitor.signIn()
    let half = try #require(visitor.cookies["kith-step"])
    #expect(half != planted)
    try await visitor.step(bench.code(secret))
    #expect(![planted, half].contains(visitor.cookies["kith"] ?? planted))
    // The token of the half-open door is used up.
    let thief = Visitor(bench.site)
    thief.cookies["kith-step"] = half
    #expect(try await thief.get("/sign-in/factor").status == 303)
  }

  @Test func aSecondStepOutlastsARestartWithItsKeyAndNotWithout() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let visitor = Visitor(bench.restarted())
    try await visitor.signIn()
    #expect(try await visitor.step(bench.code(secret)).status == 303)
    let key = DoorKey.ofThisRun()
    let account = try await bench.account()
    let others = Factors(store: bench.store, authority: bench.authority, key: key)
    await #expect(throws: DoorRefusal.otherDoorKey) {
      _ = try await others.prove(account, "123456", now: bench.now)
    }
  }
}
