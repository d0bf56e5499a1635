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
      before = registration.flatMap { knownPractitioner($0) }
    }
    let practitioner: ID<Practitioner>
    if let before {
      practitioner = before
      try renamed(before, name: name, registration: registration)
    } else {
      practitioner = newID()
      try tell(ServiceRecords.known(practitioner))
      try tell(
        ServiceRecords.about(
          Practitioner(
            id: practitioner, name: name ?? registration ?? staff, registration: registration),
          fact: newID()))
      if let registration { remember(practitioner, registration) }
    }
    try number(staff, "staff", ID(high: practitioner.high, low: practitioner.low))
    return practitioner
  }

  /// A practitioner whom another return knew by number alone gets the name and the number that this
  /// one states; told again only where they differ.
  private func renamed(
    _ practitioner: ID<Practitioner>, name: String?, registration: String?
  ) throws {
    guard name != nil || registration != nil else { return }
    let known = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, name, registration
      FROM practitioner_about
      WHERE authority = \(authority) AND practitioner = \(practitioner) ORDER BY id
      """
    ) { row in
      Told(
        row,
        Practitioner(id: practitioner, name: row.text(5), registration: row.textIfAny(6)))
    }.current().last
    let now = Practitioner(
      id: practitioner, name: name ?? known?.value.name ?? "",
      registration: registration ?? known?.value.registration)
    guard known?.value.name != now.name || known?.value.registration != now.registration else {
      return
    }
    try tell(
      ServiceRecords.about(
        now, fact: newID(), supersedes: known?.fact, because: known.map { _ in because }))
    if let registration { remember(practitioner, registration) }
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
    guard try !isMember(person, of: family) else { return }
    try tell(
      PeopleRecords.member(
        FamilyMember(
          family: family, person: person, relation: "Child", period: Period(from: day)),
        fact: newID()))
    joined(person, family)
  }

  /// A posting, known by practitioner and first day.
  func posting(_ posting: Posting) throws {
    let before = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, team, role, full_time_percent,
        employment, "from", "until"
      FROM posting WHERE authority = \(authority) AND practitioner = \(posting.practitioner)
      ORDER BY id
      """
    ) { row -> Told<Posting>? in
      guard let role = row.code(6, as: StaffRole.self),
        let employment = row.code(8, as: Posting.Employment.self),
        let period = Period(from: row.day(9), until: row.dayIfAny(10))
      else { return nil }
      return Told(
        row,
        Posting(
          practitioner: posting.practitioner, team: row.idIfAny(5), role: role,
          fullTimePercent: row.intIfAny(7), employment: employment, period: period))
    }.compactMap { $0 }.current().first { $0.value.period.from == posting.period.from }
    guard before?.value != posting else { return }
    try tell(
      ServiceRecords.posting(
        posting, fact: newID(), supersedes: before?.fact,
        because: before.map { _ in "stated so in a later return" }))
  }
}
