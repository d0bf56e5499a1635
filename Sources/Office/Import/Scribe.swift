import Practice
import Store

/// Writes what returns state as facts, beside what the history knows already: the same thing stated
/// again is passed over, a thing stated differently supersedes what was known and says which return
/// stated it.
///
/// Rows are written block by block: what is known of all that a block speaks of is asked at once. A
/// scribe serves one file in one transaction and is let go with it; what its file has stated it
/// remembers, and asks the store only for what was there before.
final class Scribe {
  let authority: Int
  let reading: Reading
  private let writing: Writing
  let source: String
  /// Which collection of the return: `2025-26`; empty for a return that has none.
  let edition: String
  let because: String
  private var known: KnownPeople
  private var children: [ID<Person>: KnownChild] = [:]
  private var rowsOfThisFile: Set<[UInt8]> = []
  /// Rows of this block as they were stated; which of them are kept already is asked at its end.
  private var statedRows: [StatedCells] = []
  private var ids: IDMaker
  /// Facts stated so far.
  private(set) var stated = 0
  private let state: (FactRow) throws -> Void
  private var subjects: [String: [String: ID<Fact>]] = [:]
  /// What is told of each practitioner, once a row has asked for one.
  private var practitioners: [ID<Practitioner>: KnownPractitioner]?
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
    reading = writing.readingBefore
    self.authority = authority
    self.source = String(source.prefix { $0 != " " })
    edition = String(source.dropFirst(self.source.count + 1))
    because = "stated so in \(source)"
    self.state = state
    known = try KnownPeople(reading, authority)
    ids = IDMaker(at: now, using: DrawnOnce())
  }

  /// Tells what a block of rows of the file states.
  func tell<Teller: ReturnTeller>(_ rows: [Teller.Row], by teller: Teller) throws {
    try know(rows.flatMap { teller.children(in: $0) }.compactMap { known.children[$0] })
    for row in rows { try teller.tell(row, to: self) }
    let kept = try StatedCells.kept(of: statedRows, reading, authority)
    for row in statedRows where !kept.contains(row.digest) { try tell(row.fact(ids.next())) }
    statedRows.removeAll(keepingCapacity: true)
  }

  func tell(_ fact: FactRow) throws {
    stated += 1
    try state(fact)
  }

  func newID<Of>() -> ID<Of> { ids.next() }

  func child(_ number: String) throws -> ID<Person> { try known.child(number, &ids, tell) }

  func practitioner(registered number: String) -> ID<Practitioner>? {
    known.practitioners[number]
  }

  func remember(_ practitioner: ID<Practitioner>, _ registration: String) {
    known.remember(practitioner, registration)
  }

  /// What the history holds of a practitioner, and what this file has added.
  func knownPractitioner(_ id: ID<Practitioner>) throws -> KnownPractitioner {
    let all = try practitioners ?? KnownPractitioner.each(reading, authority)
    practitioners = all
    return all[id] ?? KnownPractitioner()
  }

  func remember(_ id: ID<Practitioner>, _ known: KnownPractitioner) {
    practitioners?[id] = known
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
    guard try knownChild(child).numbers.insert(number).inserted else { return }
    try tell(PeopleRecords.number(number, of: child, fact: ids.next()))
  }

  func name(_ name: PersonName, of child: ID<Person>) throws {
    let known = try knownChild(child)
    guard !known.names.contains(name) else { return }
    known.names.append(name)
    try tell(PeopleRecords.name(name, of: child, fact: ids.next()))
    try writing.index(name, of: child, authority: authority)
  }

  // MARK: Relationships and care

  /// A keyworker's tenure: known by child, practitioner and first day.
  func tenure(
    _ child: ID<Person>, _ practitioner: ID<Practitioner>, team: ID<Team>? = nil,
    role: TenureRole = .keyworker, _ period: Period, begun: ChangeReason?
  ) throws {
    let known = try knownChild(child)
    let now = try news(
      known.tenures,
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
    try tell(now, in: &known.tenures) {
      RelationshipRecords.tenure(now.value, fact: $0, supersedes: $1, because: $2)
    }
  }

  /// An episode of care: known by child and first day; of two that begin on one day, by legal status
  /// and home.
  func episode(_ episode: CareEpisode) throws {
    let known = try knownChild(episode.child)
    let now = try news(
      known.episodes, sameThing: { $0.period.from == episode.period.from },
      likely: { $0.legalStatus == episode.legalStatus && $0.home == episode.home },
      value: { _ in episode })
    guard let now else { return }
    try tell(now, in: &known.episodes) {
      CareRecords.episode(episode, fact: $0, supersedes: $1, because: $2)
    }
  }

  func review(_ review: CareReview) throws {
    let known = try knownChild(review.child)
    let now = try news(
      known.reviews, sameThing: { $0.day == review.day }, likely: { _ in true },
      value: { _ in review })
    guard let now else { return }
    try tell(now, in: &known.reviews) {
      CareRecords.review(review, fact: $0, supersedes: $1, because: $2)
    }
  }

  /// A period of help: known by person and first day.
  func help(_ help: HelpPeriod) throws {
    let known = try knownChild(help.person)
    let now = try news(
      known.help, sameThing: { $0.period.from == help.period.from },
      likely: { $0.source == help.source && $0.need == help.need }, value: { _ in help })
    guard let now else { return }
    try tell(now, in: &known.help) {
      CareRecords.help(help, fact: $0, supersedes: $1, because: $2)
    }
  }

  /// A plan: known by child, kind and first day.
  func plan(_ plan: Plan) throws {
    let known = try knownChild(plan.child)
    let now = try news(
      known.plans, sameThing: { $0.kind == plan.kind && $0.period.from == plan.period.from },
      likely: { _ in true }, value: { _ in plan })
    guard let now else { return }
    try tell(now, in: &known.plans) {
      CareRecords.plan(plan, fact: $0, supersedes: $1, because: $2)
    }
  }

  // MARK: As stated

  /// Cells that no chapter holds as facts of its own, kept as they were stated; blank rows are not.
  func asStated(_ table: String, of person: ID<Person>?, _ cells: [(String, String)]) throws {
    guard !cells.isEmpty else { return }
    let row = StatedCells(source: source, table: table, person: person, cells: cells)
    guard rowsOfThisFile.insert(row.digest).inserted else { return }
    if let person, known.new.contains(person) { return try tell(row.fact(ids.next())) }
    statedRows.append(row)
  }

  /// What the history holds of a child; whatever is told of the child is added to it.
  func knownChild(_ child: ID<Person>) throws -> KnownChild {
    if children[child] == nil { try know([child]) }
    return children[child] ?? KnownChild()
  }

  /// Reads once for each child of a file what the history holds, and only of those who were known
  /// before it.
  private func know(_ met: [ID<Person>]) throws {
    var before: Set<ID<Person>> = []
    for child in met where children[child] == nil {
      if known.new.contains(child) { children[child] = KnownChild() } else { before.insert(child) }
    }
    guard !before.isEmpty else { return }
    children.merge(try KnownChild.each(of: before, reading, authority)) { $1 }
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
