import Practice
import Store

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
