import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorFactorTests {
  private static let codeIsWrong = "This code is not right, or it was used already."

  @Test func whoeverHasASecondStepGivesPasswordAndCode() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let visitor = Visitor(bench.site)
    let first = try await visitor.signIn(next: "/teams")
    #expect(first.location == "/sign-in/factor?next=%2Fteams")
    #expect(visitor.cookies["kith"] == nil)
    #expect(try await bench.sessionsKept() == 0)

    let page = try await visitor.get(first.location ?? "")
    let opened = try await visitor.step(bench.code(secret), on: page)
    #expect(opened.status == 303 && opened.location == "/teams")
    #expect(try await visitor.get("/families").status == 200)
    #expect(visitor.cookies["kith-step"] == nil)
  }

  @Test func aHalfOpenDoorReachesNothingButItsPage() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.giveFactor()
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let half = try #require(visitor.cookies["kith-step"])
    for route in Routes.all {
      guard case .signedIn = route.room else { continue }
      let seen = try await visitor.ask(route.method, DoorSiteTests.path(of: route))
      #expect(seen.status == 303 && seen.location?.contains("/sign-in") == true)
    }
    // Nor where its token is handed over as that of a session.
    visitor.cookies["kith"] = half
    #expect(try await visitor.get("/families").status == 303)
    #expect(try await visitor.get("/nowhere").body.contains("Sign out") == false)
  }

  @Test func aCodeOpensTheDoorOnce() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor()
    let (owner, watcher) = (Visitor(bench.site), Visitor(bench.site))
    try await owner.signIn()
    try await watcher.signIn()
    let code = bench.code(secret)
    #expect(try await owner.step(code).status == 303)
    let again = try await watcher.step(code)
    #expect(again.status == 422 && again.body.contains(Self.codeIsWrong))
    // Nor one of an earlier half minute, now that a later one was used.
    let before = TimeCode.code(of: secret, step: TimeCode.step(at: bench.now) - 1)
    #expect(try await watcher.step(before).status == 422)
    bench.pass(seconds: 30)
    #expect(try await watcher.step(bench.code(secret)).status == 303)
  }

  @Test func theCodeThatSetItUpIsUsedToo() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let secret = try await bench.giveFactor(pass: 0)
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    #expect(try await visitor.step(bench.code(secret)).status == 422)
  }

  @Test func aRecoveryCodeIsUsedOnceHoweverItIsTyped() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    var codes: [String] = []
    try await bench.giveFactor { codes = $0 }
    #expect(codes.count == 10 && Set(codes).count == 10)
    let typed = " \(codes[3].uppercased().replacing("-", with: " ")) "
    for isFirst in [true, false] {
      let visitor = Visitor(bench.site)
      try await visitor.signIn()
      #expect(try await visitor.step(typed).status == (isFirst ? 303 : 422))
    }
    #expect(try await bench.site.factors.codesLeft(of: bench.account()) == 9)
  }

  @Test func neitherSecretNorCodesCanBeReadInTheStore() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    var codes: [String] = []
    let secret = try await bench.giveFactor { codes = $0 }
    let kept = try await bench.store.read { reading in
      try reading.all("SELECT factor FROM account") { $0.bytes(0) }
        + reading.all("SELECT digest FROM recovery_code") { $0.bytes(0) }
    }
    #expect(kept.count == 11)
    for bytes in kept {
      #expect(ByteSearch(for: secret).first(in: bytes, from: 0) == nil)
      #expect(codes.allSatisfy { ByteSearch(for: Array($0.utf8)).first(in: bytes, from: 0) == nil })
    }
  }

  @Test func aSecretOfOneAccountOpensNoOther() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.giveFactor()
    try await bench.add("Leila Hassan", DoorBench.password)
    // Somebody with rights to the store copies a row's secret that they have the authenticator of.
    try await bench.store.write { writing in
      _ = try writing.run(
        "UPDATE account SET factor = (SELECT factor FROM account WHERE factor IS NOT NULL)")
    }
    let visitor = Visitor(bench.site)
    try await visitor.signIn("Leila Hassan")
    #expect(try await visitor.step("123456").status == 503)
  }

  @Test func aRoleThatAsksForASecondStepSetsItUpBeforeAnythingElse() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let early = Visitor(bench.site)
    try await early.signIn()
    try await bench.site.accounts.ask(.podManager, forFactor: true, now: bench.now)
    // Whoever of that role is signed in without one has to come back.
    #expect(try await early.get("/families").status == 303)

    let visitor = Visitor(bench.site)
    try await visitor.signIn(next: "/teams")
    let page = try await visitor.get("/sign-in/factor?next=%2Fteams")
    #expect(page.body.contains("Set up your second step") && page.body.contains("class=\"qr\""))
    #expect(try await visitor.get("/families").status == 303)
    let sealed = try #require(page.hidden("offer"))
    let offer = try #require(bench.site.factors.offer(sealed, to: try await bench.account()))
    let spaced = Base32.text(offer.secret).utf8.count
    #expect(spaced == 32)

    let wrong = try await visitor.step("000000", on: page)
    #expect(wrong.status == 422 && wrong.hidden("offer") == sealed)
    let done = try await visitor.step(bench.code(offer.secret), on: wrong)
    #expect(done.status == 200 && done.body.contains("Your recovery codes"))
    #expect(done.body.contains("href=\"/teams\""))
    #expect(try await visitor.get("/families").status == 200)
  }
}

extension DoorBench {
  /// Gives the account of the bench a second step; its secret.
  /// - Parameter pass: seconds that go by afterwards, so that another code is shown.
  @discardableResult
  func giveFactor(
    pass seconds: Int = 30, codes: ([String]) -> Void = { _ in }
  ) async throws -> [UInt8] {
    let account = try await account()
    let offer = try site.factors.offer(to: account)
    let made = try await site.factors.accept(offer, by: account, code(offer.secret), now: now)
    codes(try #require(made))
    pass(seconds: seconds)
    return offer.secret
  }

  func account() async throws -> Account {
    try #require(try await site.accounts.opened(by: Self.name, Self.password))
  }

  func code(_ secret: [UInt8]) -> String { TimeCode.code(of: secret, step: TimeCode.step(at: now)) }
}

extension Visitor {
  /// Sends a code from the page of the second step.
  @discardableResult
  func step(_ code: String, on page: Seen? = nil) async throws -> Seen {
    let page = if let page { page } else { try await get("/sign-in/factor") }
    return try await post(
      "/sign-in/factor",
      [
        "csrf": page.hidden("csrf") ?? "", "next": page.hidden("next") ?? "", "code": code,
        "offer": page.hidden("offer") ?? "",
      ])
  }
}
