import Practice
import Store

/// What is told about a person: who they are, and how to speak with and of them.
struct AboutPerson: Sendable, Equatable {
  let person: Person
  let detail: PersonDetail
}

/// What the history holds of one child before a file adds to it: what stands now, superseded facts
/// left aside.
struct KnownChild {
  var detail: Told<AboutPerson>?
  var numbers: Set<PersonNumber> = []
  var episodes: [Told<CareEpisode>] = []
  var tenures: [Told<Tenure>] = []
  var reviews: [Told<CareReview>] = []
  var help: [Told<HelpPeriod>] = []
  var plans: [Told<Plan>] = []
  var names: [PersonName] = []
  var families: Set<ID<Family>> = []

  init() {}

  init(_ reading: Reading, _ authority: Int, _ child: ID<Person>) throws {
    detail = try PeopleDesk.about(reading, authority, child).current().last
    numbers = Set(try PeopleDesk.numbers(reading, authority, child).current().map(\.value))
    episodes = try CareDesk.episodes(reading, authority, child).current()
    tenures = try RelationshipDesk.tenures(reading, authority, child).current()
    reviews = try CareDesk.reviews(reading, authority, child).current()
    help = try CareDesk.help(reading, authority, child).current()
    plans = try CareDesk.plans(reading, authority, child).current()
    names = try PeopleDesk.names(reading, authority, child).current().map(\.value)
    families = Set(
      try reading.all(
        "SELECT family FROM family_member WHERE authority = \(authority) AND person = \(child)"
      ) { $0.id(0) })
  }
}
