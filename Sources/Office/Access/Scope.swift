import Practice
import Store

/// Whose names somebody may come upon in a list or a search: the same decision as for one record, made
/// once for all of them and asked in the store's own query, so that nothing that is left out leaves a
/// gap, a number or a moment longer behind.
struct Scope: Sendable {
  /// Whom they may come upon.
  enum Whom: Sendable {
    case everybody(but: Set<ID<Person>>)
    case only(Set<ID<Person>>)
  }

  let whom: Whom
  /// People of locked records of whom the Front Door learns that somebody is to be called.
  let calls: [ID<Person>: String]

  /// Everybody: for a program that reads for the whole service, and for tests.
  static let everybody = Scope(whom: .everybody(but: []), calls: [:])

  func holds(_ person: ID<Person>) -> Bool {
    switch whom {
    case .everybody(let but): !but.contains(person)
    case .only(let people): people.contains(person)
    }
  }

  /// A further condition of a statement: that its `person` is in this scope.
  var ofPerson: SQL {
    switch whom {
    case .everybody(let but): but.isEmpty ? "" : "AND person NOT IN \(anyOf: but.sorted())"
    case .only(let people): "AND person IN \(anyOf: people.sorted())"
    }
  }

  /// - Parameter matter: what they want to do with whom they come upon.
  static func of(
    _ reading: Reading, _ actor: Actor, _ matter: Matter, now: Instant
  ) throws -> Scope {
    let (authority, today) = (actor.authority.number, actor.today)
    let policy = try AccessDesk.policy(reading, authority, on: today)
    let reader = try AccessDesk.reader(reading, actor, now: now)
    let hidden = try hidden(reading, authority, reader)
    if policy.allows(actor.role, .none, matter) {
      let calls = matter == .find && actor.role == .frontDoor ? hidden.calls : [:]
      return Scope(whom: .everybody(but: hidden.people.subtracting(calls.keys)), calls: calls)
    }
    var people: Set<ID<Person>> = []
    var families: Set<ID<Family>> = []
    if let practitioner = actor.practitioner {
      let near = try Near.of(reading, actor, practitioner, teammates: reader.teammates)
      for (tie, found) in near.people where policy.allows(actor.role, tie, matter) {
        people.formUnion(found)
      }
      for (tie, found) in near.families where policy.allows(actor.role, tie, matter) {
        families.formUnion(found)
      }
    }
    if policy.allows(actor.role, .opened, matter) {
      families.formUnion(try opened(reading, authority, reader))
    }
    if !families.isEmpty {
      let members = try FamilyDesk.members(reading, authority, of: families)
      people.formUnion(members.map(\.person))
    }
    return Scope(whom: .only(people.subtracting(hidden.people)), calls: [:])
  }

  /// Everybody who is hidden from the actor whatever their role: of a locked record that does not name
  /// them, and of a family of their own.
  static func locked(_ reading: Reading, _ actor: Actor, now: Instant) throws -> Set<ID<Person>> {
    let reader = try AccessDesk.reader(reading, actor, now: now)
    return try hidden(reading, actor.authority.number, reader).people
  }

  private static func opened(
    _ reading: Reading, _ authority: Int, _ reader: Reader
  ) throws -> [ID<Family>] {
    try reading.all(
      """
      SELECT family FROM opening
      WHERE authority = \(authority) AND account = \(reader.account) AND ends > \(reader.now)
        AND begun <= \(reader.now)
      """
    ) { $0.id(0) }
  }

  /// Everybody of a locked record whose named reader this is not, and of a family of their own.
  private static func hidden(
    _ reading: Reading, _ authority: Int, _ reader: Reader
  ) throws -> (people: Set<ID<Person>>, calls: [ID<Person>: String]) {
    var people: Set<ID<Person>> = []
    var calls: [ID<Person>: String] = [:]
    for lock in try Locked.all(reading, authority).locks
    where lock.restriction.period.holds(on: reader.today) {
      let isNamed = lock.named.contains {
        $0.practitioner == reader.practitioner && $0.period.holds(on: reader.today)
      }
      guard !isNamed else { continue }
      people.formUnion(lock.people)
      for one in lock.people { calls[one] = lock.restriction.call }
    }
    for own in try Locked.all(reading, authority).conflicts
    where own.conflict.practitioner == reader.practitioner
      && own.conflict.period.holds(on: reader.today)
    {
      people.formUnion(own.people)
      for one in own.people { calls[one] = nil }
    }
    return (people, calls)
  }
}

/// Every record of an authority that is locked or hidden from somebody, with all who belong to it: few,
/// and kept until one is added.
struct Locked: Sendable {
  struct Lock: Sendable {
    let restriction: Restriction
    let named: [AccessGrant]
    let people: Set<ID<Person>>
  }

  let locks: [Lock]
  let conflicts: [(conflict: ConflictOfInterest, people: Set<ID<Person>>)]

  static func all(_ reading: Reading, _ authority: Int) throws -> Locked {
    try reading.kept(
      Locked.self, of: ID<Restriction>(high: 0, low: 0), authority: authority,
      weight: { 500 * ($0.locks.count + $0.conflicts.count) }, { try Locked($0, authority) })
      ?? Locked(locks: [], conflicts: [])
  }

  private init(locks: [Lock], conflicts: [(ConflictOfInterest, Set<ID<Person>>)]) {
    self.locks = locks
    self.conflicts = conflicts
  }

  private init(_ reading: Reading, _ authority: Int) throws {
    let restrictions = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, category, call, "from", "until", review_due
      FROM restriction WHERE authority = \(authority)
      """,
      AccessDesk.restriction)
    let own = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, practitioner, "from", "until"
      FROM conflict_of_interest WHERE authority = \(authority)
      """
    ) { row in
      ConflictOfInterest(
        family: row.id(3), practitioner: row.id(4), period: Period(row, from: 5))
    }
    let families = Set(restrictions.map(\.family) + own.map(\.family))
    var people: [ID<Family>: Set<ID<Person>>] = [:]
    for member in try FamilyDesk.members(reading, authority, of: families) {
      people[member.family, default: []].insert(member.person)
    }
    let named = try AccessDesk.grants(reading, authority, of: families)
    locks = restrictions.map { lock in
      Lock(
        restriction: lock, named: named.filter { $0.kind == .named && $0.family == lock.family },
        people: people[lock.family] ?? [])
    }
    conflicts = own.map { ($0, people[$0.family] ?? []) }
  }
}

/// Those to whom a practitioner is tied today, by the tie; what the role makes of it is another question.
private struct Near: Sendable {
  let today: Day
  let teammates: Set<ID<Practitioner>>
  var people: [Tie: Set<ID<Person>>] = [:]
  var families: [Tie: Set<ID<Family>>] = [:]

  static func of(
    _ reading: Reading, _ actor: Actor, _ practitioner: ID<Practitioner>,
    teammates: Set<ID<Practitioner>>
  ) throws -> Near {
    let (authority, today) = (actor.authority.number, actor.today)
    let near = try reading.kept(
      Near.self, of: practitioner, authority: authority,
      weight: { 20 * $0.people.values.reduce(0) { $0 + $1.count } + 500 },
      where: { $0.today == today && $0.teammates == teammates },
      { try Near($0, authority, practitioner, teammates, today) })
    return near ?? Near(today: today, teammates: teammates)
  }

  private init(today: Day, teammates: Set<ID<Practitioner>>) {
    self.today = today
    self.teammates = teammates
  }

  private init(
    _ reading: Reading, _ authority: Int, _ practitioner: ID<Practitioner>,
    _ teammates: Set<ID<Practitioner>>, _ today: Day
  ) throws {
    self.init(today: today, teammates: teammates)
    let ever = try FamiliesDesk.children(
      reading, authority, with: [practitioner] + teammates.sorted())
    var children: [Tie: Set<ID<Person>>] = [:]
    for tenure in try FamilyDesk.tenures(reading, authority, ever)
    where tenure.period.holds(on: today) {
      if tenure.practitioner == practitioner {
        children[tenure.role.tie, default: []].insert(tenure.child)
      } else if tenure.role == .keyworker, teammates.contains(tenure.practitioner) {
        children[.team, default: []].insert(tenure.child)
      }
    }
    // Of a child's tie partake all who belong, or belonged, to a family with the child.
    let all = children.values.reduce(into: Set()) { $0.formUnion($1) }
    let members = try FamilyDesk.members(
      reading, authority, of: try FamilyDesk.families(reading, authority, ofPeople: all))
    let byFamily = Dictionary(grouping: members, by: \.family)
    for (tie, children) in children {
      people[tie] = children
      for (_, members) in byFamily where members.contains(where: { children.contains($0.person) }) {
        people[tie]?.formUnion(members.map(\.person))
      }
    }
    for grant in try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, practitioner, kind, "from", "until"
      FROM access_grant WHERE authority = \(authority) AND practitioner = \(practitioner)
      """,
      AccessDesk.grant)
    where grant.period.holds(on: today) {
      families[grant.kind.tie, default: []].insert(grant.family)
    }
  }
}
