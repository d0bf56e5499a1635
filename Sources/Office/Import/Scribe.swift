import Practice
import Store

/// Writes what returns state as facts, beside what the history knows already: the same thing stated
/// again is passed over, a thing stated differently supersedes what was known and says which return
/// stated it.
///
/// A scribe serves one file in one transaction and is let go with it.
final class Scribe {
  let authority: Int
  let reading: Reading
  private let writing: Writing
  private let source: String
  private let because: String
  private var known: KnownPeople
  private var children: [ID<Person>: KnownChild] = [:]
  private var rowsOfThisFile: Set<[UInt8]> = []
  private var ids: IDMaker
  /// Facts stated so far.
  private(set) var stated = 0
  private let state: (FactRow) throws -> Void
  private var subjects: [String: [String: ID<Fact>]] = [:]

  /// - Parameters:
  ///   - source: which return, such as `ssda903`.
  ///   - because: why an earlier fact is superseded.
  init(
    _ writing: Writing, _ authority: Int, source: String, because: String, now: Instant,
    state: @escaping (FactRow) throws -> Void
  ) throws {
    self.writing = writing
    reading = writing.reading
    self.authority = authority
    self.source = source
    self.because = because
    self.state = state
    known = try KnownPeople(reading, authority)
    ids = IDMaker(at: now, using: DrawnOnce())
  }

  func tell(_ fact: FactRow) throws {
    stated += 1
    try state(fact)
  }

  func newID<Of>() -> ID<Of> { ids.next() }

  func child(_ number: String) throws -> ID<Person> { try known.child(number, &ids, tell) }

  func practitioner(registration: String) throws -> ID<Practitioner> {
    try known.practitioner(registration, &ids, tell)
  }

  func knownPractitioner(_ registration: String) -> ID<Practitioner>? {
    known.practitioners[registration]
  }

  func remember(_ practitioner: ID<Practitioner>, _ registration: String) {
    known.remember(practitioner, registration)
  }

  /// What another system's number or name stands for; nil where nobody said.
  func subject(of scheme: String, _ value: String) throws -> ID<Fact>? {
    if subjects[scheme] == nil {
      var known: [String: ID<Fact>] = [:]
      try reading.each(
        "SELECT value, subject FROM known_as WHERE authority = \(authority) AND scheme = \(scheme)"
      ) { known[$0.text(0)] = $0.id(1) }
      subjects[scheme] = known
    }
    return subjects[scheme]?[value]
  }

  /// Tells what another system's number or name stands for, once.
  func number(_ value: String, _ scheme: String, _ subject: ID<Fact>) throws {
    guard try self.subject(of: scheme, value) == nil else { return }
    let fact: ID<Fact> = ids.next()
    try tell(
      FactRow(ImportTables.knownAs, id: fact, [scheme.bound, value.bound, subject.bound]))
    subjects[scheme]?[value] = subject
  }

  // MARK: People

  /// What is told of a child now, changed by `change`; told again only where it differs.
  func about(
    _ child: ID<Person>, _ change: (Person, PersonDetail) -> (Person, PersonDetail)
  ) throws {
    let before = try knownChild(child).detail
    let (person, detail) = change(
      before?.value.person ?? Person(id: child), before?.value.detail ?? PersonDetail())
    let now = AboutPerson(person: person, detail: detail)
    guard before?.value != now else { return }
    let fact: ID<Fact> = ids.next()
    try tell(
      PeopleRecords.about(
        person, detail, fact: fact, supersedes: before?.fact, because: before.map { _ in because }))
    children[child]?.detail = Told(fact: fact, telling: 0, value: now)
  }

  func number(_ number: PersonNumber, of child: ID<Person>) throws {
    guard try !knownChild(child).numbers.contains(number) else { return }
    try tell(PeopleRecords.number(number, of: child, fact: ids.next()))
    children[child]?.numbers.insert(number)
  }

  func name(_ name: PersonName, of child: ID<Person>) throws {
    guard try !knownChild(child).names.contains(name) else { return }
    try tell(PeopleRecords.name(name, of: child, fact: ids.next()))
    try writing.index(name, of: child, authority: authority)
    children[child]?.names.append(name)
  }

  func isMember(_ child: ID<Person>, of family: ID<Family>) throws -> Bool {
    try knownChild(child).families.contains(family)
  }

  func joined(_ child: ID<Person>, _ family: ID<Family>) {
    children[child]?.families.insert(family)
  }

  // MARK: Relationships and care

  /// A keyworker's tenure: known by child, practitioner and first day.
  func tenure(
    _ child: ID<Person>, _ practitioner: ID<Practitioner>, team: ID<Team>? = nil,
    role: TenureRole = .keyworker, _ period: Period, begun: ChangeReason?
  ) throws {
    let before = try knownChild(child).tenures.first {
      $0.value.practitioner == practitioner && $0.value.period.from == period.from
        && $0.value.role == role
    }
    let told = before?.value
    let tenure = Tenure(
      child: child, practitioner: practitioner, team: team ?? told?.team, role: role,
      period: period, begun: begun ?? told?.begun, ended: told?.ended, handover: told?.handover)
    guard told != tenure else { return }
    let fact = try again(before?.fact) {
      RelationshipRecords.tenure(tenure, fact: $0, supersedes: $1, because: $2)
    }
    children[child]?.tenures.removeAll { $0.fact == before?.fact }
    children[child]?.tenures.append(Told(fact: fact, telling: 0, value: tenure))
  }

  /// An episode of care: known by child and first day.
  func episode(_ episode: CareEpisode) throws {
    let before = try knownChild(episode.child).episodes.first {
      $0.value.period.from == episode.period.from
    }
    guard before?.value != episode else { return }
    let fact = try again(before?.fact) {
      CareRecords.episode(episode, fact: $0, supersedes: $1, because: $2)
    }
    children[episode.child]?.episodes.removeAll { $0.fact == before?.fact }
    children[episode.child]?.episodes.append(Told(fact: fact, telling: 0, value: episode))
  }

  func review(_ review: CareReview) throws {
    let before = try knownChild(review.child).reviews[review.day]
    guard before?.value != review else { return }
    let fact = try again(before?.fact) {
      CareRecords.review(review, fact: $0, supersedes: $1, because: $2)
    }
    children[review.child]?.reviews[review.day] = Told(fact: fact, telling: 0, value: review)
  }

  /// A period of help: known by person and first day.
  func help(_ help: HelpPeriod) throws {
    let before = try knownChild(help.person).help.first {
      $0.value.period.from == help.period.from
    }
    guard before?.value != help else { return }
    let fact = try again(before?.fact) {
      CareRecords.help(help, fact: $0, supersedes: $1, because: $2)
    }
    children[help.person]?.help.removeAll { $0.fact == before?.fact }
    children[help.person]?.help.append(Told(fact: fact, telling: 0, value: help))
  }

  /// A plan: known by child, kind and first day.
  func plan(_ plan: Plan) throws {
    let before = try knownChild(plan.child).plans.first {
      $0.value.kind == plan.kind && $0.value.period.from == plan.period.from
    }
    guard before?.value != plan else { return }
    let fact = try again(before?.fact) {
      CareRecords.plan(plan, fact: $0, supersedes: $1, because: $2)
    }
    children[plan.child]?.plans.removeAll { $0.fact == before?.fact }
    children[plan.child]?.plans.append(Told(fact: fact, telling: 0, value: plan))
  }

  // MARK: As stated

  /// Cells that no chapter holds as facts of its own, kept as they were stated; blank rows are not.
  func asStated(_ table: String, of person: ID<Person>?, _ cells: [(String, String)]) throws {
    guard !cells.isEmpty else { return }
    let row = StatedCells(source: source, table: table, person: person, cells: cells)
    guard !rowsOfThisFile.contains(row.digest) else { return }
    let isNew = person.map { known.new.contains($0) } ?? false
    guard try isNew || !row.isKept(reading, authority) else { return }
    rowsOfThisFile.insert(row.digest)
    try tell(row.fact(ids.next()))
  }

  /// Tells a fact, in the place of an earlier one where there is one.
  private func again(
    _ before: ID<Fact>?, _ row: (ID<Fact>, ID<Fact>?, String?) -> FactRow
  ) throws -> ID<Fact> {
    let fact: ID<Fact> = ids.next()
    try tell(row(fact, before, before.map { _ in because }))
    return fact
  }

  /// What the history holds of a child; read once for each child of a file, and only for those who
  /// were known before it.
  private func knownChild(_ child: ID<Person>) throws -> KnownChild {
    if let known = children[child] { return known }
    let fresh =
      known.new.contains(child) ? KnownChild() : try KnownChild(reading, authority, child)
    children[child] = fresh
    return fresh
  }
}

/// Random numbers for ids: one draw from the machine, the rest by mixing. Ids have to differ, not to
/// be secret, and asking the machine for each would cost more than the rest of the fact.
private struct DrawnOnce: RandomNumberGenerator {
  private var state = UInt64.random(in: .min ... .max)

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
