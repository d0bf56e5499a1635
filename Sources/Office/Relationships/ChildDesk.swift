import Practice
import Store

/// Questions about one child, asked of the store at one moment.
enum ChildDesk {
  /// Nil where the store knows no such person.
  static func facts(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>, today: Day
  ) throws -> ChildFacts? {
    let known = try reading.count(
      "SELECT count(*) FROM person WHERE authority = \(authority) AND id = \(child)")
    guard known > 0 else { return nil }
    var facts = ChildFacts(child: child)
    facts.about = try PeopleDesk.about(reading, authority, [child]).current().last
    facts.names = try names(reading, authority, child)
    facts.numbers = try numbers(reading, authority, child)
    facts.families = try families(reading, authority, child)
    facts.tenures = try RelationshipDesk.tenures(reading, authority, [child]).current()
    facts.care = try CareDesk.episodes(reading, authority, [child]).current()
    facts.reviews = try CareDesk.reviews(reading, authority, [child]).current()
    facts.stated = try stated(reading, authority, child)
    facts.meetings = try meetings(
      reading, authority, child, families: facts.families.map(\.id), until: today)
    try readPractitioners(reading, authority, into: &facts)
    facts.tellings = try tellings(
      reading, authority, child, since: LookBack(months: 24, asAt: today).first)
    return facts
  }

  private static func names(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [Told<PersonName>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, kind, given, family
      FROM person_name WHERE authority = \(authority) AND person = \(child) ORDER BY id DESC
      """
    ) { row in
      Told(
        row,
        PersonName(kind: row.code(5) ?? .legal, given: row.text(6), family: row.text(7)))
    }.current()
  }

  private static func numbers(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [PersonNumber] {
    let told: [Told<PersonNumber>] = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, scheme, value
      FROM person_number WHERE authority = \(authority) AND person = \(child) ORDER BY id
      """
    ) { row in
      Told(row, PersonNumber(scheme: row.code(5) ?? .local, value: row.text(6)))
    }
    return told.current().map(\.value)
  }

  private static func families(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [(id: ID<Family>, name: String)] {
    let members = try FamilyDesk.members(
      reading, authority, of: try FamilyDesk.families(reading, authority, ofPeople: [child]))
    var families: [ID<Family>] = []
    for member in members where member.person == child && !families.contains(member.family) {
      families.append(member.family)
    }
    return try families.compactMap { family in
      let told: [Told<String>] = try reading.all(
        """
        SELECT id, telling, supersedes, because, withdrawn, name
        FROM family_about WHERE authority = \(authority) AND family = \(family) ORDER BY id
        """
      ) { Told($0, $0.text(5)) }
      return told.current().last.map { (family, $0.value) }
    }
  }

  private static func meetings(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>, families: [ID<Family>],
    until day: Day
  ) throws -> [ChildFacts.ChildMeeting] {
    // A meeting online is at a distance; one that was told anew or taken back does not count twice.
    var online: Set<ID<Encounter>> = []
    var gone: Set<ID<Encounter>> = []
    for family in families {
      try reading.each(
        """
        SELECT id, supersedes, withdrawn FROM encounter
        WHERE authority = \(authority) AND family = \(family)
          AND (place = 'online' OR supersedes IS NOT NULL OR withdrawn = \(true))
        """
      ) { row in
        if let earlier: ID<Encounter> = row.idIfAny(1) { gone.insert(earlier) }
        if row.flag(2) { gone.insert(row.id(0)) } else { online.insert(row.id(0)) }
      }
    }
    var meetings: [ChildFacts.ChildMeeting] = []
    try reading.each(
      """
      SELECT encounter, telling, day, practitioner, kind, seen, alone FROM encounter_met
      WHERE authority = \(authority) AND person = \(child) AND day <= \(day) ORDER BY day, encounter
      """
    ) { row in
      let encounter: ID<Encounter> = row.id(0)
      guard !gone.contains(encounter), let kind: Encounter.Kind = row.code(4) else { return }
      meetings.append(
        ChildFacts.ChildMeeting(
          encounter: encounter, telling: row.int(1), day: row.day(2), practitioner: row.id(3),
          kind: kind, seen: row.flag(5), alone: row.flag(6),
          isOnline: online.contains(encounter)))
    }
    return meetings
  }

  private static func stated(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> [ChildFacts.StatedRow] {
    try reading.all(
      """
      SELECT telling, table_name, cells FROM stated_row
      WHERE authority = \(authority) AND person = \(child) ORDER BY table_name, id
      """
    ) { ChildFacts.StatedRow(telling: $0.int(0), table: $0.text(1), cells: $0.text(2)) }
  }
}

extension ChildDesk {
  /// The name of a child in full, or what a return called the child by.
  static func name(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>
  ) throws -> String {
    var facts = ChildFacts(child: child)
    facts.names = try names(reading, authority, child)
    if facts.names.isEmpty { facts.numbers = try numbers(reading, authority, child) }
    return facts.full
  }
}
