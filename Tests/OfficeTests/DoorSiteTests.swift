import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorSiteTests {
  @Test func everyRoomBehindTheDoorIsShutToStrangers() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    var shut = 0
    for route in Routes.all {
      guard case .signedIn = route.room else { continue }
      shut += 1
      let path = Self.path(of: route)
      let seen = try await Visitor(bench.site).ask(route.method, path)
      #expect(seen.status == 303, "\(path)")
      #expect(seen.location?.utf8.starts(with: "/sign-in".utf8) == true, "\(path)")
      #expect(seen.body.isEmpty, "\(path)")
    }
    #expect(shut >= 10)
  }

  @Test func nothingIsOpenButTheDoorItself() {
    let open = Routes.all.compactMap { route -> String? in
      guard case .open = route.room else { return nil }
      return "\(route.method.rawValue) \(route.pattern.text)"
    }
    #expect(
      open == [
        "GET /health", "GET /ready", "GET /assets/*", "GET /sign-in", "POST /sign-in",
        "GET /sign-in/factor", "POST /sign-in/factor", "GET /welcome", "POST /welcome",
        "POST /sign-out",
      ])
  }

  @Test func everyPageIsStrictAboutWhatItMayDo() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    var pages = [try await visitor.get("/sign-in"), try await visitor.get("/nowhere")]
    try await visitor.signIn()
    for path in ["/families", "/nowhere", "/families/\(ID<Family>(high: 1, low: 2))"] {
      pages.append(try await visitor.get(path))
    }
    pages.append(try await visitor.ask(.delete, "/families"))
    pages.append(try await visitor.post("/imports", ["csrf": "wrong"]))
    for page in pages {
      let policy = page.fields[.contentSecurityPolicy] ?? ""
      for part in [
        "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
      ] {
        #expect(policy.contains(part))
      }
      for part in ["unsafe", "data:", "*", "http:"] { #expect(!policy.contains(part)) }
      #expect(page.fields[.xContentTypeOptions] == "nosniff")
      #expect(page.fields[.cacheControl] == "no-store")
      #expect(page.fields[.contentType] == "text/html; charset=utf-8")
      #expect(page.body.contains("<h1>"))
    }
  }

  @Test func behindTLSBrowsersAreToldToStayThere() async throws {
    let bench = try await DoorBench(behindProxy: true)
    defer { bench.remove() }
    let seen = try await Visitor(bench.site).get("/sign-in")
    #expect(seen.fields[.strictTransportSecurity] == "max-age=31536000")
  }

  @Test func healthIsToldToAnyoneAndHoldsNothing() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let seen = try await Visitor(bench.site).get("/health")
    #expect(seen.status == 200 && seen.body == "ok\n")
  }

  @Test func otherSystemsAreGivenWhatWasToldLineByLine() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let number = bench.authority.number
    try await bench.store.write { writing in
      for telling in 1...3 as ClosedRange<UInt64> {
        _ = try writing.tell(
          TellingRow(
            .importReturn, id: ID(high: 0x7000, low: 1 << 63 | telling), by: "test",
            recorded: DoorBench.morning), authority: number, [])
      }
    }
    let visitor = Visitor(bench.site)
    #expect(try await visitor.get("/api/feed").status == 303)
    try await visitor.signIn()
    #expect(try await visitor.get("/api/feed").status == 403)
    try await bench.decide(.podManager, .feed)
    let seen = try await visitor.get("/api/feed?after=1&most=2")
    #expect(seen.fields[.contentType] == "application/x-ndjson")
    let lines = seen.body.split(separator: "\n")
    #expect(lines.map { $0.contains("\"telling\":2") } == [true, false])
    #expect(lines.count == 2)
    #expect(try await visitor.get("/api/feed?after=4").body.isEmpty)
    for query in ["after=-1", "after=x", "most=0", "most=1001", "after="] {
      let refused = try await visitor.get("/api/feed?\(query)")
      #expect(refused.status == 400, "\(query)")
      #expect(refused.fields[.contentType] == "application/problem+json")
    }
  }

  @Test func assetsMayBeKeptForGoodAndOldOnesAreGone() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    for asset in Asset.all {
      let seen = try await visitor.get(asset.address.text)
      #expect(seen.status == 200)
      #expect(seen.fields[.cacheControl] == Asset.caching)
      #expect(seen.fields[.contentType] == asset.type)
      #expect(Array(seen.body.utf8) == asset.bytes)
    }
    for path in ["/assets/", "/assets/kith-0.css", "/assets/../kith.db", "/assets/%2e%2e/x"] {
      #expect(try await visitor.get(path).status == 404, "\(path)")
    }
  }

  @Test(arguments: [
    "/nowhere", "/families/", "/families/1", "//families", "/families/../teams", "/FAMILIES",
    "/families%2F", "/families/0192f0c1-7a3b-7c11-9d20-5f0c1e2a3b4c/x", "*", "",
    "/families/0192f0c1-7a3b-7c11-9d20-5f0c1e2a3b4", "/families/\u{fffd}",
    "/families/0192f0c17a3b7c119d205f0c1e2a3b4c----", "/families/<script>",
  ])
  func addressesThatDoNotExistAreNotFound(path: String) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    #expect(try await visitor.get(path).status == 404)
    try await visitor.signIn()
    let seen = try await visitor.get(path)
    #expect(seen.status == 404)
    #expect(seen.body.contains("Sign out") && !seen.body.contains("<script"))
  }

  @Test func otherMethodsAreToldWhichOnesThereAre() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    for method in [HTTPRequest.Method.delete, .put, .patch, .trace, .options] {
      let seen = try await visitor.ask(method, "/imports")
      #expect(seen.status == 405)
      #expect(seen.fields[.allow] == "GET, POST")
    }
    #expect(try await visitor.post("/families", [:]).status == 405)
    #expect(try await visitor.get("/sign-out").fields[.allow] == "POST")
  }

  @Test func askingForTheHeadGivesThePagesHeadersAlone() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let page = try await visitor.get("/families")
    let head = try await visitor.ask(.head, "/families")
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.fields[.contentLength] == page.fields[.contentLength])
  }

  @Test func thePageKnowsWhoAsksAndWhen() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let page = try await visitor.get("/families").body
    #expect(page.contains(DoorBench.name) && page.contains("Pod manager"))
  }

  static func path(of route: Route) -> String {
    let id = "0192f0c1-7a3b-7c11-9d20-5f0c1e2a3b4c"
    return "\(route.pattern.text)".split(separator: "/", omittingEmptySubsequences: false)
      .map { $0 == "ID" ? Substring(id) : $0 }.joined(separator: "/")
  }
}
