import Practice
import Returns

/// What a town's history holds for a return: who the children are, their care, reviews and
/// keyworkers.
struct ReturnFacts {
  private struct Known {
    let number: Int
    let born: Day
    let sex: String
    let ethnicity: String
    var care: [Int] = []
    var workers: [Int] = []
    var reviews: [CareReview] = []
  }
  private var known: [ID<Person>: Known] = [:]
  private var order: [ID<Person>] = []
  private var registrations: [ID<Practitioner>: String] = [:]
  private var care: [Int: CareEpisode] = [:]
  private var tenures: [Int: Tenure] = [:]

  init(_ chronicle: Chronicle) {
    for happening in chronicle.history {
      switch happening.deed {
      case .join(let practitioner, _): registrations[practitioner.id] = practitioner.registration
      case .openFamily(let opening):
        for one in opening.people { add(one, opening) }
        tell(opening.tenures)
      case .comeBack(_, let tenures), .endHelp(_, let tenures): tell(tenures)
      case .handOver(let from, let to): tell(from + to)
      case .comeAlongside(let tenures), .stepBack(let tenures): tell(tenures)
      case .comeIntoCare(let episode, _), .leaveCare(let episode, _): tell(episode)
      case .changeCare(let from, let to, _):
        tell(from)
        tell(to)
      case .recordReview(let review): known[review.child]?.reviews.append(review)
      default: break
      }
    }
  }

  private mutating func add(_ one: Introduction, _ opening: FamilyOpening) {
    let isChild = opening.members.contains {
      $0.person == one.person.id && $0.relation == "Child"
    }
    guard isChild, let born = one.person.born else { return }
    known[one.person.id] = Known(
      number: order.count, born: born, sex: one.detail.sex ?? "U",
      ethnicity: one.detail.ethnicity ?? "NOBT")
    order.append(one.person.id)
  }

  private mutating func tell(_ told: [Lasting<Tenure>]) {
    for one in told where one.value.role == .keyworker {
      if tenures.updateValue(one.value, forKey: one.number) == nil {
        known[one.value.child]?.workers.append(one.number)
      }
    }
  }

  private mutating func tell(_ one: Lasting<CareEpisode>) {
    if care.updateValue(one.value, forKey: one.number) == nil {
      known[one.value.child]?.care.append(one.number)
    }
  }

  func children(_ year: CollectionYear) -> [ReturnedChild] {
    order.compactMap { known[$0].flatMap { child($0, year) } }
  }

  private func child(_ known: Known, _ year: CollectionYear) -> ReturnedChild? {
    let spells = known.care.compactMap { care[$0] }
    let inYear = spells.filter {
      $0.period.from <= year.last && ($0.period.until ?? year.last) >= year.first
    }
    guard !inYear.isEmpty else { return nil }
    let name = ReturnRows.name(known.number)
    let lookedAfter = inYear.contains { $0.period.holds(on: year.last) }
    let workers = lookedAfter ? known.workers.compactMap { tenures[$0] } : []
    let since = spells.last { $0.reasonBegun == "S" && $0.period.from <= year.last }?.period.from
    return ReturnedChild(
      header: ReturnRows.header(
        known.number, name, sex: known.sex, born: known.born, ethnicity: known.ethnicity, year),
      episodes: inYear.map { ReturnRows.episode(name, $0, year) },
      reviews: known.reviews.filter { $0.day >= year.first && $0.day <= year.last }.map {
        ReviewRow(
          line: 0, child: name, born: known.born, day: $0.day, participation: $0.participation)
      },
      workers: workers.filter { $0.period.touches(year.first, year.last) }.map {
        WorkerEpisodeRow(
          line: 0, child: name, born: known.born,
          worker: registrations[$0.practitioner] ?? "XX000000",
          period: ReturnRows.asAt(year, $0.period), reason: $0.begun)
      },
      stated: ReturnRows.stated(
        known.number, name, born: known.born, year, since: lookedAfter ? since : nil))
  }
}
