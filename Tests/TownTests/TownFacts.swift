import Practice

@testable import Town

/// What a chronicle leaves when all is told: each lasting fact as it was told last.
struct TownFacts {
  var postings: [Int: Posting] = [:]
  var help: [Int: HelpPeriod] = [:]
  var tenures: [Int: Tenure] = [:]
  var care: [Int: CareEpisode] = [:]
  var plans: [Int: Plan] = [:]
  var reviews: [CareReview] = []
  var people: [ID<Person>: Introduction] = [:]
  var families: [ID<Family>: FamilyOpening] = [:]
  var practitioners: [ID<Practitioner>: Practitioner] = [:]
  var encounters: [Encounter] = []
  /// Lasting facts told more than twice, or told as ended before they began.
  var wronglyTold = 0
  private var tellings: [Int: Int] = [:]

  init(_ happenings: some Sequence<Happening>) {
    for happening in happenings { add(happening.deed) }
  }

  private mutating func add(_ deed: Deed) {
    switch deed {
    case .formTeam, .takeName: break
    case .join(let practitioner, let posting):
      practitioners[practitioner.id] = practitioner
      note(posting, \.postings, posting.value.period)
    case .leave(let posting): note(posting, \.postings, posting.value.period)
    case .move(let from, let to):
      for one in [from, to] { note(one, \.postings, one.value.period) }
    case .openFamily(let opening):
      families[opening.family.id] = opening
      for one in opening.people { people[one.person.id] = one }
      for one in opening.help { note(one, \.help, one.value.period) }
      noteAll(opening.tenures)
    case .comeBack(let periods, let tenures), .endHelp(let periods, let tenures):
      for one in periods { note(one, \.help, one.value.period) }
      noteAll(tenures)
    case .handOver(let from, let to): noteAll(from + to)
    case .comeAlongside(let tenures), .stepBack(let tenures): noteAll(tenures)
    case .agreePlan(let told), .endPlan(let told):
      for one in told { note(one, \.plans, one.value.period) }
    case .comeIntoCare(let one, _), .leaveCare(let one, _): note(one, \.care, one.value.period)
    case .changeCare(let from, let to, _):
      for one in [from, to] { note(one, \.care, one.value.period) }
    case .recordReview(let review): reviews.append(review)
    case .moveHouse: break
    case .recordEncounter(let encounter): encounters.append(encounter)
    }
  }

  private mutating func noteAll(_ told: [Lasting<Tenure>]) {
    for one in told { note(one, \.tenures, one.value.period) }
  }

  private mutating func note<Value>(
    _ one: Lasting<Value>, _ place: WritableKeyPath<TownFacts, [Int: Value]>, _ period: Period
  ) {
    let count = tellings[one.number, default: 0]
    if count > 1 || (count == 0) != (period.until == nil) { wronglyTold += 1 }
    tellings[one.number] = count + 1
    self[keyPath: place][one.number] = one.value
  }

  func keyworkers(of child: ID<Person>) -> [Tenure] {
    tenures.values.filter { $0.child == child && $0.role == .keyworker }
      .sorted {
        ($0.period.from, $0.period.until ?? .max) < ($1.period.from, $1.period.until ?? .max)
      }
  }
}

extension Day {
  static let max = Day(number: Int32.max)
  static func march(_ year: Int) -> Day { Day(year: year, month: 3, day: 31)! }
}

/// Towns that several suites look at, made once.
enum Towns {
  /// Small enough to read every encounter of.
  static let village = Chronicle(families: 160, seed: 7)
  static let villageHappenings = Array(village)
  static let villageFacts = TownFacts(villageHappenings)
  /// Of the size of Brighton & Hove; histories only.
  static let city = Chronicle(families: 8300)
  static let cityFacts = TownFacts(city.history)
}
