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
  /// True where only those were looked at whom the searcher works with.
  var isOfOwnAlone = false
  /// False for those who may read nothing of what was written.
  var isOfWords = true
  var colleagues = TeamColleagues([], [], teams: [])
  /// Those of the people whose records the searcher may read now.
  var open: Set<ID<Person>> = []
  /// Of whom nothing is shown but whom to call.
  var calls: [ID<Person>: String] = [:]
  var meetings: MeetingsFound
}

/// Whom a searcher may come upon by name, whose record they may open, and whose written words they may
/// read.
struct SearchScopes: Sendable {
  let find: Scope
  let open: Scope
  let words: Scope

  static let everybody = SearchScopes(find: .everybody, open: .everybody, words: .everybody)

  static func of(_ reading: Reading, _ actor: Actor, now: Instant) throws -> SearchScopes {
    SearchScopes(
      find: try Scope.of(reading, actor, .find, now: now),
      open: try Scope.of(reading, actor, .people, now: now),
      words: try Scope.of(reading, actor, .words, now: now))
  }

  private init(find: Scope, open: Scope, words: Scope) {
    self.find = find
    self.open = open
    self.words = words
  }
}

enum SearchDesk {
  static func answer(
    _ reading: Reading, _ actor: Actor, _ question: NameQuestion, _ asked: WordsAsked,
    in scopes: SearchScopes
  ) throws -> SearchAnswer {
    let (authority, today) = (actor.authority.number, actor.today)
    let finder = NameFinder(reading: reading, authority: authority, scope: scopes.find)
    let found = try finder.find(question)
    let meetings = try MeetingFinder(reading: reading, authority: authority).find(
      asked, where: scopes.words.ofFamily)
    var answer = SearchAnswer(
      question: question, near: found.near, hasMore: found.hasMore, meetings: meetings)
    answer.isOfWords = !scopes.words.isEmpty
    if case .only = scopes.find.whom { answer.isOfOwnAlone = true }
    guard !found.people.isEmpty else { return answer }
    let known = try reading.kept(
      PersonFound.self, ofEach: found.people, authority: authority, weight: { _ in 500 },
      where: { $0.today == today }, { try people($0, authority, $1, today) })
    answer.colleagues = try TeamDirectory.colleagues(reading, authority)
    answer.people = found.people.compactMap { known[$0] }
    answer.open = Set(found.people.filter(scopes.open.holds))
    answer.calls = scopes.find.calls.filter { known[$0.key] != nil }
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
