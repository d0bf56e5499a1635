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
      FROM plan WHERE authority = \(authority) AND child = \(eachOf: people)
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
      WHERE authority = \(authority) AND person = \(eachOf: people)
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
      WHERE authority = \(authority) AND child = \(eachOf: children)
      """, CareRecords.read
    ).compactMap { $0 }.current().map(\.value).sorted { $0.period.from < $1.period.from }
  }

  /// Who was alongside when; why it began and how it was handed over is the thread's to tell.
  static func tenures(
    _ reading: Reading, _ authority: Int, _ children: some Collection<ID<Person>>
  ) throws -> [Tenure] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, child, practitioner, team, role, "from", "until"
      FROM tenure WHERE authority = \(authority) AND child = \(eachOf: children)
      """
    ) { row in
      Tenure(
        child: row.id(3), practitioner: row.id(4), team: row.idIfAny(5),
        role: TenureRole(rawValue: row.text(6)) ?? .coWorker, period: Period(row, from: 7))
    }.sorted { $0.period.from < $1.period.from }
  }

  /// The family's encounters that hold, the newest first, each with those of `people` who took
  /// part. Titles and words are left out where nobody will read them.
  static func encounters(
    _ reading: Reading, _ authority: Int, _ family: ID<Family>, met people: [ID<Person>],
    withWords: Bool
  ) throws -> [Encounter] {
    var present = try Attendance(reading, authority, people)
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
      let (id, day): (ID<Encounter>, Day) = (row.id(0), row.day(4))
      encounters.append(
        Encounter(
          id: id, family: family, practitioner: row.id(3), day: day,
          kind: Encounter.Kind(rawValue: row.text(5)) ?? .other,
          place: row.isNull(6) ? nil : Encounter.Place(rawValue: row.text(6)),
          title: withWords ? row.text(7) : "", words: withWords ? row.text(8) : "",
          met: present.at(id, on: day)))
    }
    if !superseded.isEmpty { encounters.removeAll { superseded.contains($0.id) } }
    return encounters
  }
}

/// Who of some people took part in what. Each person's meetings lie in the order of the days, as a
/// family's encounters do, so that they are walked through side by side.
private struct Attendance {
  private typealias Meeting = (day: Day, encounter: ID<Encounter>, seen: Bool, alone: Bool)
  private var people: [(person: ID<Person>, meetings: [Meeting], next: Int)] = []

  init(_ reading: Reading, _ authority: Int, _ people: [ID<Person>]) throws {
    for person in people {
      var meetings: [Meeting] = []
      meetings.reserveCapacity(64)
      try reading.each(
        """
        SELECT day, encounter, seen, alone FROM encounter_met
        WHERE authority = \(authority) AND person = \(person) ORDER BY day DESC, encounter DESC
        """
      ) { row in
        meetings.append((row.day(0), row.id(1), row.flag(2), row.flag(3)))
      }
      if !meetings.isEmpty { self.people.append((person, meetings, 0)) }
    }
  }

  /// Those who took part in an encounter; asked for each in turn, the latest first.
  mutating func at(_ encounter: ID<Encounter>, on day: Day) -> [Encounter.Met] {
    var present: [Encounter.Met] = []
    for place in people.indices {
      while people[place].next < people[place].meetings.count {
        let meeting = people[place].meetings[people[place].next]
        if (meeting.day, meeting.encounter) < (day, encounter) { break }
        people[place].next += 1
        guard meeting.encounter == encounter else { continue }
        present.append(
          Encounter.Met(person: people[place].person, seen: meeting.seen, alone: meeting.alone))
        break
      }
    }
    return present
  }
}
