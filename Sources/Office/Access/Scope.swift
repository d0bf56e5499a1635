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
  /// The families that are left out, or those alone that are let in.
  let families: Set<ID<Family>>
  /// People of locked records of whom the Front Door learns that somebody is to be called.
  let calls: [ID<Person>: String]

  /// Everybody: for a program that reads for the whole service, and for tests.
  static let everybody = Scope(whom: .everybody(but: []), families: [], calls: [:])

  func holds(_ person: ID<Person>) -> Bool {
    switch whom {
    case .everybody(let but): !but.contains(person)
    case .only(let people): people.contains(person)
    }
  }

  /// True where there is nobody whom they may come upon.
  var isEmpty: Bool {
    if case .only(let people) = whom { people.isEmpty && families.isEmpty } else { false }
  }

  /// A further condition of a statement: that its `person` is in this scope.
  var ofPerson: SQL {
    switch whom {
    case .everybody(let but): but.isEmpty ? "" : "AND person NOT IN \(anyOf: but.sorted())"
    case .only(let people): "AND person IN \(anyOf: people.sorted())"
    }
  }

  /// The same for a statement whose `f.family` is the family's id.
  var ofFamily: SQL {
    switch whom {
    case .everybody:
      families.isEmpty ? "1 = 1" : "f.family NOT IN \(anyOf: families.sorted())"
    case .only: "f.family IN \(anyOf: families.sorted())"
    }
  }

  /// A whole family, and not only somebody who belongs to it and to another as well.
  func holds(_ family: ID<Family>) -> Bool {
    switch whom {
    case .everybody: !families.contains(family)
    case .only: families.contains(family)
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
      return Scope(
        whom: .everybody(but: hidden.people.subtracting(calls.keys)), families: hidden.families,
        calls: calls)
    }
    var people: Set<ID<Person>> = []
    var families: Set<ID<Family>> = []
    if let practitioner = actor.practitioner {
      let near = try Near.of(reading, actor, practitioner, teammates: reader.teammates)
      for (tie, found) in near.people where policy.allows(actor.role, tie, matter) {
        people.formUnion(found)
      }
      for (tie, found) in near.families where policy.allows(actor.role, tie, matter) {
        // To be named is to be named for a lock.
        let isNamed = tie == .named
        families.formUnion(isNamed ? found.intersection(hidden.locked) : found)
      }
    }
    if policy.allows(actor.role, .opened, matter) {
      families.formUnion(try opened(reading, authority, reader))
    }
    if !families.isEmpty {
      let members = try FamilyDesk.members(reading, authority, of: families)
      people.formUnion(members.map(\.person))
    }
    return Scope(
      whom: .only(people.subtracting(hidden.people)),
      families: families.subtracting(hidden.families), calls: [:])
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

  private struct Hidden {
    let people: Set<ID<Person>>
    let families: Set<ID<Family>>
    let calls: [ID<Person>: String]
    /// Every family whose record is locked, for whomever.
    let locked: Set<ID<Family>>
  }

  /// Everybody of a locked record whose named reader this is not, and of a family of their own.
  private static func hidden(
    _ reading: Reading, _ authority: Int, _ reader: Reader
  ) throws -> Hidden {
    var people: Set<ID<Person>> = []
    var families: Set<ID<Family>> = []
    var calls: [ID<Person>: String] = [:]
    let locks = try Locked.all(reading, authority).locks
    for lock in locks
    where lock.restriction.period.holds(on: reader.today) {
      let isNamed = lock.named.contains {
        $0.practitioner == reader.practitioner && $0.period.holds(on: reader.today)
      }
      guard !isNamed else { continue }
      people.formUnion(lock.people)
      families.insert(lock.restriction.family)
      for one in lock.people { calls[one] = lock.restriction.call }
    }
    for own in try Locked.all(reading, authority).conflicts
    where own.conflict.practitioner == reader.practitioner
      && own.conflict.period.holds(on: reader.today)
    {
      people.formUnion(own.people)
      families.insert(own.conflict.family)
      for one in own.people { calls[one] = nil }
    }
    return Hidden(
      people: people, families: families, calls: calls,
      locked: Set(
        locks.map(\.restriction).filter { $0.period.holds(on: reader.today) }.map(\.family)))
  }
}
