import Practice
import Store

/// Questions about who walks alongside whom, asked of the store: facts as they were told.
enum RelationshipDesk {
  /// Of each of these children, in the order of their days.
  static func tenures(
    _ reading: Reading, _ authority: Int, _ children: some Collection<ID<Person>>
  ) throws -> [Told<Tenure>] {
    try reading.all(
      """
      SELECT \(RelationshipRecords.columns) FROM tenure
      WHERE authority = \(authority) AND child = \(eachOf: children) ORDER BY child, "from", id
      """, RelationshipRecords.read
    ).compactMap { $0 }
  }

  /// One encounter as it was told, with those of `people` who took part, in their order; nil where
  /// it was not.
  static func encounter(
    _ reading: Reading, _ authority: Int, _ id: ID<Encounter>, met people: [ID<Person>]
  ) throws -> Encounter? {
    let itself = try reading.first(
      """
      SELECT family, practitioner, day, kind, place, title, words FROM encounter
      WHERE authority = \(authority) AND id = \(id)
      """
    ) { row in
      Encounter(
        id: id, family: row.id(0), practitioner: row.id(1), day: row.day(2),
        kind: row.code(3) ?? .other, place: row.code(4), title: row.text(5), words: row.text(6),
        met: [])
    }
    guard let itself else { return nil }
    let met = try people.compactMap { person in
      try reading.first(
        """
        SELECT seen, alone FROM encounter_met
        WHERE authority = \(authority) AND person = \(person) AND day = \(itself.day)
          AND encounter = \(id)
        """
      ) { Encounter.Met(person: person, seen: $0.flag(0), alone: $0.flag(1)) }
    }
    return Encounter(
      id: id, family: itself.family, practitioner: itself.practitioner, day: itself.day,
      kind: itself.kind, place: itself.place, title: itself.title, words: itself.words, met: met)
  }
}
