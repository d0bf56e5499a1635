import Practice
import Store

/// Questions about one family, asked of the store.
enum FamilyDesk {
  /// Everything that the family's page shows; nil where there is no such family.
  /// - Parameter hidden: people who are left out, because they belong to a locked record as well.
  static func record(
    _ reading: Reading, _ actor: Actor, _ id: ID<Family>, withWords: Bool = true,
    without hidden: Set<ID<Person>> = []
  ) throws -> FamilyRecord? {
    let authority = actor.authority.number
    guard let family = try families(reading, authority, [id]).last else { return nil }
    let members = try members(reading, authority, of: [id]).filter {
      !hidden.contains($0.person)
    }
    var people: [ID<Person>] = []
    for member in members where !people.contains(member.person) { people.append(member.person) }
    let (residences, addresses) = try homes(reading, authority, people)
    let tenures = try tenures(reading, authority, people)
    let encounters = try encounters(reading, authority, id, met: people, withWords: withWords)
    return FamilyRecord(
      family: family, today: actor.today, members: members,
      people: try PeopleDesk.cards(reading, authority, people), residences: residences,
      addresses: addresses,
      kinship: try kinship(reading, authority, people).filter { !hidden.contains($0.of) },
      plans: try plans(reading, authority, people), tenures: tenures,
      help: try help(reading, authority, people), care: try care(reading, authority, people),
      encounters: encounters,
      colleagues: try TeamDirectory.colleagues(reading, authority))
  }

  static func families(
    _ reading: Reading, _ authority: Int, _ ids: some Collection<ID<Family>>
  ) throws -> [Family] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, reference, name
      FROM family_about WHERE authority = \(authority) AND family = \(eachOf: ids)
      """
    ) { row in
      Family(id: row.id(3), reference: row.text(4), name: row.text(5))
    }
  }

  /// Families to which any of these people was ever told to belong. Asks for nothing but what the
  /// index holds, so that an engine that knows no numbers of rows yet still goes by it.
  static func families(
    _ reading: Reading, _ authority: Int, ofPeople people: some Collection<ID<Person>>
  ) throws -> Set<ID<Family>> {
    Set(
      try reading.all(
        """
        SELECT family FROM family_member
        WHERE authority = \(authority) AND person = \(eachOf: people)
        """
      ) { $0.id(0) })
  }

  /// Who belongs, and belonged, to these families, in the order in which it was told.
  static func members(
    _ reading: Reading, _ authority: Int, of families: some Collection<ID<Family>>
  ) throws -> [FamilyMember] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, family, person, relation, "from", "until"
      FROM family_member WHERE authority = \(authority) AND family = \(eachOf: families)
      """
    ) { row in
      FamilyMember(
        family: row.id(3), person: row.id(4), relation: row.text(5),
        period: Period(row, from: 6))
    }
  }

  private static func homes(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>]
  ) throws -> ([Residence], [ID<Household>: String]) {
    let residences = try reading.holding(
      """
      SELECT id, supersedes, withdrawn, household, person, "from", "until" FROM residence
      WHERE authority = \(authority) AND person = \(eachOf: people)
      """
    ) { row in
      Residence(household: row.id(3), person: row.id(4), period: Period(row, from: 5))
    }
    var households: [ID<Household>] = []
    for one in residences where !households.contains(one.household) {
      households.append(one.household)
    }
    var addresses: [ID<Household>: String] = [:]
    try reading.each(
      """
      SELECT id, address FROM household
      WHERE authority = \(authority) AND id = \(eachOf: households)
      """
    ) { addresses[$0.id(0)] = $0.text(1) }
    return (residences.sorted { $0.period.from < $1.period.from }, addresses)
  }

  private static func kinship(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>]
  ) throws -> [Kinship] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, person, kind, kin_of, "from", "until" FROM kinship
      WHERE authority = \(authority) AND person = \(eachOf: people)
      """
    ) { row in
      Kinship(
        person: row.id(3), kind: row.code(4) ?? .otherKin, of: row.id(5),
        period: row.isNull(6) ? nil : Period(row, from: 6))
    }
  }
}

extension Period {
  /// From two columns that the schema keeps in order.
  init(_ row: Row, from place: Int) {
    let from = row.day(place)
    self = Period(from: from, until: row.dayIfAny(place + 1)) ?? Period(from: from)
  }
}
