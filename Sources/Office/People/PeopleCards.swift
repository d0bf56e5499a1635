import Practice
import Store

extension PeopleDesk {
  /// Cards of these people, each found by its id. A number is read for those alone of whom no name
  /// is known.
  static func cards(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [ID<Person>: PersonCard] {
    guard !people.isEmpty else { return [:] }
    var cards: [ID<Person>: PersonCard] = [:]
    cards.reserveCapacity(people.count)
    for person in people { cards[person] = PersonCard(person) }
    for name in try names(reading, authority, people) {
      cards[name.person]?.names.append(name.name)
    }
    for about in try abouts(reading, authority, people) {
      cards[about.person.id]?.born = about.person.born
      cards[about.person.id]?.died = about.person.died
      cards[about.person.id]?.detail = about.detail
    }
    let nameless = people.filter { cards[$0]?.names.isEmpty ?? false }
    if !nameless.isEmpty {
      for (person, number) in try numbers(reading, authority, nameless) {
        cards[person]?.number = number
      }
    }
    return cards
  }

  /// Names that hold, the newest first.
  static func names(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [(person: ID<Person>, name: PersonName)] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, person, kind, given, family
      FROM person_name WHERE authority = \(authority) AND person IN \(anyOf: people)
      """
    ) { row in
      Told(
        row,
        (
          person: row.id(5) as ID<Person>,
          name: PersonName(
            kind: row.code(6) ?? .legal, given: row.text(7), family: row.text(8))
        ))
    }.inOrderTold().reversed().holding()
  }

  private static func abouts(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [AboutPerson] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, person, born, died, pronouns, language,
        interpreter
      FROM person_about WHERE authority = \(authority) AND person IN \(anyOf: people)
      """
    ) { row in
      Told(
        row,
        AboutPerson(
          person: Person(id: row.id(5), born: row.dayIfAny(6), died: row.dayIfAny(7)),
          detail: PersonDetail(
            pronouns: row.textIfAny(8), language: row.textIfAny(9), interpreter: row.flag(10))))
    }.holding()
  }

  private static func numbers(
    _ reading: Reading, _ authority: Int, _ people: [ID<Person>]
  ) throws -> [(ID<Person>, String)] {
    try reading.all(
      """
      SELECT id, telling, supersedes, because, withdrawn, person, value FROM person_number
      WHERE authority = \(authority) AND person IN \(anyOf: people)
        AND scheme = \(PersonNumber.Scheme.local.rawValue)
      """
    ) { row in Told(row, (row.id(5) as ID<Person>, row.text(6))) }.holding()
  }
}
