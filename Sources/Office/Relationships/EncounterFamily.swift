import Practice
import Store

/// A family as it is asked about when somebody writes down a meeting: who could have taken part.
struct EncounterFamily: Sendable {
  let family: Family
  /// Those who belong to it, and after them those who once did.
  let people: [(member: FamilyMember, card: PersonCard)]
  /// What whoever writes it down is called among those who meet families; nil where they are none.
  let writer: String?

  /// Nil where there is no such family.
  init?(_ reading: Reading, _ actor: Actor, _ id: ID<Family>) throws {
    let authority = actor.authority.number
    guard let family = try FamilyDesk.families(reading, authority, [id]).first else { return nil }
    let members = try FamilyDesk.members(reading, authority, of: [id])
    let cards = try PeopleDesk.cards(reading, authority, Set(members.map(\.person)))
    let present = members.filter { $0.period.holds(on: actor.today) }
    var seen: Set<ID<Person>> = []
    people = (present + members).compactMap { member in
      guard seen.insert(member.person).inserted else { return nil }
      return (member, cards[member.person] ?? PersonCard(member.person))
    }
    self.family = family
    let colleagues = try TeamDirectory.colleagues(reading, authority)
    writer = actor.practitioner.map(colleagues.name)
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
