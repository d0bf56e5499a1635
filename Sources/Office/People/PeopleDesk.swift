import Practice
import Store

/// Questions about people, asked of the store: facts as they were told.
enum PeopleDesk {
  static func names(
    _ reading: Reading, _ authority: Int, _ person: ID<Person>
  ) throws -> [Told<PersonName>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, kind, given, family FROM person_name
      WHERE authority = \(authority) AND person = \(person) ORDER BY id
      """
    ) { row in
      row.code(5, as: PersonName.Kind.self).map {
        Told(row, PersonName(kind: $0, given: row.text(6), family: row.text(7)))
      }
    }.compactMap { $0 }
  }

  static func numbers(
    _ reading: Reading, _ authority: Int, _ person: ID<Person>
  ) throws -> [Told<PersonNumber>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, scheme, value FROM person_number
      WHERE authority = \(authority) AND person = \(person) ORDER BY id
      """
    ) { row in
      row.code(5, as: PersonNumber.Scheme.self).map {
        Told(row, PersonNumber(scheme: $0, value: row.text(6)))
      }
    }.compactMap { $0 }
  }

  static func about(
    _ reading: Reading, _ authority: Int, _ person: ID<Person>
  ) throws -> [Told<AboutPerson>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, born, died, sex, ethnicity, pronouns,
        language, interpreter
      FROM person_about WHERE authority = \(authority) AND person = \(person) ORDER BY id
      """
    ) { row in
      Told(
        row,
        AboutPerson(
          person: Person(id: person, born: row.dayIfAny(5), died: row.dayIfAny(6)),
          detail: PersonDetail(
            sex: row.textIfAny(7), ethnicity: row.textIfAny(8), pronouns: row.textIfAny(9),
            language: row.textIfAny(10), interpreter: row.flag(11))))
    }
  }
}

extension Told {
  /// A fact from a row that begins with `id, telling, supersedes, because, withdrawn`.
  init(_ row: Row, _ value: Value) {
    self.init(
      fact: row.id(0), telling: row.int(1), supersedes: row.idIfAny(2), because: row.textIfAny(3),
      withdrawn: row.flag(4), value: value)
  }
}
