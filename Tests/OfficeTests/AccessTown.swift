import Foundation
import Practice
import Store
import Town

@testable import Office

/// Marlhaven with four more families of one name each, to whom nine practitioners stand in nine ways;
/// an account for each of them in each role, and a browser for each account.
struct AccessTown {
  /// What has become of a family's record.
  enum State: String, CaseIterable {
    case ordinary, closed, locked, ownFamily
    /// An address that names nobody.
    case unknown

    var surname: String {
      switch self {
      case .ordinary: "Quillfeather"
      case .closed: "Umberlake"
      case .locked: "Vexworthy"
      case .ownFamily: "Zephyrine"
      case .unknown: "Nobodyhere"
      }
    }
    var family: ID<Family> { ID(high: 0x7000, low: 1 << 63 | UInt64(place)) }
    var child: ID<Person> { ID(high: 0x7000, low: 1 << 63 | UInt64(16 + place)) }
    private var place: Int { State.allCases.firstIndex(of: self) ?? 0 }
  }

  static let today = Chronicle.usualDay
  static let noon = Instant(microseconds: (Int64(today.number) * 86_400 + 43_200) * 1_000_000)
  static let team: ID<Team> = ID(high: 0x7000, low: 1 << 63 | 900)
  static let call = "Helen Marsh, 01273 000111"

  let store: Store
  let authority: Authority
  let site: Site
  private let time: Guarded<Instant>
  private var visitors: [String: Visitor] = [:]

  static func practitioner(_ tie: Tie) -> ID<Practitioner> {
    ID(high: 0x7000, low: 1 << 63 | UInt64(100 + (Tie.allCases.firstIndex(of: tie) ?? 0)))
  }

  static func account(_ role: AccountRole, _ tie: Tie) -> String {
    "\(role.rawValue) \(tie.rawValue)"
  }

  init(states: [State] = [.ordinary, .closed, .locked, .ownFamily]) async throws {
    let town = try await FamilyTown.fresh()
    (store, authority) = town
    let time = Guarded(Self.noon)
    self.time = time
    site = Site(
      store: store, authority: authority, lock: PasswordLock(rounds: 16),
      logbook: DoorLog().logbook, clock: { time.withValue { $0 } })
    var facts = Self.service
    var names: [(PersonName, ID<Person>)] = []
    for state in states {
      facts += Self.family(state)
      names.append((Self.name(state), state.child))
    }
    try await FamilyTown.tell(town, facts, naming: names)
    try await admit(
      AccountRole.allCases.flatMap { role in
        Tie.allCases.map { Account.named(Self.account(role, $0), role, Self.practitioner($0)) }
      })
    for role in AccountRole.allCases {
      for tie in Tie.allCases {
        let visitor = Visitor(site)
        try await add(visitor, Self.account(role, tie), role, Self.practitioner(tie))
        visitors[Self.account(role, tie)] = visitor
      }
    }
  }

  /// Signs somebody in, at the time that it is.
  func add(
    _ visitor: Visitor, _ name: String, _ role: AccountRole,
    _ practitioner: ID<Practitioner>? = nil
  ) async throws {
    let now = time.withValue { $0 }
    let (session, token) = try await site.sessions.begin(
      Account.named(name, role, practitioner), with: "", now: now)
    visitor.cookies[site.sessionCookie.name] = token
    visitor.csrf = session.csrf
  }

  /// Accounts without a password: nobody signs in to them but these stories.
  func admit(_ accounts: [Account]) async throws {
    try await FamilyTown.admit((store, authority), accounts)
  }

  func pass(seconds: Int) { time.withValue { $0 = $0 + seconds } }

  /// The same person, signed in anew.
  func again(_ role: AccountRole, _ tie: Tie) async throws -> Visitor {
    let visitor = Visitor(site)
    try await add(visitor, Self.account(role, tie), role, Self.practitioner(tie))
    return visitor
  }

  /// All that was kept of who looked, in the order of times.
  func looks() async throws -> [(page: String, tie: Tie, words: String?)] {
    try await store.read { reading in
      try reading.all("SELECT page, tie, words FROM look ORDER BY telling, id") {
        ($0.text(0), $0.code(1) ?? .none, $0.textIfAny(2))
      }
    }
  }

  /// How often a deed was told.
  func told(_ deed: Office.Deed) async throws -> Int {
    try await store.read {
      try $0.count("SELECT count(*) FROM telling WHERE deed = \(deed.rawValue)")
    }
  }

  /// The reviewing officer of the ordinary family steps back today.
  func endReview() async throws {
    let child = State.ordinary.child
    let before: ID<Fact>? = try await store.read { reading in
      try reading.first(
        "SELECT id FROM tenure WHERE child = \(child) AND role = 'reviewingOfficer'"
      ) { $0.id(0) }
    }
    let ended = Period(from: Self.today - 400, until: Self.today) ?? Self.since
    try await FamilyTown.tell(
      (store, authority),
      [
        RelationshipRecords.tenure(
          Tenure(
            child: child, practitioner: Self.practitioner(.review), role: .reviewingOfficer,
            period: ended), fact: Self.fact(), supersedes: before, because: "left today")
      ])
  }

  func visitor(_ role: AccountRole, _ tie: Tie) throws -> Visitor {
    struct NoVisitor: Error {}
    guard let visitor = visitors[Self.account(role, tie)] else { throw NoVisitor() }
    return visitor
  }

  private static func name(_ state: State) -> PersonName {
    PersonName(given: "Wren", family: state.surname)
  }

  private static func fact<Of>() -> ID<Of> { ID(high: 0x7001, low: .random(in: 1 << 63...(.max))) }

  private static let since = Period(from: today - 400)

  /// Two teams: the keyworker and one colleague in the one, everybody else in the other.
  private static var service: [FactRow] {
    let other = Team(id: ID(high: 0x7000, low: 1 << 63 | 901), name: "Elsewhere", kind: .pod)
    let own = Team(id: team, name: "Heron Pod", kind: .pod)
    var facts = [own, other].flatMap {
      [ServiceRecords.known($0.id), ServiceRecords.about($0, fact: fact())]
    }
    for tie in Tie.allCases {
      let who = Practitioner(id: practitioner(tie), name: "The one who \(tie.words)")
      facts += [
        ServiceRecords.known(who.id), ServiceRecords.about(who, fact: fact()),
        ServiceRecords.posting(
          Posting(
            practitioner: who.id, team: tie == .own || tie == .team ? own.id : other.id,
            role: .socialWorker, fullTimePercent: 100, employment: .permanent, period: since),
          fact: fact()),
      ]
    }
    return facts
  }

  private static func family(_ state: State) -> [FactRow] {
    let family = Family(id: state.family, reference: "F-\(state.surname)", name: state.surname)
    var facts = [
      PeopleRecords.known(family.id), PeopleRecords.about(family, fact: fact()),
      PeopleRecords.known(state.child),
      PeopleRecords.about(
        Person(id: state.child, born: today - 3000), PersonDetail(), fact: fact()),
      PeopleRecords.name(name(state), of: state.child, fact: fact()),
      PeopleRecords.member(
        FamilyMember(
          family: family.id, person: state.child, relation: "Child", period: since), fact: fact()),
      RelationshipRecords.tenure(
        Tenure(
          child: state.child, practitioner: practitioner(.own), team: team, period: since),
        fact: fact()),
      RelationshipRecords.tenure(
        Tenure(
          child: state.child, practitioner: practitioner(.review), role: .reviewingOfficer,
          period: since), fact: fact()),
      CareRecords.episode(
        CareEpisode(
          child: state.child, period: since, reasonBegun: "S", legalStatus: .careOrder, need: "N1",
          home: "U6"), fact: fact()),
    ]
    facts += RelationshipRecords.encounter(
      Encounter(
        id: fact(), family: family.id, practitioner: practitioner(.own), day: today - 10,
        kind: .visit, title: "What Wren \(state.surname) said",
        words: "Secret words of \(state.surname).",
        met: [Encounter.Met(person: state.child, seen: true)]))
    let grants: [(Tie, AccessGrant.Kind)] = [
      (.jointWork, .jointWork), (.sampled, .sampled), (.instructed, .instructed), (.named, .named),
    ]
    for (tie, kind) in grants {
      facts.append(
        AccessRecords.grant(
          AccessGrant(
            family: family.id, practitioner: practitioner(tie), kind: kind, period: since),
          fact: fact()))
    }
    for role in AccountRole.allCases {
      facts.append(
        AccessRecords.opening(
          Opening(
            family: family.id, account: account(role, .opened), kind: .asked, reason: .duty,
            words: "On duty.", begun: noon + -60, ends: noon + 3600), fact: fact()))
    }
    if state == .locked {
      facts.append(
        AccessRecords.restriction(
          Restriction(
            family: family.id, category: .highRisk, call: call, period: since,
            reviewDue: today + 10), fact: fact()))
    }
    if state == .ownFamily {
      for tie in Tie.allCases {
        facts.append(
          AccessRecords.conflict(
            ConflictOfInterest(
              family: family.id, practitioner: practitioner(tie), period: since), fact: fact()))
      }
    }
    return facts
  }
}
