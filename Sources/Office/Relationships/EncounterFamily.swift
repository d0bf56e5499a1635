import Practice
import Store

/// A family as it is asked about when somebody writes down a meeting: who could have taken part.
struct EncounterFamily: Sendable {
  let family: Family
  let today: Day
  /// Those who belong to it, and after them those who once did.
  private(set) var people: [(member: FamilyMember, card: PersonCard)]
  /// Those who meet families.
  let colleagues: TeamColleagues

  /// Nil where there is no such family. Whoever belongs to a locked record as well is left out.
  static func of(
    _ id: ID<Family>, _ store: Store, _ actor: Actor, now: Instant
  ) async throws -> EncounterFamily? {
    try await store.recall(of: actor.authority.number) { reading in
      let hidden = try Scope.locked(reading, actor, now: now)
      var family = try reading.kept(
        EncounterFamily.self, of: id, authority: actor.authority.number,
        weight: { 500 * $0.people.count }, where: { $0.today == actor.today },
        { try EncounterFamily($0, actor, id) })
      family?.people.removeAll { hidden.contains($0.member.person) }
      return family
    }
  }

  private init?(_ reading: Reading, _ actor: Actor, _ id: ID<Family>) throws {
    let authority = actor.authority.number
    guard let family = try FamilyDesk.families(reading, authority, [id]).last else { return nil }
    let members = try FamilyDesk.members(reading, authority, of: [id])
    let cards = try PeopleDesk.cards(reading, authority, Set(members.map(\.person)))
    let present = members.filter { $0.period.holds(on: actor.today) }
    var seen: Set<ID<Person>> = []
    people = (present + members).compactMap { member in
      guard seen.insert(member.person).inserted else { return nil }
      return (member, cards[member.person] ?? PersonCard(member.person))
    }
    self.family = family
    today = actor.today
    colleagues = try TeamDirectory.colleagues(reading, authority)
  }

  func holds(_ person: ID<Person>) -> Bool { people.contains { $0.member.person == person } }

  func called(_ person: ID<Person>) -> String {
    people.first { $0.member.person == person }?.card.called ?? "Somebody"
  }

  /// The births that are known.
  var born: [ID<Person>: Day] {
    people.reduce(into: [:]) { born, one in born[one.member.person] = one.card.born }
  }
}
