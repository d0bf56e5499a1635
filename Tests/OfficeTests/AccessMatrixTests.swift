import HTTPTypes
import Practice
import Testing

@testable import Office

/// Every address of the site, asked by every role in every tie to a family in every state: who gets in is
/// worked out from the table of roles, and whoever does not gets a page that says nothing.
@Suite struct AccessMatrixTests {
  /// What is sent to each address. An address that is missing here fails the first story.
  private static let recipes: [String: [String]] = [
    "GET /": ["/"],
    "GET /families": ["/families"],
    "GET /families/ID": ["/families/FAMILY"],
    "GET /families/ID/encounters": ["/families/FAMILY/encounters"],
    "POST /families/ID/encounters": ["/families/FAMILY/encounters"],
    "GET /children/ID": ["/children/CHILD"],
    "GET /teams": ["/teams"],
    "GET /teams/ID": ["/teams/TEAM"],
    "GET /service": ["/service"],
    "GET /service/children": ["/service/children?day=2026-11-20&months=12&band=1"],
    "GET /search": ["/search?q=SURNAME", "/search?q=wren", "/search?q=F-SURNAME"],
    "GET /api/feed": ["/api/feed"],
    "GET /families/ID/open": ["/families/FAMILY/open"],
    "POST /families/ID/open": ["/families/FAMILY/open"],
    "GET /families/ID/emergency": ["/families/FAMILY/emergency"],
    "POST /families/ID/emergency": ["/families/FAMILY/emergency"],
    "GET /families/ID/looked": ["/families/FAMILY/looked"],
    "GET /access": ["/access"],
    "GET /access/looked": ["/access/looked"],
    "GET /access/openings/ID": ["/access/openings/FAMILY"],
    "POST /access/openings/ID": ["/access/openings/FAMILY"],
    "GET /access/locked": ["/access/locked"],
    "POST /access/locked": ["/access/locked"],
    "GET /access/locked/ID": ["/access/locked/FAMILY"],
    "POST /access/locked/ID": ["/access/locked/FAMILY"],
    "GET /access/ties": ["/access/ties"],
    "POST /access/ties": ["/access/ties"],
    "GET /access/policy": ["/access/policy"],
    "POST /access/policy": ["/access/policy"],
    "GET /you": ["/you"],
    "POST /you/password": ["/you/password"],
    "POST /you/sessions": ["/you/sessions"],
    "POST /you/words": ["/you/words"],
    "GET /you/factor": ["/you/factor"],
    "POST /you/factor": ["/you/factor"],
    "GET /imports": ["/imports"],
    "GET /imports/faults/ID": ["/imports/faults/FAMILY"],
    "POST /imports": ["/imports"],
  ]

  private static var guarded: [Route] {
    Routes.all.filter { if case .signedIn = $0.room { true } else { false } }
  }

  private static func key(_ route: Route) -> String {
    "\(route.method.rawValue) \(route.pattern.text)"
  }

  @Test func everyAddressThatIsNotOpenHasItsRow() {
    #expect(Set(Self.guarded.map(Self.key)) == Set(Self.recipes.keys))
  }

  @Test func everyRoleInEveryTieGetsWhatTheTableSaysAndNothingElse() async throws {
    let town = try await AccessTown()
    let policy = AccessPolicy(on: AccessTown.today)
    var cells = 0
    for role in AccountRole.allCases {
      for tie in Tie.allCases {
        let visitor = try town.visitor(role, tie)
        for route in Self.guarded {
          for recipe in Self.recipes[Self.key(route)] ?? [] {
            // What names no family is the same in every state; the search names one.
            let states =
              recipe.contains("FAMILY") || recipe.contains("CHILD") || recipe.contains("SURNAME")
              ? AccessTown.State.allCases : [.ordinary]
            var nothing: String?
            for state in states.reversed() {
              let seen = try await ask(visitor, route, recipe, state)
              cells += 1
              let who = "\(role) who \(tie.words), \(state): \(Self.key(route))"
              let isTheirWork = !seen.body.contains("This is not part of your work in Kith.")
              switch Self.expects(policy, route.needs, role, tie, state) {
              case .let(let statuses):
                #expect(statuses.contains(seen.status) && isTheirWork, "\(who) \(seen.status)")
              case .nothing:
                #expect(seen.status == 404, "\(who)")
                let body = seen.body.replacing(
                  state.family.description, with: AccessTown.State.unknown.family.description)
                let isSame = body == nothing ?? body
                #expect(isSame, "\(who): its page is not that of an address where nothing is")
                if state == .unknown { nothing = seen.body }
              case .notTheirWork: #expect(seen.status == 403 && !isTheirWork, "\(who)")
              }
              Self.check(seen, policy, route, role, tie, who)
              if recipe.hasSuffix("=SURNAME") {
                let isFound =
                  seen.body.contains("/families/\(state.family)")
                  || seen.body.contains("/children/\(state.child)")
                #expect(isFound == Self.reaches(policy, .find, role, tie, state), "\(who)")
                let isCalled = role == .frontDoor && tie != .named && state == .locked
                #expect(seen.body.contains(AccessTown.call) == isCalled, "\(who)")
              }
            }
          }
        }
      }
    }
    // Of each role in each tie: sixteen that name a family, a child or a name, and twenty-four that do not.
    #expect(cells == 15 * 9 * (16 * 5 + 24))
  }

  private enum Expected {
    case `let`(Set<Int>)
    case nothing, notTheirWork
  }

  private static func expects(
    _ policy: AccessPolicy, _ need: Need, _ role: AccountRole, _ tie: Tie,
    _ state: AccessTown.State
  ) -> Expected {
    switch need {
    case .signedIn: return .let([200, 303, 404, 422])
    case .service(let matter):
      // What a page says of an id that it does not know, or of a form that is empty, is its own.
      return policy.allows(role, .none, matter) ? .let([200, 303, 403, 404, 422]) : .notTheirWork
    case .anyOf(let matters):
      return matters.contains { policy.allows(role, .none, $0) } ? .let([200]) : .notTheirWork
    case .family(let matter), .person(let matter):
      return reaches(policy, matter, role, tie, state) ? .let([200, 303, 400, 403, 422]) : .nothing
    }
  }

  /// The rule in its shortest form, written apart from the one that is tested.
  private static func reaches(
    _ policy: AccessPolicy, _ matter: Matter, _ role: AccountRole, _ tie: Tie,
    _ state: AccessTown.State
  ) -> Bool {
    // To be named is to be named for a lock.
    let counts = tie != .named || state == .locked
    let byTable =
      counts && policy.allows(role, tie, matter) || policy.allows(role, .none, matter)
    return switch state {
    case .ordinary, .closed: byTable
    case .locked: byTable && tie == .named
    case .ownFamily, .unknown: false
    }
  }

  /// No page names a family that its reader may not come upon, and no page shows what was written to
  /// those who may not read it.
  private static func check(
    _ seen: Seen, _ policy: AccessPolicy, _ route: Route, _ role: AccountRole, _ tie: Tie,
    _ who: String
  ) {
    let isSearch = route.pattern.isSearch
    for state in AccessTown.State.allCases where state != .unknown {
      // What was typed stands in the field and in the title.
      let body =
        isSearch
        ? String(seen.body.drop { $0 != "f" }.split(separator: "id=\"found\"").last ?? "")
        : seen.body
      let names = body.contains("Wren \(state.surname)") || body.contains("F-\(state.surname)</")
      let finds = reaches(policy, .find, role, tie, state)
      let isCalled = role == .frontDoor && state == .locked && tie != .named
      let isOfLocks = "\(route.pattern.text)".hasPrefix("/access/locked") && state == .locked
      if isOfLocks, names { #expect(policy.allows(role, .none, .restrict), "\(who)") }
      if names, !isCalled, !isOfLocks { #expect(finds, "\(who) names \(state)") }
      if isCalled { #expect(!names || seen.body.contains(AccessTown.call), "\(who)") }
      if seen.body.contains("Secret words of \(state.surname)") {
        #expect(
          reaches(policy, .words, role, tie, state), "\(who) shows what was written of \(state)")
      }
    }
  }

  private func ask(
    _ visitor: Visitor, _ route: Route, _ recipe: String, _ state: AccessTown.State
  ) async throws -> Seen {
    let path = recipe.replacing("FAMILY", with: "\(state.family)")
      .replacing("CHILD", with: "\(state.child)").replacing("TEAM", with: "\(AccessTown.team)")
      .replacing("SURNAME", with: state.surname)
    guard route.method == .post else { return try await visitor.get(path) }
    return try await visitor.post(path, ["csrf": visitor.csrf])
  }
}
