import Practice
import Store

/// All teams, by what kind they are.
enum TeamsPage {
  static func show(_ visit: Visit) async throws -> Answer {
    let actor = visit.actor
    let now = visit.now
    let teams = try await visit.store.read { reading in
      try TeamDesk.teams(reading, actor, but: try Scope.locked(reading, actor, now: now))
    }
    return .page(TeamsSheet(teams: teams).bytes(for: visit.who))
  }
}

/// One team in the list: how many people, and how many children they walk alongside.
struct TeamCount: Sendable {
  let team: Team
  let people: Int
  let children: Int
}

extension TeamDesk {
  /// Every team that has people or children today, or ever had; by name within its kind.
  /// - Parameter locked: children who are not counted, because whoever may list a team's others could
  ///   tell from the number that there are more.
  static func teams(
    _ reading: Reading, _ actor: Actor, but locked: Set<ID<Person>>
  ) throws -> [TeamCount] {
    let (authority, today) = (actor.authority.number, actor.today)
    let colleagues = try TeamDirectory.colleagues(reading, authority)
    let postings = colleagues.postings.filter { $0.period.holds(on: today) }
    let home = Dictionary(postings.map { ($0.practitioner, $0.team) }) { one, other in other ?? one
    }
    var people: [ID<Team>: Set<ID<Practitioner>>] = [:]
    for posting in postings {
      if let team = posting.team { people[team, default: []].insert(posting.practitioner) }
    }
    var children: [ID<Team>: Set<ID<Person>>] = [:]
    for one in try open(reading, authority, today) where !locked.contains(one.child) {
      guard let team = home[one.practitioner] ?? one.team else { continue }
      children[team, default: []].insert(one.child)
    }
    return colleagues.teams.values.map { team in
      TeamCount(
        team: team, people: people[team.id]?.count ?? 0, children: children[team.id]?.count ?? 0)
    }.sorted { NameSearch.folded($0.team.name) < NameSearch.folded($1.team.name) }
  }
}

/// The page itself, made from counts alone.
struct TeamsSheet {
  let teams: [TeamCount]

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(title: "Teams", here: .teams, who: who).page { main in
      main.h1("Teams")
      guard !teams.isEmpty else {
        main.empty(
          EmptyState(
            what: "No teams have been told of yet.",
            how: "Teams and their people come with the first set of data, or when somebody tells "
              + "of them."))
        return
      }
      main.p("Who works together, and for how many children they are the social workers today.")
      for kind in Team.Kind.allCases { teams(of: kind, &main) }
      past(&main)
    }
  }

  private func teams(of kind: Team.Kind, _ main: inout HTML) {
    let here = teams.filter { $0.team.kind == kind && $0.isActive }
    guard !here.isEmpty else { return }
    main.h2(kind.heading)
    main.cards(
      kind.heading,
      heads: [Head("Team"), Head("People", isNumber: true), Head("Children", isNumber: true)]
    ) { body in
      for one in here {
        body.tr { row in
          row.th(.scope("row")) { $0.a(one.team.name, Address("/teams/", one.team.id)) }
          row.td("\(one.people)", .heading("People"), .class("number"))
          row.td(
            one.children == 0 ? "–" : "\(one.children)", .heading("Children"), .class("number"))
        }
      }
    }
  }

  private func past(_ main: inout HTML) {
    let past = teams.filter { !$0.isActive }
    guard !past.isEmpty else { return }
    main.details { box in
      box.summary("Teams that have nobody in them today")
      box.ul { list in
        for one in past {
          list.li { $0.a(one.team.name, Address("/teams/", one.team.id)) }
        }
      }
    }
  }
}

extension TeamCount {
  fileprivate var isActive: Bool { people > 0 || children > 0 }
}

extension Team.Kind {
  fileprivate var heading: String {
    switch self {
    case .pod: "Pods"
    case .unit: "Social work units"
    case .specialist: "Specialist teams"
    case .frontDoor: "Front Door"
    case .leadership: "Leadership"
    }
  }
}
