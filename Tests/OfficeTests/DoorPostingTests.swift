import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorPostingTests {
  @Test func nothingIsTakenWithoutTheSessionsToken() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let (visitor, other) = (Visitor(bench.site), Visitor(bench.site))
    try await visitor.signIn()
    try await other.signIn()
    let others = try await other.get("/families").hidden("csrf") ?? ""
    for csrf in ["", "x", others] {
      let seen = try await visitor.post("/imports", ["csrf": csrf, "year": "2026"])
      #expect(seen.status == 403)
      #expect(seen.body.contains("Go back, load the page again"))
    }
    #expect(try await visitor.post("/imports", ["year": "2026"]).status == 403)
  }

  @Test func everyRoomThatTakesSomethingAsksForTheToken() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    var asked = 0
    for route in Routes.all where route.method == .post {
      guard case .signedIn = route.room else { continue }
      asked += 1
      let path = DoorSiteTests.path(of: route)
      #expect(try await visitor.post(path, ["csrf": "x"]).status == 403, "\(path)")
    }
    #expect(asked > 0)
  }

  @Test func theTokenIsTakenFromTheFormAloneAndNeverFromTheAddress() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let csrf = try await visitor.get("/families").hidden("csrf") ?? ""
    #expect(try await visitor.post("/imports?csrf=\(csrf)", ["year": "2026"]).status == 403)
  }

  @Test func whatIsTooLargeIsRefusedBeforeItIsRead() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    let announced = try await visitor.ask(
      .post, "/sign-in", [.contentLength: "70000000000", .contentType: "text/plain"], [])
    #expect(announced.status == 413)
    let unannounced = try await visitor.ask(
      .post, "/sign-in", [.contentType: "application/x-www-form-urlencoded"],
      Array(repeating: 97, count: Site.mostCarried + 1))
    #expect(unannounced.status == 413)
    #expect(unannounced.body.contains("At most 4 MB can be taken at once."))
  }

  @Test func aBodyOfAnotherKindIsNotRead() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    for type in ["application/json", "", "multipart/form-data", "multipart/form-data; boundary="] {
      let seen = try await visitor.ask(.post, "/sign-in", [.contentType: type], Array("{}".utf8))
      #expect(seen.status == 400, "\(type)")
    }
  }

  @Test(arguments: [
    (StoreRefusal.overtaken, 409), (.busy, 503), (.full, 503), (.readOnly, 503),
    (.failed("SELECT name FROM person_name"), 500), (.againstTheRules("UNIQUE person.id"), 500),
    (.damaged("page 7"), 500),
  ])
  func aRefusalOfTheStoreBecomesThePageForItsReader(refusal: StoreRefusal, status: Int) async throws
  {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let route = try #require(Routes.all.last)
    let seen = try await Seen(bench.site.refused(refusal, at: route, Errand([:]), who: nil))
    #expect(seen.status == status)
    let shown = seen.body
    #expect(shown.contains(refusal.remedy) == (status != 500))
    #expect(!shown.contains("SELECT") && !shown.contains("UNIQUE") && !shown.contains("page 7"))
  }

  @Test func anErrorThatNobodyForesawShowsNothingOfItself() async throws {
    struct Leak: Error, CustomStringConvertible { let description = "Leo Marsh, born 2012" }
    let bench = try await DoorBench()
    defer { bench.remove() }
    let route = try #require(Routes.all.last)
    let named = try #require(Errand.field)
    let errand = Errand([named: "quoted-by-phone-7"])
    let seen = try await Seen(bench.site.refused(Leak(), at: route, errand, who: nil))
    #expect(seen.status == 500)
    #expect(seen.body.contains("Request quoted-by-phone-7"))
    #expect(bench.log.text.contains("quoted-by-phone-7"))
    #expect(!seen.body.contains("Leo"))
    #expect(bench.log.text.contains("POST /imports") && bench.log.text.contains("Leak"))
    #expect(!bench.log.text.contains("Leo"))
  }
}
