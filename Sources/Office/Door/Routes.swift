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

    .get("/", needs: .signedIn, { _ in .seeOther(Address("/families")) }),
    .get("/families", needs: .signedIn, MyFamiliesPage.show),
    .get("/families/ID", needs: .family(.people), FamilyPage.show),
    .get("/families/ID/encounters", needs: .family(.meet), RecordEncounterPage.show),
    .post(
      "/families/ID/encounters", needs: .family(.meet), most: RecordEncounterForm.most,
      RecordEncounterPage.receive
    ).showing(again: RecordEncounterPage.again),
    .get("/families/ID/open", needs: .service(.open), OpenPage.ask),
    .post("/families/ID/open", needs: .service(.open), OpenPage.open).showing(
      again: OpenPage.askAgain),
    .get("/families/ID/emergency", needs: .service(.breakGlass), OpenPage.breakGlass),
    .post("/families/ID/emergency", needs: .service(.breakGlass), OpenPage.openInEmergency)
      .showing(again: OpenPage.breakGlassAgain),
    .get("/families/ID/looked", needs: .family(.lookers), LookedPage.show),
    .get("/children/ID", needs: .person(.people), ChildPage.show),
    .get("/teams", needs: .service(.teams), TeamsPage.show),
    .get("/teams/ID", needs: .service(.teams), TeamPage.show),
    .get("/service", needs: .service(.service), ServicePage.show),
    .get("/service/children", needs: .service(.service), ServicePage.children),
    .get("/search", needs: .signedIn, SearchPage.show),
    .get("/you", needs: .signedIn, YouPage.show),
    .post("/you/password", needs: .signedIn, YouPage.changePassword),
    .post("/you/sessions", needs: .signedIn, YouPage.endSessions),
    .post("/you/words", needs: .signedIn, most: Site.mostCarried, Carried.show),
    .get("/you/factor", needs: .signedIn, YourFactor.show),
    .post("/you/factor", needs: .signedIn, YourFactor.receive),
    .get("/api/feed", needs: .service(.feed), FeedRoom.show),
    .get(
      "/access", needs: .anyOf([.review, .restrict, .agree, .looked, .govern]), AccessPage.show),
    .get("/access/looked", needs: .service(.looked), LookedReport.show),
    .get("/access/openings/ID", needs: .service(.review), OpeningPage.show),
    .post("/access/openings/ID", needs: .service(.review), OpeningPage.receive).showing(
      again: OpeningPage.again),
    .get("/access/locked", needs: .service(.restrict), LockPage.show),
    .post("/access/locked", needs: .service(.restrict), LockPage.receive).showing(
      again: LockPage.again),
    .get("/access/locked/ID", needs: .service(.restrict), LockPage.one),
    .post("/access/locked/ID", needs: .service(.restrict), LockPage.review).showing(
      again: LockPage.reviewAgain),
    .get("/access/ties", needs: .service(.agree), TiesPage.show),
    .post("/access/ties", needs: .service(.agree), TiesPage.receive).showing(
      again: TiesPage.again),
    .get("/access/policy", needs: .service(.govern), PolicyPage.show),
    .post("/access/policy", needs: .service(.govern), PolicyPage.receive).showing(
      again: PolicyPage.again),
    .get("/imports", needs: .service(.returns), ImportsPage.show),
    .get("/imports/faults/ID", needs: .service(.returns), ImportFaultLists.show),
    .post("/imports", needs: .service(.bringIn), most: Route.upload, ImportsPage.receive),
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
