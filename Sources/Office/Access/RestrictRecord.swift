import Practice
import Store

/// The deed of locking a record, of looking at a lock again, and of ending it. Whoever works with the
/// family stays a reader unless they are left out, so that the child is not left alone.
struct RestrictRecord: Sendable {
  let restriction: Restriction
  /// Who may read it from now on, beside those who could before.
  let readers: [ID<Practitioner>]
  /// Who may read it no more.
  var leaving: [LockDesk.Named] = []
  let because: String
  let account: String
  let telling: ID<Telling>
  let recorded: Instant

  /// - Parameter earlier: the lock that this one takes the place of.
  func tell(in store: Store, _ authority: Int, inPlaceOf earlier: ID<Fact>?) async throws {
    var ids = IDMaker(at: recorded, using: SystemRandomNumberGenerator())
    var facts = [
      AccessRecords.restriction(
        restriction, fact: ID(high: telling.high, low: telling.low), supersedes: earlier,
        because: because)
    ]
    let today = recorded.london.day
    for reader in readers {
      facts.append(
        AccessRecords.grant(
          AccessGrant(
            family: restriction.family, practitioner: reader, kind: .named,
            period: Period(from: today)), fact: ids.next()))
    }
    for one in leaving {
      guard let period = Period(from: one.grant.period.from, until: today) else { continue }
      facts.append(
        AccessRecords.grant(
          AccessGrant(
            family: restriction.family, practitioner: one.grant.practitioner, kind: .named,
            period: period), fact: ids.next(), supersedes: one.fact, because: because))
    }
    let row = TellingRow(
      .restrictRecord, id: telling, by: account, recorded: recorded, happened: today,
      family: restriction.family)
    let told = facts
    try await store.write { writing in
      try writing.tell(row, authority: authority, told)
    }
  }
}

/// Questions about locked records, asked of the store.
enum LockDesk {
  struct Kept: Sendable {
    let fact: ID<Fact>
    let restriction: Restriction
    let family: Family
    let readers: [Named]

    var named: [ID<Practitioner>] { Set(readers.map(\.grant.practitioner)).sorted() }
  }

  /// A reader of a locked record, as it was told.
  struct Named: Sendable {
    let fact: ID<Fact>
    let grant: AccessGrant
  }

  /// Locks that hold on the day, those that have to be looked at soonest first.
  static func locks(_ reading: Reading, _ authority: Int, on day: Day) throws -> [Kept] {
    let told = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, category, call, "from", "until", review_due
      FROM restriction WHERE authority = \(authority)
      """
    ) { (fact: $0.id(0) as ID<Fact>, restriction: AccessDesk.restriction($0)) }
    let now = told.filter { $0.restriction.period.holds(on: day) }
    let ids = Set(now.map(\.restriction.family))
    let families = Dictionary(
      try FamilyDesk.families(reading, authority, ids).map { ($0.id, $0) }
    ) { _, later in later }
    let named = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, practitioner, kind, "from", "until"
      FROM access_grant WHERE authority = \(authority) AND family = \(eachOf: ids)
      """
    ) { Named(fact: $0.id(0), grant: AccessDesk.grant($0)) }.filter {
      $0.grant.kind == .named && $0.grant.period.holds(on: day)
    }
    return now.compactMap { one in
      families[one.restriction.family].map { family in
        Kept(
          fact: one.fact, restriction: one.restriction, family: family,
          readers: named.filter { $0.grant.family == family.id })
      }
    }.sorted { $0.restriction.reviewDue < $1.restriction.reviewDue }
  }

  static func family(
    _ reading: Reading, _ authority: Int, called reference: String
  ) throws -> Family? {
    let ids: [ID<Family>] = try reading.all(
      "SELECT family FROM family_about WHERE authority = \(authority) AND reference = \(reference)"
    ) { $0.id(0) }
    return try FamilyDesk.families(reading, authority, Set(ids)).last {
      $0.reference == reference
    }
  }

  /// The social workers of a family today, and the managers of their teams.
  static func those(
    whoWorkWith family: ID<Family>, _ reading: Reading, _ authority: Int, on day: Day
  ) throws -> [ID<Practitioner>] {
    let people = Set(try FamilyDesk.members(reading, authority, of: [family]).map(\.person))
    let colleagues = try TeamDirectory.colleagues(reading, authority)
    var those: Set<ID<Practitioner>> = []
    for tenure in try FamilyDesk.tenures(reading, authority, people.sorted())
    where tenure.role == .keyworker && tenure.period.holds(on: day) {
      those.insert(tenure.practitioner)
      for mate in colleagues.teammates(of: tenure.practitioner, on: day) {
        let role = colleagues.posting(mate, on: day)?.role
        if role == .podManager || role == .consultantSocialWorker { those.insert(mate) }
      }
    }
    return those.sorted()
  }
}
