import Practice
import Store

/// Those to whom a practitioner is tied today, by the tie; what the role makes of it is another question.
struct Near: Sendable {
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
      for (family, members) in byFamily
      where members.contains(where: { children.contains($0.person) }) {
        people[tie]?.formUnion(members.map(\.person))
        families[tie, default: []].insert(family)
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
