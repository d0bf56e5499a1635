import Practice
import Returns
import Store

/// Those whom a child has met or had alongside, and where what is known was told.
extension ChildDesk {
  static func readPractitioners(
    _ reading: Reading, _ authority: Int, into facts: inout ChildFacts
  ) throws {
    // One short question for each of a handful of people keeps the statements the same for all
    // children.
    let everyone = Set(facts.tenures.map(\.value.practitioner))
      .union(facts.meetings.map(\.practitioner)).sorted()
    for practitioner in everyone {
      let names: [Told<String>] = try reading.all(
        """
        SELECT id, telling, supersedes, because, withdrawn, name FROM practitioner_about
        WHERE authority = \(authority) AND practitioner = \(practitioner) ORDER BY id
        """
      ) { Told($0, $0.text(5)) }
      facts.practitioners[practitioner] = names.current().last?.value
      facts.postings += try postings(reading, authority, practitioner)
    }
    let teams = Set(facts.postings.compactMap(\.team) + facts.tenures.compactMap(\.value.team))
    for team in teams.sorted() {
      let names: [Told<String>] = try reading.all(
        """
        SELECT id, telling, supersedes, because, withdrawn, name FROM team_about
        WHERE authority = \(authority) AND team = \(team) ORDER BY id
        """
      ) { Told($0, $0.text(5)) }
      facts.teams[team] = names.current().last?.value
    }
  }

  private static func postings(
    _ reading: Reading, _ authority: Int, _ practitioner: ID<Practitioner>
  ) throws -> [Posting] {
    let told: [Told<Posting>?] = try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, team, role, full_time_percent,
        employment, "from", "until"
      FROM posting WHERE authority = \(authority) AND practitioner = \(practitioner)
      ORDER BY "from", id
      """
    ) { row in
      guard let period = Period(from: row.day(9), until: row.dayIfAny(10)) else { return nil }
      return Told(
        row,
        Posting(
          practitioner: practitioner, team: row.idIfAny(5), role: row.code(6) ?? .other,
          fullTimePercent: row.intIfAny(7), employment: row.code(8) ?? .unknown, period: period))
    }
    return told.compactMap { $0 }.current().map(\.value)
  }

  /// The tellings of all that the page can be opened to: whatever lasts, and meetings from `first`
  /// on.
  static func tellings(
    _ reading: Reading, _ authority: Int, _ child: ID<Person>, since first: Day
  ) throws -> [Int: ChildFacts.ToldBy] {
    var tellings: [Int: ChildFacts.ToldBy] = [:]
    try reading.each(
      """
      SELECT seq, recorded, teller, deed, note FROM telling
      WHERE authority = \(authority) AND seq IN (
        SELECT telling FROM tenure WHERE authority = \(authority) AND child = \(child)
        UNION
        SELECT telling FROM care_episode WHERE authority = \(authority) AND child = \(child)
        UNION
        SELECT telling FROM care_review WHERE authority = \(authority) AND child = \(child)
        UNION
        SELECT telling FROM stated_row WHERE authority = \(authority) AND person = \(child)
        UNION
        SELECT telling FROM encounter_met
        WHERE authority = \(authority) AND person = \(child) AND day >= \(first))
      """
    ) { row in
      let isReturn = row.text(3) == Deed.importReturn.rawValue
      tellings[row.int(0)] = ChildFacts.ToldBy(
        day: row.instant(1).london.day, teller: row.text(2),
        returnYear: isReturn
          ? row.textIfAny(4).flatMap { HandedOver(note: $0).year } : nil)
    }
    return tellings
  }
}
