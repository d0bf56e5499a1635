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
  var pupilNumbers: Set<String> = []
  var episodes: [Told<CareEpisode>] = []
  var tenures: [Told<Tenure>] = []
  var reviews: [Day: Told<CareReview>] = [:]

  init() {}

  init(_ reading: Reading, _ authority: Int, _ child: ID<Person>) throws {
    detail = try PeopleDesk.about(reading, authority, child).current().last
    pupilNumbers = Set(
      try reading.all(
        """
        SELECT value FROM person_number
        WHERE authority = \(authority) AND person = \(child) AND scheme = 'uniquePupil'
        """
      ) { $0.text(0) })
    episodes = try CareDesk.episodes(reading, authority, child).current()
    tenures = try RelationshipDesk.tenures(reading, authority, child).current()
    for review in try CareDesk.reviews(reading, authority, child).current() {
      reviews[review.value.day] = review
    }
  }
}
