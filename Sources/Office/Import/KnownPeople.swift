import Practice
import Store

/// Whom the store knows by the numbers that the returns join by, while files are read. What a file
/// adds belongs to that file's transaction and is forgotten with it where the file is refused.
struct KnownPeople {
  /// Children by the authority's own number.
  private(set) var children: [String: ID<Person>] = [:]
  /// Practitioners by Social Work England number.
  private(set) var practitioners: [String: ID<Practitioner>] = [:]
  /// Whom this file has added: nothing else is known of them yet.
  private(set) var new: Set<ID<Person>> = []

  init(_ reading: Reading, _ authority: Int) throws {
    try reading.eachOfMany(
      """
      SELECT value, person FROM person_number
      WHERE authority = \(authority) AND scheme = 'local' AND withdrawn = \(false)
      """
    ) { children[$0.text(0)] = $0.id(1) }
    try reading.eachOfMany(
      """
      SELECT registration, practitioner FROM practitioner_about
      WHERE authority = \(authority) AND registration IS NOT NULL
      """
    ) { practitioners[$0.text(0)] = $0.id(1) }
  }

  /// The child with this number; told as someone new where the store knows no such child.
  mutating func child(
    _ number: String, _ ids: inout IDMaker, _ state: (FactRow) throws -> Void
  ) throws -> ID<Person> {
    if let known = children[number] { return known }
    let person: ID<Person> = ids.next()
    try state(PeopleRecords.known(person))
    try state(
      PeopleRecords.number(
        PersonNumber(scheme: .local, value: number), of: person, fact: ids.next()))
    children[number] = person
    new.insert(person)
    return person
  }

  mutating func remember(_ practitioner: ID<Practitioner>, _ registration: String) {
    practitioners[registration] = practitioner
  }
}
