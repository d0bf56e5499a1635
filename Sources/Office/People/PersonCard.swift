import Practice

/// What a page needs to speak of someone: what they are called, how old they are, how to speak with
/// and of them.
struct PersonCard: Sendable {
  let id: ID<Person>
  /// What holds, the newest first.
  var names: [PersonName] = []
  var born: Day?
  var died: Day?
  var detail = PersonDetail()
  /// A number by which others know them; read where no name is known.
  var number: String?

  init(_ id: ID<Person>) { self.id = id }

  mutating func know(_ about: AboutPerson) {
    born = about.person.born
    died = about.person.died
    detail = about.detail
  }

  /// "Leo O'Doherty"; a child of whom only a return tells is "Child 100234".
  var called: String {
    names.spoken?.full ?? number.map { "Child \($0)" } ?? "Somebody who is not named"
  }

  /// "Leo", where the family is plain.
  var given: String {
    guard let name = names.spoken else { return called }
    return name.given.isEmpty ? name.family : name.given
  }

  /// "8 years", "5 months"; nil where nobody told when they were born.
  func age(on day: Day) -> String? {
    guard let born, born <= day else { return nil }
    let years = born.age(on: died.map { min($0, day) } ?? day)
    return years >= 2 ? "\(years) years" : born.length(until: day)
  }

  /// "Polish, with an interpreter".
  var speaks: String? {
    switch (detail.language, detail.interpreter) {
    case (let language?, true): "\(language), with an interpreter"
    case (let language?, false): language
    case (nil, true): "needs an interpreter"
    case (nil, false): nil
    }
  }
}
