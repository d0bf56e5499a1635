import Practice
import Store

/// What the history holds of one practitioner before a file adds to it: what stands now, superseded
/// facts left aside.
struct KnownPractitioner {
  var about: Told<Practitioner>?
  var postings: [Told<Posting>] = []

  /// What is known of every practitioner of the authority: there are far fewer of them than children.
  static func each(
    _ reading: Reading, _ authority: Int
  ) throws -> [ID<Practitioner>: KnownPractitioner] {
    var known: [ID<Practitioner>: KnownPractitioner] = [:]
    for told in try abouts(reading, authority).current() {
      known[told.value.id, default: KnownPractitioner()].about = told
    }
    for told in try postings(reading, authority).current() {
      known[told.value.practitioner, default: KnownPractitioner()].postings.append(told)
    }
    return known
  }

  private static func abouts(
    _ reading: Reading, _ authority: Int
  ) throws -> [Told<Practitioner>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, practitioner, name, registration
      FROM practitioner_about WHERE authority = \(authority) ORDER BY id
      """
    ) { row in
      Told(
        row, Practitioner(id: row.id(5), name: row.text(6), registration: row.textIfAny(7)))
    }
  }

  private static func postings(_ reading: Reading, _ authority: Int) throws -> [Told<Posting>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, practitioner, team, role,
        full_time_percent, employment, "from", "until"
      FROM posting WHERE authority = \(authority) ORDER BY id
      """
    ) { row -> Told<Posting>? in
      guard let role = row.code(7, as: StaffRole.self),
        let employment = row.code(9, as: Posting.Employment.self),
        let period = Period(from: row.day(10), until: row.dayIfAny(11))
      else { return nil }
      return Told(
        row,
        Posting(
          practitioner: row.id(5), team: row.idIfAny(6), role: role,
          fullTimePercent: row.intIfAny(8), employment: employment, period: period))
    }.compactMap { $0 }
  }
}
