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
      cards[about.person.id]?.know(about)
    }
    let nameless = people.filter { cards[$0]?.names.isEmpty ?? false }
    guard !nameless.isEmpty else { return cards }
    for (person, number) in try numbers(reading, authority, nameless) where number.scheme == .local
    {
      cards[person]?.number = number.value
    }
    return cards
  }

  /// Names that hold, the newest first.
  static func names(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [(person: ID<Person>, name: PersonName)] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, person, kind, given, family
      FROM person_name WHERE authority = \(authority) AND person = \(eachOf: people)
      """
    ) { row in
      (
        person: row.id(3) as ID<Person>,
        name: PersonName(
          kind: row.code(4) ?? .legal, given: row.text(5), family: row.text(6))
      )
    }.reversed()
  }

  private static func abouts(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [AboutPerson] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, person, born, died, pronouns, language,
        interpreter
      FROM person_about WHERE authority = \(authority) AND person = \(eachOf: people)
      """
    ) { row in
      AboutPerson(
        person: Person(id: row.id(3), born: row.dayIfAny(4), died: row.dayIfAny(5)),
        detail: PersonDetail(
          pronouns: row.textIfAny(6), language: row.textIfAny(7), interpreter: row.flag(8)))
    }
  }

  /// Numbers that hold.
  static func numbers(
    _ reading: Reading, _ authority: Int, _ people: some Collection<ID<Person>>
  ) throws -> [(person: ID<Person>, number: PersonNumber)] {
    try reading.holding(
      """
      SELECT id, supersedes, withdrawn, person, scheme, value FROM person_number
      WHERE authority = \(authority) AND person = \(eachOf: people)
      """
    ) { row in
      row.code(4, as: PersonNumber.Scheme.self).map {
        (person: row.id(3), number: PersonNumber(scheme: $0, value: row.text(5)))
      }
    }.compactMap { $0 }
  }
}
