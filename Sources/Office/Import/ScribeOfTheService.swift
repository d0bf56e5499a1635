import Practice
import Store

/// What returns state of teams, practitioners, names and families.
extension Scribe {
  /// The practitioner with a case system's own number, known by their Social Work England number
  /// where the return gives it.
  func practitioner(
    staff: String, name: String?, registration: String?
  ) throws -> ID<Practitioner> {
    let before: ID<Practitioner>?
    if let known = try subject(of: "staff", staff) {
      before = ID(high: known.high, low: known.low)
    } else {
      before = registration.flatMap { self.practitioner(registered: $0) }
    }
    if let before { try renamed(before, name: name, registration: registration) }
    let practitioner =
      try before ?? someoneNew(name ?? registration ?? staff, registration: registration)
    try number(staff, "staff", ID(high: practitioner.high, low: practitioner.low))
    return practitioner
  }

  /// The practitioner with this Social Work England number; where the store knows none, someone who is
  /// called by the number until a name is known.
  func practitioner(registration: String) throws -> ID<Practitioner> {
    try practitioner(registered: registration)
      ?? someoneNew(registration, registration: registration)
  }

  private func someoneNew(
    _ name: String, registration: String?
  ) throws -> ID<Practitioner> {
    let practitioner = Practitioner(id: newID(), name: name, registration: registration)
    try tell(ServiceRecords.known(practitioner.id))
    try about(practitioner, insteadOf: nil)
    return practitioner.id
  }

  private func about(_ practitioner: Practitioner, insteadOf before: ID<Fact>?) throws {
    var known = try knownPractitioner(practitioner.id)
    let fact: ID<Fact> = newID()
    try tell(
      ServiceRecords.about(
        practitioner, fact: fact, supersedes: before, because: before.map { _ in because }))
    known.about = Told(fact: fact, telling: 0, value: practitioner)
    remember(practitioner.id, known)
    if let registration = practitioner.registration { remember(practitioner.id, registration) }
  }

  /// A practitioner whom another return knew by number alone gets the name and the number that this
  /// one states; told again only where they differ.
  private func renamed(
    _ practitioner: ID<Practitioner>, name: String?, registration: String?
  ) throws {
    guard name != nil || registration != nil else { return }
    let known = try knownPractitioner(practitioner).about
    let now = Practitioner(
      id: practitioner, name: name ?? known?.value.name ?? "",
      registration: registration ?? known?.value.registration)
    guard known?.value.name != now.name || known?.value.registration != now.registration else {
      return
    }
    try about(now, insteadOf: known?.fact)
  }

  /// The team of this name or number.
  func team(called name: String, number: String) throws -> ID<Team> {
    if let known = try subject(of: "team", number) {
      return ID(high: known.high, low: known.low)
    }
    let team = Team(id: newID(), name: name, kind: .specialist)
    try tell(ServiceRecords.known(team.id))
    try tell(ServiceRecords.about(team, fact: newID()))
    try self.number(number, "team", ID(high: team.id.high, low: team.id.low))
    if name != number { try self.number(name, "team", ID(high: team.id.high, low: team.id.low)) }
    return team.id
  }

  /// A person is of the family with this reference.
  func member(of reference: String, _ person: ID<Person>, since day: Day) throws {
    let family: ID<Family>
    if let known = try subject(of: "family", reference) {
      family = ID(high: known.high, low: known.low)
    } else {
      family = newID()
      try tell(PeopleRecords.known(family))
      try tell(
        PeopleRecords.about(
          Family(id: family, reference: reference, name: "Family \(reference)"), fact: newID()))
      try number(reference, "family", ID(high: family.high, low: family.low))
    }
    guard try knownChild(person).families.insert(family).inserted else { return }
    try tell(
      PeopleRecords.member(
        FamilyMember(
          family: family, person: person, relation: "Child", period: Period(from: day)),
        fact: newID()))
  }

  /// A posting, known by practitioner and first day.
  func posting(_ posting: Posting) throws {
    var known = try knownPractitioner(posting.practitioner)
    let before = known.postings.first { $0.value.period.from == posting.period.from }
    guard before?.value != posting else { return }
    let fact: ID<Fact> = newID()
    try tell(
      ServiceRecords.posting(
        posting, fact: fact, supersedes: before?.fact,
        because: before.map { _ in "stated so in a later return" }))
    known.postings.removeAll { $0.fact == before?.fact }
    known.postings.append(Told(fact: fact, telling: 0, value: posting))
    remember(posting.practitioner, known)
  }
}
