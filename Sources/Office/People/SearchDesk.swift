import Practice
import Store

/// Somebody found, with what tells them apart from others of the same name.
struct PersonFound: Sendable {
  let today: Day
  let card: PersonCard
  let family: Family?
  let relation: String?
  /// Their social worker today.
  let keyworker: ID<Practitioner>?
  let team: ID<Team>?
}

/// The answer to a search.
struct SearchAnswer: Sendable {
  let question: NameQuestion
  var people: [PersonFound] = []
  /// From here on, names that are only nearly what was typed.
  var near = 0
  var hasMore = false
  var colleagues = TeamColleagues([], [], teams: [])
  var meetings: MeetingsFound
}

enum SearchDesk {
  static func answer(
    _ reading: Reading, _ actor: Actor, _ question: NameQuestion, _ asked: WordsAsked
  ) throws -> SearchAnswer {
    let (authority, today) = (actor.authority.number, actor.today)
    let found = try NameFinder(reading: reading, authority: authority).find(question)
    // Everybody who can sign in sees every family: nothing has to be left out here yet.
    let meetings = try MeetingFinder(reading: reading, authority: authority).find(asked)
    var answer = SearchAnswer(
      question: question, near: found.near, hasMore: found.hasMore, meetings: meetings)
    guard !found.people.isEmpty else { return answer }
    let known = try reading.kept(
      PersonFound.self, ofEach: found.people, authority: authority, weight: { _ in 500 },
      where: { $0.today == today }, { try people($0, authority, $1, today) })
    answer.colleagues = try TeamDirectory.colleagues(reading, authority)
    answer.people = found.people.compactMap { known[$0] }
    return answer
  }

  private static func people(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>], _ today: Day
  ) throws -> [ID<Person>: PersonFound] {
    let cards = try PeopleDesk.cards(reading, authority, people)
    let members = try memberships(reading, authority, people, today)
    let families = Dictionary(
      try FamilyDesk.families(reading, authority, Set(members.values.map(\.family)))
        .map { ($0.id, $0) }
    ) { _, later in later }
    let keyworkers = try keyworkers(reading, authority, people, today)
    return cards.mapValues { card in
      PersonFound(
        today: today, card: card, family: members[card.id].flatMap { families[$0.family] },
        relation: members[card.id]?.relation, keyworker: keyworkers[card.id]?.practitioner,
        team: keyworkers[card.id]?.team)
    }
  }

  private static func memberships(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>], _ today: Day
  ) throws -> [ID<Person>: FamilyMember] {
    let members = try FamilyDesk.members(
      reading, authority, of: try FamilyDesk.families(reading, authority, ofPeople: people)
    ).filter { people.contains($0.person) }
    // Whoever has left a family is still found by it, unless they belong to another now.
    return Dictionary(members.map { ($0.person, $0) }) { one, other in
      other.period.holds(on: today) || !one.period.holds(on: today) ? other : one
    }
  }

  private static func keyworkers(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>], _ today: Day
  ) throws -> [ID<Person>: Tenure] {
    let tenures = try FamilyDesk.tenures(reading, authority, people)
    let now = tenures.filter { $0.role == .keyworker && $0.period.holds(on: today) }
    return Dictionary(now.map { ($0.child, $0) }) { _, later in later }
  }
}
