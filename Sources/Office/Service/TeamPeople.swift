import Measuring
import Practice
import Store

/// One team today: who is in it, which children they walk alongside, and who left of late.
struct TeamPeople: Sendable {
  let team: Team
  let today: Day
  let colleagues: TeamColleagues
  /// Of those who are in the team today, in the order of their roles.
  let postings: [Posting]
  /// Postings here that ended in the 365 days before today, of people who are not here any more.
  let left: [Posting]
  /// The children of the team's keyworkers, each with the one they have.
  let relationships: CurrentRelationships
  let children: [ID<Person>: PersonCard]
  let families: [ID<Person>: Family]

  /// Children whose keyworker this is.
  func held(by practitioner: ID<Practitioner>) -> [CurrentRelationship] {
    relationships.each.filter { $0.practitioner == practitioner }
  }

  /// Since when somebody has been in this team without a break.
  func since(_ posting: Posting) -> Day {
    var since = posting.period.from
    for earlier in colleagues.postings(of: posting.practitioner).reversed()
    where earlier.team == team.id {
      guard let until = earlier.period.until, until >= since else { continue }
      since = min(since, earlier.period.from)
    }
    return since
  }

  /// How many families these children belong to; children of whom no family is told count apart.
  static func families(
    of children: some Sequence<ID<Person>>, in families: [ID<Person>: Family]
  ) -> Int {
    Set(children.compactMap { families[$0]?.id }).count
  }
}

extension TeamDesk {
  /// Nil where there is no such team.
  static func people(
    _ reading: Reading, _ actor: Actor, _ id: ID<Team>, in scope: Scope
  ) throws -> TeamPeople? {
    let (authority, today) = (actor.authority.number, actor.today)
    let colleagues = try TeamDirectory.colleagues(reading, authority)
    guard let team = colleagues.team(id) else { return nil }
    let posted = colleagues.everyone(in: id)
    let here = posted.compactMap { who in
      colleagues.posting(who, on: today).flatMap { $0.team == id ? $0 : nil }
    }
    let workers = here.map(\.practitioner)
    let ever = try FamiliesDesk.children(reading, authority, with: workers)
    let histories = ChildHistory.grouped(tenures: try FamilyDesk.tenures(reading, authority, ever))
      .filter { history in
        scope.holds(history.child)
          && history.keyworkerPlace(on: today).map {
            workers.contains(history.tenures[$0].practitioner)
          } ?? false
      }
    let children = histories.map(\.child)
    let places = try FamiliesDesk.memberships(reading, authority, children, today)
    let families = Dictionary(
      try FamilyDesk.families(reading, authority, Set(places.values)).map { ($0.id, $0) }
    ) { _, later in later }
    let order = StaffRole.allCases
    return TeamPeople(
      team: team, today: today, colleagues: colleagues,
      postings: here.sorted { a, b in
        let (first, second) = (order.firstIndex(of: a.role) ?? 0, order.firstIndex(of: b.role) ?? 0)
        return (first, colleagues.name(a.practitioner)) < (second, colleagues.name(b.practitioner))
      },
      left: leavers(posted, colleagues, id, today),
      relationships: CurrentRelationships(of: histories, on: today),
      children: try PeopleDesk.cards(reading, authority, children),
      families: places.compactMapValues { families[$0] })
  }

  private static func leavers(
    _ ever: [ID<Practitioner>], _ colleagues: TeamColleagues, _ team: ID<Team>, _ today: Day
  ) -> [Posting] {
    let last = ever.compactMap { who -> Posting? in
      guard colleagues.posting(who, on: today)?.team != team else { return nil }
      return colleagues.postings(of: who).last { $0.team == team }
    }
    return last.filter { posting in
      guard let until = posting.period.until else { return false }
      return until <= today && today - until <= 365
    }.sorted { ($0.period.until ?? today) > ($1.period.until ?? today) }
  }

  /// Everybody's keyworker tenures that hold on the day.
  static func open(
    _ reading: Reading, _ authority: Int, _ today: Day
  ) throws -> [(child: ID<Person>, practitioner: ID<Practitioner>, team: ID<Team>?)] {
    try reading.all(
      """
      SELECT t.child, t.practitioner, t.team FROM tenure t
      WHERE t.authority = \(authority) AND t.role = \(TenureRole.keyworker.rawValue)
        AND t.withdrawn = \(false) AND t."from" <= \(today)
        AND (t."until" IS NULL OR t."until" > \(today))
        AND NOT EXISTS (SELECT 1 FROM tenure later
          WHERE later.authority = t.authority AND later.supersedes = t.id)
      """
    ) { row in (child: row.id(0), practitioner: row.id(1), team: row.idIfAny(2)) }
  }
}
