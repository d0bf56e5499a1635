import Practice

/// Everybody who works here or once did: what they are called, and where they belong when.
struct TeamColleagues: Sendable {
  private struct Colleague: Sendable {
    var name = ""
    var registration: String?
    /// In the order in which they began.
    var postings: [Posting] = []
  }

  private var known: [ID<Practitioner>: Colleague] = [:]
  let teams: [ID<Team>: Team]

  /// - Parameters:
  ///   - postings: that hold, in any order.
  ///   - teams: of several facts about one team, the last.
  init(_ practitioners: [Practitioner], _ postings: [Posting], teams: [Team]) {
    self.teams = Dictionary(teams.map { ($0.id, $0) }) { _, later in later }
    for one in practitioners {
      known[one.id, default: Colleague()].name =
        one.name.isEmpty ? one.registration.map { "Worker \($0)" } ?? "" : one.name
      known[one.id]?.registration = one.registration
    }
    for posting in postings.sorted(by: { $0.period.from < $1.period.from }) {
      known[posting.practitioner, default: Colleague()].postings.append(posting)
    }
  }

  /// The name that they go by; where nobody has told it, the number that a return gave them.
  func name(_ practitioner: ID<Practitioner>) -> String {
    guard let name = known[practitioner]?.name, !name.isEmpty else {
      return "A worker who is not named"
    }
    return name
  }

  /// Those who go by a name, however it is written, or by a registration.
  func called(_ words: String) -> [ID<Practitioner>] {
    let folded = NameSearch.folded(words)
    return known.filter {
      NameSearch.folded($0.value.name) == folded || $0.value.registration == words
    }.keys.sorted()
  }

  /// Everybody who was ever posted to the team, in the order of their ids.
  func everyone(in team: ID<Team>) -> [ID<Practitioner>] {
    known.filter { $0.value.postings.contains { $0.team == team } }.keys.sorted()
  }

  /// The postings of those who met people at these encounters or were alongside.
  func postings(of encounters: [Encounter], _ tenures: [Tenure]) -> [Posting] {
    var who = Set(tenures.map(\.practitioner))
    var last: ID<Practitioner>?
    for encounter in encounters where encounter.practitioner != last {
      who.insert(encounter.practitioner)
      last = encounter.practitioner
    }
    var postings: [Posting] = []
    postings.reserveCapacity(2 * who.count)
    for one in who { if let known = known[one] { postings += known.postings } }
    return postings
  }

  var postings: [Posting] { known.values.flatMap(\.postings) }

  /// All postings of one practitioner, in the order in which they began.
  func postings(of practitioner: ID<Practitioner>) -> [Posting] {
    known[practitioner]?.postings ?? []
  }

  /// The posting that holds on the day; of several, the one that began last.
  func posting(_ practitioner: ID<Practitioner>, on day: Day) -> Posting? {
    known[practitioner]?.postings.last { $0.period.holds(on: day) }
  }

  /// Their team on the day, or nil where they had none or nobody told which.
  func team(_ practitioner: ID<Practitioner>, on day: Day) -> Team? {
    posting(practitioner, on: day)?.team.flatMap { teams[$0] }
  }

  func team(_ id: ID<Team>) -> Team? { teams[id] }
}
