import Practice

/// The practitioners whom a page speaks of: what they are called, and where they belong when.
struct TeamColleagues: Sendable {
  struct Colleague: Sendable {
    var name: String?
    var registration: String?
    /// What holds, in the order in which it began.
    var postings: [Posting] = []
  }

  private let known: [ID<Practitioner>: Colleague]
  private let teams: [ID<Team>: Team]

  init(_ known: [ID<Practitioner>: Colleague], teams: [ID<Team>: Team]) {
    self.known = known
    self.teams = teams
  }

  var postings: some Sequence<Posting> { known.values.lazy.flatMap(\.postings) }
  var practitioners: some Collection<ID<Practitioner>> { known.keys }

  /// The name that they go by; where nobody has told it, the number that a return gave them.
  func name(_ practitioner: ID<Practitioner>) -> String {
    guard let one = known[practitioner] else { return "A worker who is not named" }
    if let name = one.name, !name.isEmpty { return name }
    return one.registration.map { "Worker \($0)" } ?? "A worker who is not named"
  }

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
