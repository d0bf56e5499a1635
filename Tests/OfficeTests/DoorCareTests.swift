import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorCareTests {
  /// Kith at the command line, beside the one that serves.
  private static func beside(_ bench: DoorBench) -> Accounts {
    Accounts(store: bench.store, authority: bench.authority, lock: PasswordLock(rounds: 16))
  }

  @Test func whoeverLeavesIsOutAtTheNextRequest() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    #expect(try await visitor.get("/families").status == 200)
    try await Self.beside(bench).end("AMA  boateng", now: bench.now)
    #expect(try await visitor.get("/families").status == 303)
    #expect(try await Visitor(bench.site).signIn().status == 422)
    #expect(try await bench.sessionsKept() == 0)
    await #expect(throws: AccountRefusal.noSuchAccount("Ama Boateng")) {
      try await Self.beside(bench).end("Ama Boateng", now: bench.now)
    }
  }

  @Test func whatSomebodySendsAfterTheyLeftIsNotDone() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let csrf = try await visitor.get("/you").hidden("csrf") ?? ""
    try await Self.beside(bench).end(DoorBench.name, now: bench.now)
    let seen = try await visitor.post("/imports", ["csrf": csrf, "year": "2026"])
    #expect(seen.status == 303 && seen.location?.contains("/sign-in") == true)
  }

  @Test func whoeverMovesHasTheirNewRoleOnTheNextPage() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    #expect(try await visitor.get("/families").body.contains("Pod manager"))
    try await Self.beside(bench).setRole(.leader, of: DoorBench.name)
    let page = try await visitor.get("/families").body
    #expect(page.contains("Leader") && !page.contains("Pod manager"))
  }

  @Test func anotherPasswordSignsEverybodyOut() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    await #expect(throws: AccountRefusal.passwordCommon) {
      try await Self.beside(bench).setPassword("password1234", of: DoorBench.name)
    }
    #expect(try await visitor.get("/families").status == 200)
    try await Self.beside(bench).setPassword("teapot under the walnut", of: DoorBench.name)
    #expect(try await visitor.get("/families").status == 303)
    #expect(
      try await Visitor(bench.site).signIn(DoorBench.name, "teapot under the walnut").status == 303)
  }

  @Test func aLostSecondStepIsTakenAway() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    try await visitor.step(bench.code(secret))
    try await Self.beside(bench).resetFactor(of: DoorBench.name)
    #expect(try await visitor.get("/families").status == 303)
    #expect(try await Visitor(bench.site).signIn().location == "/families")
    #expect(try await bench.site.factors.codesLeft(of: bench.account()) == 0)
  }

  @Test func theListSaysWhoMaySignInAndHow() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.giveFactor()
    _ = try await Self.beside(bench).invite(name: "Leila Hassan", role: .leader, now: bench.now)
    try await bench.add("Tom Reed", "teapot under the walnut", role: .analyst)
    try await Self.beside(bench).end("Tom Reed", now: bench.now)
    try await Visitor(bench.site).signIn()
    let all = try await Self.beside(bench).all()
    #expect(all.map(\.name) == ["Ama Boateng", "Leila Hassan", "Tom Reed"])
    #expect(all.map(\.hasFactor) == [true, false, false])
    #expect(all.map(\.isInvited) == [false, true, false])
    #expect(all.map { $0.ended != nil } == [false, false, true])
    #expect(all.map(\.sessions) == [0, 0, 0])
  }

  @Test func whoeverIsInvitedChoosesTheirPasswordOnce() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await Self.beside(bench).invite(
      name: "Leila Hassan", role: .leader, now: bench.now)
    #expect(try await Visitor(bench.site).signIn("Leila Hassan", "").status == 422)
    let (visitor, late) = (Visitor(bench.site), Visitor(bench.site))
    let open = try await late.get(Accounts.welcomePath(token))
    let page = try await visitor.get(Accounts.welcomePath(token))
    #expect(page.status == 200 && page.body.contains("Leila Hassan"))
    #expect(page.body.contains("Seaford-on-Tees") && page.body.contains("leader"))
    let new = "teapot under the walnut"
    for (first, second, words) in [
      (new, "another", "once more"),
      ("leilahassan1", "leilahassan1", "made of what people often choose"),
      ("short", "short", "shorter than 12"),
    ] {
      let seen = try await visitor.accept(page, first, second)
      #expect(seen.status == 422 && seen.body.contains(words), "\(words)")
    }
    let done = try await visitor.accept(page, new, new)
    #expect(done.location == "/sign-in?why=welcome")
    #expect(try await visitor.signIn("Leila Hassan", new).status == 303)
    // Used up: neither the page nor the form again.
    #expect(try await visitor.get(Accounts.welcomePath(token)).status == 410)
    #expect(try await late.accept(open, new, new).status == 410)
    #expect(!bench.log.text.contains(token))
  }

  @Test func whoeverDidNotComeIsInvitedAnewAndWhoeverDidIsNot() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let accounts = Self.beside(bench)
    let first = try await accounts.invite(name: "Leila Hassan", role: .leader, now: bench.now)
    let second = try await accounts.invite(name: "leila hassan", role: .analyst, now: bench.now)
    let visitor = Visitor(bench.site)
    #expect(try await visitor.get(Accounts.welcomePath(first)).status == 410)
    let page = try await visitor.get(Accounts.welcomePath(second))
    #expect(page.body.contains("analyst"))
    _ = try await visitor.accept(page, "teapot under the walnut", "teapot under the walnut")
    for name in ["Leila Hassan", DoorBench.name] {
      await #expect(throws: AccountRefusal.nameTaken(name)) {
        _ = try await accounts.invite(name: name, role: .administrator, now: bench.now)
      }
    }
  }

  @Test func anInvitationHoldsForSevenDaysAndItsDigestOpensNothing() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await Self.beside(bench).invite(
      name: "Leila Hassan", role: .leader, now: bench.now)
    let kept = try await bench.store.read { reading in
      try reading.first("SELECT token_digest FROM invitation") { $0.bytes(0) }
    }
    let digest = Secret.hex(try #require(kept))
    #expect(try await Visitor(bench.site).get(Accounts.welcomePath(digest)).status == 410)
    bench.pass(seconds: 7 * 86_400 - 1)
    #expect(try await Visitor(bench.site).get(Accounts.welcomePath(token)).status == 200)
    bench.pass(seconds: 1)
    #expect(try await Visitor(bench.site).get(Accounts.welcomePath(token)).status == 410)
  }

  @Test func theWelcomePageTakesItsOwnFormAlone() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let token = try await Self.beside(bench).invite(
      name: "Leila Hassan", role: .leader, now: bench.now)
    let new = "teapot under the walnut"
    let visitor = Visitor(bench.site)
    for csrf in ["", String(repeating: "0", count: 64)] {
      let seen = try await visitor.post(
        "/welcome", ["csrf": csrf, "token": token, "new": new, "repeated": new])
      #expect(seen.status == 403)
    }
    #expect(try await Visitor(bench.site).signIn("Leila Hassan", new).status == 422)
  }
}

extension Visitor {
  func accept(_ page: Seen, _ new: String, _ repeated: String) async throws -> Seen {
    try await post(
      "/welcome",
      [
        "csrf": page.hidden("csrf") ?? "", "token": page.hidden("token") ?? "", "new": new,
        "repeated": repeated,
      ])
  }
}
