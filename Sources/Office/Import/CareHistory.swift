import Crypto
import Practice
import Returns
import Store

/// Turns the rows of a return into facts, beside what the history knows already: the same thing
/// stated again is passed over, a thing stated differently supersedes what was known.
struct CareHistory {
  private var known: KnownPeople
  private let reading: Reading
  private let authority: Int
  private let because: String
  private let source: String
  private var ids: IDMaker
  private var children: [ID<Person>: KnownChild] = [:]
  private var statedRows: Set<[UInt8]> = []
  private(set) var stated = 0

  init(
    _ known: KnownPeople, _ reading: Reading, _ authority: Int, _ year: CollectionYear,
    _ now: Instant
  ) throws {
    self.known = known
    self.reading = reading
    self.authority = authority
    because = "stated so in the SSDA903 of \(year)"
    source = "ssda903"
    ids = IDMaker(at: now, using: SystemRandomNumberGenerator())
  }

  mutating func tell(_ statement: Statement, _ state: (FactRow) throws -> Void) throws {
    var told = 0
    let count = { (fact: FactRow) in
      told += 1
      try state(fact)
    }
    let child = try known.child(statement.child, &ids, count)
    switch statement {
    case .header(let row): try header(row, child, count)
    case .episode(let row): try episode(row.careEpisode(of: child), count)
    case .worker(let row): try tenure(row, child, count)
    case .review(let row):
      try review(CareReview(child: child, day: row.day, participation: row.participation), count)
    case .other(let row):
      try asStated(row.table.rawValue, row.values.map { ($0.column, $0.text) }, child, count)
    }
    stated += told
  }

  private mutating func header(
    _ row: HeaderRow, _ child: ID<Person>, _ state: (FactRow) throws -> Void
  ) throws {
    let before = try knownChild(child)
    var detail = before.detail?.value.detail ?? PersonDetail()
    detail.sex = row.sex
    detail.ethnicity = row.ethnicity
    let person = Person(id: child, born: row.born, died: before.detail?.value.person.died)
    if before.detail?.value != AboutPerson(person: person, detail: detail) {
      let fact: ID<Fact> = ids.next()
      try state(
        PeopleRecords.about(
          person, detail, fact: fact, supersedes: before.detail?.fact,
          because: before.detail.map { _ in because }))
      children[child]?.detail = Told(
        fact: fact, telling: 0, value: AboutPerson(person: person, detail: detail))
    }
    if let number = row.pupilNumber, !before.pupilNumbers.contains(number) {
      try state(
        PeopleRecords.number(
          PersonNumber(scheme: .uniquePupil, value: number), of: child, fact: ids.next()))
      children[child]?.pupilNumbers.insert(number)
    }
    if let isMother = row.isMother, isMother || row.motherChildBorn != nil {
      var cells = [("MOTHER", isMother ? "1" : "0")]
      if let born = row.motherChildBorn { cells.append(("MC_DOB", born.description)) }
      try asStated("header", cells, child, state)
    }
  }

  private mutating func episode(
    _ episode: CareEpisode, _ state: (FactRow) throws -> Void
  ) throws {
    let before = try knownChild(episode.child).episodes.first {
      $0.value.period.from == episode.period.from
    }
    if before?.value == episode { return }
    let fact: ID<Fact> = ids.next()
    try state(
      CareRecords.episode(
        episode, fact: fact, supersedes: before?.fact, because: before.map { _ in because }))
    children[episode.child]?.episodes.removeAll { $0.fact == before?.fact }
    children[episode.child]?.episodes.append(Told(fact: fact, telling: 0, value: episode))
  }

  private mutating func tenure(
    _ row: WorkerEpisodeRow, _ child: ID<Person>, _ state: (FactRow) throws -> Void
  ) throws {
    let practitioner = try known.practitioner(row.worker, &ids, state)
    let before = try knownChild(child).tenures.first {
      $0.value.practitioner == practitioner && $0.value.period.from == row.period.from
    }
    let told = before?.value
    let tenure = Tenure(
      child: child, practitioner: practitioner, team: told?.team, role: .keyworker,
      period: row.period, begun: row.reason, ended: told?.ended, handover: told?.handover)
    if told == tenure { return }
    let fact: ID<Fact> = ids.next()
    try state(
      RelationshipRecords.tenure(
        tenure, fact: fact, supersedes: before?.fact, because: before.map { _ in because }))
    children[child]?.tenures.removeAll { $0.fact == before?.fact }
    children[child]?.tenures.append(Told(fact: fact, telling: 0, value: tenure))
  }

  private mutating func review(
    _ review: CareReview, _ state: (FactRow) throws -> Void
  ) throws {
    let known = try knownChild(review.child).reviews
    let before = known[review.day]
    if before?.value == review { return }
    let fact: ID<Fact> = ids.next()
    try state(
      CareRecords.review(
        review, fact: fact, supersedes: before?.fact, because: before.map { _ in because }))
    children[review.child]?.reviews[review.day] = Told(fact: fact, telling: 0, value: review)
  }

  private mutating func asStated(
    _ table: String, _ cells: [(String, String)], _ child: ID<Person>,
    _ state: (FactRow) throws -> Void
  ) throws {
    let row = StatedCells(source: source, table: table, person: child, cells: cells)
    guard try !isKnown(row) else { return }
    statedRows.insert(row.digest)
    try state(row.fact(ids.next()))
  }

  private func isKnown(_ row: StatedCells) throws -> Bool {
    if statedRows.contains(row.digest) { return true }
    if let person = row.person, known.new.contains(person) { return false }
    return try row.isKept(reading, authority)
  }

  /// What the history holds of a child; read once for each child of a file, and only for those who
  /// were known before it.
  private mutating func knownChild(_ child: ID<Person>) throws -> KnownChild {
    if let known = children[child] { return known }
    let fresh =
      known.new.contains(child) ? KnownChild() : try KnownChild(reading, authority, child)
    children[child] = fresh
    return fresh
  }
}
