import Practice
import Store

/// One of the practitioner's families, with the children whom they walk alongside.
struct FamilyAtHand: Sendable {
  /// Nil for children of whom a return alone tells: it names no family.
  let family: Family?
  let children: [ChildAtHand]
}

/// A child and what their worker should have in mind of meeting them.
struct ChildAtHand: Sendable {
  let card: PersonCard
  /// The practitioner's own.
  let tenure: Tenure
  /// Since when without a break, through any change of team.
  let since: Day
  let lastMet: Encounter?
  let lastAlone: Encounter?
  /// Others who could be asked and have met the child, those who know them best first.
  let others: [Acquaintance]
}

/// All families of a practitioner today.
struct FamiliesAtHand: Sendable {
  /// Those whose keyworker they are.
  let own: [FamilyAtHand]
  /// Those beside whom they stand in another role.
  let beside: [FamilyAtHand]
  let colleagues: TeamColleagues
  let today: Day
}

/// Questions about the families of a practitioner, asked of the store.
enum FamiliesDesk {
  static func families(
    _ reading: Reading, _ actor: Actor, of practitioner: ID<Practitioner>, in scope: Scope
  ) throws -> FamiliesAtHand {
    let (authority, today) = (actor.authority.number, actor.today)
    let tenures = try FamilyDesk.tenures(
      reading, authority, try children(reading, authority, with: [practitioner]))
    let held = tenures.filter {
      $0.practitioner == practitioner && $0.period.holds(on: today) && scope.holds($0.child)
    }
    let children = Array(Set(held.map(\.child)))
    let cards = try PeopleDesk.cards(reading, authority, children)
    let places = try memberships(reading, authority, children, today)
    let families = try FamilyDesk.families(reading, authority, Set(places.values))
    var encounters: [ID<Family>: [Encounter]] = [:]
    for family in families {
      encounters[family.id] = try FamilyDesk.encounters(
        reading, authority, family.id, met: children.filter { places[$0] == family.id },
        withWords: false)
    }
    let colleagues = try TeamDirectory.colleagues(reading, authority)
    func at(_ tenure: Tenure) -> ChildAtHand {
      let child = tenure.child
      let meetings = (places[child].flatMap { encounters[$0] } ?? []).filter { $0.day <= today }
      let own = tenures.filter { $0.child == child }
      let familiarity = Familiarity(
        with: [child], encounters: meetings, tenures: own,
        postings: colleagues.postings(of: meetings, own), asAt: today)
      return ChildAtHand(
        card: cards[child] ?? PersonCard(child), tenure: tenure,
        since: since(tenure, among: own),
        lastMet: meetings.first { $0.met.contains { $0.person == child && $0.seen } },
        lastAlone: meetings.first { $0.met.contains { $0.person == child && $0.alone } },
        others: familiarity.toAsk.filter { $0.practitioner != practitioner && $0.haveMet })
    }
    func grouped(_ tenures: [Tenure]) -> [FamilyAtHand] {
      let byFamily = Dictionary(grouping: tenures) { places[$0.child] }
      let groups = byFamily.map { place, tenures in
        FamilyAtHand(
          family: families.first { $0.id == place },
          children: tenures.map(at).sorted(by: oldestFirst))
      }
      return groups.sorted { a, b in
        guard let first = a.family, let second = b.family else { return b.family == nil }
        return (NameSearch.folded(first.name), first.reference)
          < (NameSearch.folded(second.name), second.reference)
      }
    }
    return FamiliesAtHand(
      own: grouped(held.filter { $0.role == .keyworker }),
      beside: grouped(held.filter { $0.role != .keyworker }), colleagues: colleagues, today: today)
  }

  /// Children with whom any of the practitioners ever walked, by what was told and never mind what
  /// holds; the index alone answers.
  static func children(
    _ reading: Reading, _ authority: Int, with practitioners: [ID<Practitioner>]
  ) throws -> Set<ID<Person>> {
    Set(
      try reading.all(
        """
        SELECT child FROM tenure
        WHERE authority = \(authority) AND practitioner IN \(anyOf: practitioners)
        """
      ) { $0.id(0) })
  }

  /// The family to which each belongs today; of several, the one that was told last.
  static func memberships(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>], _ today: Day
  ) throws -> [ID<Person>: ID<Family>] {
    let families = try FamilyDesk.families(reading, authority, ofPeople: people)
    let asked = Set(people)
    var places: [ID<Person>: ID<Family>] = [:]
    for member in try FamilyDesk.members(reading, authority, of: families)
    where asked.contains(member.person) && member.period.holds(on: today) {
      places[member.person] = member.family
    }
    return places
  }

  /// Back through tenures in the same role that follow end to end.
  private static func since(_ tenure: Tenure, among own: [Tenure]) -> Day {
    var since = tenure.period.from
    for earlier in own.reversed()
    where earlier.practitioner == tenure.practitioner && earlier.role == tenure.role {
      if let until = earlier.period.until, until >= since, earlier.period.from < since {
        since = earlier.period.from
      }
    }
    return since
  }

  private static func oldestFirst(_ a: ChildAtHand, _ b: ChildAtHand) -> Bool {
    let (first, second) = (a.card.born?.number ?? .max, b.card.born?.number ?? .max)
    return first != second ? first < second : a.card.called < b.card.called
  }
}
