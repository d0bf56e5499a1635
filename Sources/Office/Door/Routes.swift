import HTTPTypes
import Practice

/// Every address of the site. What is not `open` is answered to people who are signed in, and to
/// nobody else.
enum Routes {
  static let all: [Route] = zip(0..., table).map { row, route in
    var route = route
    route.row = row
    return route
  }

  private static let table: [Route] = [
    .open(.get, "/health", Health.show),
    .open(.get, "/ready", Ready.show),
    .open(.get, "/assets/*", Assets.show),
    .open(.get, "/sign-in", SignIn.show),
    .open(.post, "/sign-in", SignIn.enter),
    .open(.get, "/sign-in/factor", SecondStep.show),
    .open(.post, "/sign-in/factor", SecondStep.enter),
    .open(.get, "/welcome", Welcome.show),
    .open(.post, "/welcome", Welcome.enter),
    .open(.post, "/sign-out", SignIn.leave),

    .get("/", { _ in .seeOther(Address("/families")) }),
    .get("/families", MyFamiliesPage.show),
    .get("/families/ID", FamilyPage.show),
    .get("/families/ID/encounters", RecordEncounterPage.show),
    .post(
      "/families/ID/encounters", most: RecordEncounterForm.most, RecordEncounterPage.receive
    ).showing(again: RecordEncounterPage.again),
    .get("/children/ID", ChildPage.show),
    .get("/teams", TeamsPage.show),
    .get("/teams/ID", TeamPage.show),
    .get("/service", ServicePage.show),
    .get("/service/children", ServicePage.children),
    .get("/search", SearchPage.show),
    .get("/you", YouPage.show),
    .post("/you/password", YouPage.changePassword),
    .post("/you/sessions", YouPage.endSessions),
    .post("/you/words", most: Site.mostCarried, Carried.show),
    .get("/you/factor", YourFactor.show),
    .post("/you/factor", YourFactor.receive),
    .get("/api/feed", FeedRoom.show),
    .get("/imports", ImportsPage.show),
    .get("/imports/faults/ID", ImportFaultLists.show),
    .post("/imports", most: Route.upload, ImportsPage.receive),
  ]

  enum Found {
    case route(Route, ID<Fact>?)
    /// The address exists, for these methods alone.
    case otherMethod([HTTPRequest.Method])
    case nothing
  }

  /// Who answers at `path`, which is taken as it was sent: an address of ours has nothing to decode.
  static func find(_ method: HTTPRequest.Method, _ path: Substring) -> Found {
    let asked = method == .head ? .get : method
    var others: [HTTPRequest.Method] = []
    for route in all {
      let id: ID<Fact>?
      switch route.pattern.match(path.utf8) {
      case .none: continue
      case .fixed: id = nil
      case .id(let found): id = found
      }
      guard route.method == asked else {
        others.append(route.method)
        continue
      }
      return .route(route, id)
    }
    return others.isEmpty ? .nothing : .otherMethod(others)
  }
}
