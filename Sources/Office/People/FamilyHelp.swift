import Practice
import Store

extension FamilyDesk {
  /// Plans that hold as facts, whether or not they have ended.
  static func plans(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>]
  ) throws -> [Plan] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, child, kind, "from", "until", review_due
      FROM plan WHERE authority = \(authority) AND child IN \(anyOf: people)
      """
    ) { row in
      Plan(
        child: row.id(3), kind: row.code(4) ?? .need, period: Period(row, from: 5),
        reviewDue: row.dayIfAny(7))
    }
  }

  static func help(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>]
  ) throws -> [HelpPeriod] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, person, "from", "until" FROM help_period
      WHERE authority = \(authority) AND person IN \(anyOf: people)
      """
    ) { row in
      HelpPeriod(person: row.id(3), period: Period(row, from: 4))
    }
  }

  static func care(
    _ reading: Reading, _ authority: Int, _ children: [ID<Person>]
  ) throws -> [CareEpisode] {
    try reading.all(
      """
      SELECT \(CareRecords.columns) FROM care_episode
      WHERE authority = \(authority) AND child IN \(anyOf: children)
      """, CareRecords.read
    ).compactMap { $0 }.current().map(\.value).sorted { $0.period.from < $1.period.from }
  }

  static func tenures(
    _ reading: Reading, _ authority: Int, _ children: some Collection<ID<Person>>
  ) throws -> [Tenure] {
    try reading.all(
      """
      SELECT \(RelationshipRecords.columns) FROM tenure
      WHERE authority = \(authority) AND child IN \(anyOf: children)
      """, RelationshipRecords.read
    ).compactMap { $0 }.current().map(\.value).sorted { $0.period.from < $1.period.from }
  }

  /// The family's encounters that hold, the newest first, each with those of `people` who took
  /// part. Titles and words are left out where nobody will read them.
  static func encounters(
    _ reading: Reading, _ authority: Int, _ family: ID<Family>, met people: [ID<Person>],
    withWords: Bool
  ) throws -> [Encounter] {
    let present = try Attendance(reading, authority, people)
    var encounters: [Encounter] = []
    encounters.reserveCapacity(64)
    var superseded: Set<ID<Encounter>> = []
    try reading.each(
      """
      SELECT id, supersedes, withdrawn, practitioner, day, kind, place, title, words FROM encounter
      WHERE authority = \(authority) AND family = \(family) ORDER BY day DESC, id DESC
      """
    ) { row in
      if let earlier: ID<Encounter> = row.idIfAny(1) { superseded.insert(earlier) }
      guard !row.flag(2) else { return }
      let id: ID<Encounter> = row.id(0)
      encounters.append(
        Encounter(
          id: id, family: family, practitioner: row.id(3), day: row.day(4),
          kind: Encounter.Kind(rawValue: row.text(5)) ?? .other,
          place: row.isNull(6) ? nil : Encounter.Place(rawValue: row.text(6)),
          title: withWords ? row.text(7) : "", words: withWords ? row.text(8) : "",
          met: present.at(id)))
    }
    if !superseded.isEmpty { encounters.removeAll { superseded.contains($0.id) } }
    return encounters
  }
}

/// Who of some people took part in what: for each encounter a chain through one list, because a
/// family has many encounters and each of them few people.
private struct Attendance {
  private var met: [(who: Encounter.Met, next: Int)] = []
  private var first: [ID<Encounter>: Int] = [:]

  init(_ reading: Reading, _ authority: Int, _ people: [ID<Person>]) throws {
    first.reserveCapacity(128)
    // The last person first, so that each chain begins with the first.
    for person in people.reversed() {
      try reading.each(
        """
        SELECT encounter, seen, alone FROM encounter_met
        WHERE authority = \(authority) AND person = \(person)
        """
      ) { row in
        let encounter: ID<Encounter> = row.id(0)
        let who = Encounter.Met(person: person, seen: row.flag(1), alone: row.flag(2))
        met.append((who, first.updateValue(met.count, forKey: encounter) ?? -1))
      }
    }
  }

  func at(_ encounter: ID<Encounter>) -> [Encounter.Met] {
    var present: [Encounter.Met] = []
    var place = first[encounter] ?? -1
    while place >= 0 {
      present.append(met[place].who)
      place = met[place].next
    }
    return present
  }
}
