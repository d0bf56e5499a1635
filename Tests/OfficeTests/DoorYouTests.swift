import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorYouTests {
  private static let agents: HTTPFields = [
    .userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
  ]

  @Test func somebodySeesWhereTheyAreSignedInAndEndsOneOfThem() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let (desk, phone) = (Visitor(bench.site), Visitor(bench.site))
    desk.fields = Self.agents
    phone.fields = [
      .userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1"
    ]
    try await phone.signIn()
    bench.pass(seconds: 60)
    try await desk.signIn()
    let page = try await desk.get("/you")
    #expect(page.body.contains("Firefox on Windows") && page.body.contains("Safari on an iPhone"))
    #expect(page.body.contains("You are here"))
    // Only the other one can be ended here; the page's own goes by signing out.
    let id = try #require(page.hidden("end"))
    let csrf = page.hidden("csrf") ?? ""
    #expect(try await phone.get("/families").status == 200)
    #expect(try await desk.post("/you/sessions", ["csrf": csrf, "end": id]).status == 303)
    #expect(try await phone.get("/families").status == 303)
    #expect(try await desk.get("/families").status == 200)
    #expect(try await desk.get("/you").body.contains("iPhone") == false)
  }

  @Test func nobodyEndsAnothersSession() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add("Leila Hassan", DoorBench.password)
    let (ama, leila) = (Visitor(bench.site), Visitor(bench.site))
    try await ama.signIn()
    try await leila.signIn("Leila Hassan")
    let id = try await bench.store.read { reading in
      try reading.first("SELECT id FROM session WHERE account = 'ama boateng'") {
        $0.id(0) as ID<Session>
      }
    }
    let csrf = try await leila.get("/you").hidden("csrf") ?? ""
    let end = try #require(id).description
    _ = try await leila.post("/you/sessions", ["csrf": csrf, "end": end])
    _ = try await leila.post("/you/sessions", ["csrf": csrf, "end": "others"])
    #expect(try await ama.get("/families").status == 200)
  }

  @Test func whatIsEndedHereIsEndedInEveryKithAtTheNextRequest() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let elsewhere = bench.restarted()
    let (desk, phone) = (Visitor(bench.site), Visitor(bench.site))
    try await desk.signIn()
    try await phone.signIn()
    phone.site = elsewhere
    #expect(try await phone.get("/families").status == 200)
    let csrf = try await desk.get("/you").hidden("csrf") ?? ""
    #expect(
      try await desk.post("/you/sessions", ["csrf": csrf, "end": "others"]).location
        == "/you?done=ended")
    #expect(try await phone.get("/families").status == 303)
    #expect(try await desk.get("/families").status == 200)
  }

  @Test func signingOutEndsTheSessionInEveryKith() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let (thief, elsewhere) = (Visitor(bench.restarted()), bench.restarted())
    thief.cookies = visitor.cookies
    #expect(try await thief.get("/families").status == 200)
    let csrf = try await visitor.get("/families").hidden("csrf") ?? ""
    _ = try await visitor.post("/sign-out", ["csrf": csrf])
    #expect(try await thief.get("/families").status == 303)
    thief.site = elsewhere
    #expect(try await thief.get("/families").status == 303)
  }

  @Test func aPasswordIsChangedByWhoeverKnowsThePresentOne() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let (visitor, other) = (Visitor(bench.site), Visitor(bench.site))
    try await visitor.signIn()
    try await other.signIn()
    let before = visitor.cookies
    let new = "teapot under the walnut"
    for (present, new, repeated, words) in [
      ("not the password", new, new, "This is not your present password."),
      (DoorBench.password, new, "another", "Enter the same new password once more."),
      (DoorBench.password, "password1234", "password1234", "made of what people often choose"),
      (DoorBench.password, "AmaBoateng2026", "AmaBoateng2026", "the name of the person"),
      (DoorBench.password, DoorBench.password, DoorBench.password, "Enter another password"),
    ] {
      let seen = try await visitor.changePassword(present, new, repeated)
      #expect(seen.status == 422 && seen.body.contains(words), "\(words)")
    }
    let done = try await visitor.changePassword(DoorBench.password, new, new)
    #expect(done.location == "/you?done=password")
    #expect(try await visitor.get("/you?done=password").body.contains("Your password is changed."))
    // Everywhere else it is over, also with the token that this browser had before.
    #expect(try await other.get("/families").status == 303)
    let thief = Visitor(bench.site)
    thief.cookies = before
    #expect(try await thief.get("/families").status == 303)
    #expect(try await Visitor(bench.site).signIn().status == 422)
    #expect(try await Visitor(bench.site).signIn(DoorBench.name, new).status == 303)
  }

  @Test func whoeverFoundAnOpenScreenCannotGuessThePasswordAllDay() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let new = "teapot under the walnut"
    for guess in 1...5 {
      let seen = try await visitor.changePassword("guess \(guess)", new, new)
      #expect(seen.body.contains("This is not your present password."))
    }
    let slowed = try await visitor.changePassword(DoorBench.password, new, new)
    #expect(slowed.status == 422 && slowed.body.contains("There were too many tries."))
  }

  @Test func aSecondStepIsSetUpMadeAnewAndTakenAwayWithThePassword() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let page = try await visitor.get("/you/factor")
    let sealed = try #require(page.hidden("offer"))
    let offer = try #require(bench.site.factors.offer(sealed, to: try await bench.account()))
    let code = bench.code(offer.secret)
    func set(_ password: String, _ code: String) async throws -> Seen {
      try await visitor.post(
        "/you/factor",
        [
          "csrf": page.hidden("csrf") ?? "", "offer": sealed, "code": code, "password": password,
        ])
    }
    #expect(try await set("not the password", code).status == 422)
    #expect(try await set(DoorBench.password, "000000").status == 422)
    #expect(try await set(DoorBench.password, code).body.contains("Your recovery codes"))

    func change(_ what: String, _ password: String) async throws -> Seen {
      try await visitor.post(
        "/you/factor", ["csrf": page.hidden("csrf") ?? "", "do": what, "password": password])
    }
    #expect(try await change("codes", "not the password").status == 422)
    let renewed = try await change("codes", DoorBench.password)
    #expect(renewed.body.contains("Only these codes count from now on."))
    #expect(try await bench.site.factors.codesLeft(of: bench.account()) == 10)

    #expect(try await change("remove", "not the password").status == 422)
    try await bench.site.accounts.ask(.podManager, forFactor: true, now: bench.now)
    _ = try await change("remove", DoorBench.password)
    #expect(try await visitor.get("/you").body.contains("it cannot be taken away"))
    try await bench.site.accounts.ask(.podManager, forFactor: false, now: bench.now)
    #expect(try await change("remove", DoorBench.password).location == "/you?done=factor")
    #expect(try await bench.site.factors.need(of: bench.account()) == .nothing)
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
      "Chrome on Linux"
    ),
    ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
    (
      "Mozilla/5.0 (Linux; Android 15; SM-S) SamsungBrowser/28.0 Chrome/130.0 Safari/537",
      "Samsung Internet on Android"
    ),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/19.0 Safari/605.1", "Safari on a Mac"),
    ("curl/8.5", "A browser"), ("", "A browser"), ("<script>alert(1)</script>", "A browser"),
  ])
  func aBrowserIsSaidInAFewWordsOfOurs(agent: String, words: String) {
    #expect(BrowserWords.of(agent) == words)
  }
}

extension Visitor {
  func changePassword(_ present: String, _ new: String, _ repeated: String) async throws -> Seen {
    let csrf = try await get("/you").hidden("csrf") ?? ""
    return try await post(
      "/you/password", ["csrf": csrf, "present": present, "new": new, "repeated": repeated])
  }
}
