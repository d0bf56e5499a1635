import Practice
import Store

/// What is told about a person: who they are, and how to speak with and of them.
struct AboutPerson: Sendable, Equatable {
  let person: Person
  let detail: PersonDetail
}

/// What the history holds of one child before a file adds to it: what stands now, superseded facts
/// left aside. The file's own facts are added as they are told.
final class KnownChild {
  var detail: Told<AboutPerson>?
  var numbers: Set<PersonNumber> = []
  var episodes: [Told<CareEpisode>] = []
  var tenures: [Told<Tenure>] = []
  var reviews: [Told<CareReview>] = []
  var help: [Told<HelpPeriod>] = []
  var plans: [Told<Plan>] = []
  var names: [PersonName] = []
  var families: Set<ID<Family>> = []

  /// What is known of each of `children`, in one question of each kind.
  static func each(
    of children: Set<ID<Person>>, _ reading: Reading, _ authority: Int
  ) throws -> [ID<Person>: KnownChild] {
    var known = Dictionary(uniqueKeysWithValues: children.map { ($0, KnownChild()) })
    for told in try PeopleDesk.about(reading, authority, children).current() {
      known[told.value.person.id]?.detail = told
    }
    for (child, number) in try PeopleDesk.numbers(reading, authority, children) {
      known[child]?.numbers.insert(number)
    }
    for told in try CareDesk.episodes(reading, authority, children).current() {
      known[told.value.child]?.episodes.append(told)
    }
    for told in try RelationshipDesk.tenures(reading, authority, children).current() {
      known[told.value.child]?.tenures.append(told)
    }
    for told in try CareDesk.reviews(reading, authority, children).current() {
      known[told.value.child]?.reviews.append(told)
    }
    for told in try CareDesk.help(reading, authority, children).current() {
      known[told.value.person]?.help.append(told)
    }
    for told in try CareDesk.plans(reading, authority, children).current() {
      known[told.value.child]?.plans.append(told)
    }
    for (child, name) in try PeopleDesk.names(reading, authority, children) {
      known[child]?.names.append(name)
    }
    try reading.each(
      """
      SELECT person, family FROM family_member
      WHERE authority = \(authority) AND person = \(eachOf: children)
      """
    ) { known[$0.id(0)]?.families.insert($0.id(1)) }
    return known
  }
}
