import Practice
import Store

/// What returns state of who a child is.
extension Scribe {
  /// What is told of a child now, changed by `change`; told again only where it differs.
  func about(
    _ child: ID<Person>, _ change: (Person, PersonDetail) -> (Person, PersonDetail)
  ) throws {
    let known = try knownChild(child)
    let before = known.detail
    let (person, detail) = change(
      before?.value.person ?? Person(id: child), before?.value.detail ?? PersonDetail())
    let now = AboutPerson(person: person, detail: detail)
    guard before?.value != now else { return }
    if let before, try isOfLaterCollection(before) {
      // The latest word stands, and what it left open is filled.
      return try fill(before, with: now)
    }
    let fact: ID<Fact> = newID()
    try tell(
      PeopleRecords.about(
        person, detail, fact: fact, supersedes: before?.fact, because: before.map { _ in because }))
    known.detail = Told(fact: fact, telling: 0, value: now)
  }

  /// The day of birth that a row says beside other things: told where no other is known, and kept as
  /// stated where another is.
  func born(_ child: ID<Person>, _ day: Day) throws {
    guard let known = try knownChild(child).detail?.value.person.born else {
      return try about(child) { (Person(id: child, born: day, died: $0.died), $1) }
    }
    if known != day { try asStated("born", of: child, [("DOB", day.description)]) }
  }

  private func fill(_ before: Told<AboutPerson>, with now: AboutPerson) throws {
    let (person, child) = (before.value.person, before.value.person.id)
    var detail = before.value.detail
    detail.sex = detail.sex ?? now.detail.sex
    detail.ethnicity = detail.ethnicity ?? now.detail.ethnicity
    let filled = AboutPerson(
      person: Person(
        id: child, born: person.born ?? now.person.born, died: person.died ?? now.person.died),
      detail: detail)
    guard filled != before.value else { return }
    let fact: ID<Fact> = newID()
    try tell(
      PeopleRecords.about(
        filled.person, filled.detail, fact: fact, supersedes: before.fact, because: because))
    // Still the later collection's word, for the rows that follow.
    try knownChild(child).detail = Told(fact: fact, telling: before.telling, value: filled)
  }
}
