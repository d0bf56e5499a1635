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
  let source: String
  /// Which collection of the return: `2025-26`; empty for a return that has none.
  let edition: String
  let because: String
  private var known: KnownPeople
  var children: [ID<Person>: KnownChild] = [:]
  private var rowsOfThisFile: Set<[UInt8]> = []
  private var ids: IDMaker
  /// Facts stated so far.
  private(set) var stated = 0
  private let state: (FactRow) throws -> Void
  private var subjects: [String: [String: ID<Fact>]] = [:]
  /// Facts that a row of this file has met already: another row is about another thing.
  var met: Set<ID<Fact>> = []
  /// By telling, whether a later collection of this return stated it.
  var later: [Int: Bool] = [:]

  /// - Parameters:
  ///   - source: which return and collection, such as `ssda903 2025-26`.
  init(
    _ writing: Writing, _ authority: Int, source: String, now: Instant,
    state: @escaping (FactRow) throws -> Void
  ) throws {
    self.writing = writing
    reading = writing.reading
    self.authority = authority
    self.source = String(source.prefix { $0 != " " })
    edition = String(source.dropFirst(self.source.count + 1))
    because = "stated so in \(source)"
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
    let known = try knownChild(child).tenures
    let now = try news(
      known,
      sameThing: {
        $0.practitioner == practitioner && $0.period.from == period.from && $0.role == role
      },
      likely: { $0.period.until == nil || $0.period.until == period.until },
      value: { told in
        Tenure(
          child: child, practitioner: practitioner, team: team ?? told?.team, role: role,
          period: period, begun: begun ?? told?.begun, ended: told?.ended,
          handover: told?.handover)
      })
    guard let now else { return }
    children[child]?.tenures = try tell(now, in: known) {
      RelationshipRecords.tenure(now.value, fact: $0, supersedes: $1, because: $2)
    }
  }

  /// An episode of care: known by child and first day; of two that begin on one day, by legal status
  /// and home.
  func episode(_ episode: CareEpisode) throws {
    let known = try knownChild(episode.child).episodes
    let now = try news(
      known, sameThing: { $0.period.from == episode.period.from },
      likely: { $0.legalStatus == episode.legalStatus && $0.home == episode.home },
      value: { _ in episode })
    guard let now else { return }
    children[episode.child]?.episodes = try tell(now, in: known) {
      CareRecords.episode(episode, fact: $0, supersedes: $1, because: $2)
    }
  }

  func review(_ review: CareReview) throws {
    let known = try knownChild(review.child).reviews
    let now = try news(
      known, sameThing: { $0.day == review.day }, likely: { _ in true },
      value: { _ in review })
    guard let now else { return }
    children[review.child]?.reviews = try tell(now, in: known) {
      CareRecords.review(review, fact: $0, supersedes: $1, because: $2)
    }
  }

  /// A period of help: known by person and first day.
  func help(_ help: HelpPeriod) throws {
    let known = try knownChild(help.person).help
    let now = try news(
      known, sameThing: { $0.period.from == help.period.from },
      likely: { $0.source == help.source && $0.need == help.need }, value: { _ in help })
    guard let now else { return }
    children[help.person]?.help = try tell(now, in: known) {
      CareRecords.help(help, fact: $0, supersedes: $1, because: $2)
    }
  }

  /// A plan: known by child, kind and first day.
  func plan(_ plan: Plan) throws {
    let known = try knownChild(plan.child).plans
    let now = try news(
      known, sameThing: { $0.kind == plan.kind && $0.period.from == plan.period.from },
      likely: { _ in true }, value: { _ in plan })
    guard let now else { return }
    children[plan.child]?.plans = try tell(now, in: known) {
      CareRecords.plan(plan, fact: $0, supersedes: $1, because: $2)
    }
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

  /// What the history holds of a child; read once for each child of a file, and only for those who
  /// were known before it.
  func knownChild(_ child: ID<Person>) throws -> KnownChild {
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
