import Practice
import Store

/// Questions about people, asked of the store: facts as they were told.
enum PeopleDesk {
  /// Of each of these people, in the order in which it was told.
  static func about(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [Told<AboutPerson>] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, born, died, sex, ethnicity, pronouns,
        language, interpreter, person
      FROM person_about WHERE authority = \(authority) AND person = \(eachOf: people)
      ORDER BY person, id
      """
    ) { row in
      Told(
        row,
        AboutPerson(
          person: Person(id: row.id(12), born: row.dayIfAny(5), died: row.dayIfAny(6)),
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
