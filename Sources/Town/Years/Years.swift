import Practice

/// The town's years, lived day by day: who comes to the service and who leaves, which families are
/// helped, and who walks alongside whom. Everything but the encounters, which are drawn from the
/// strands afterwards because there are a million of them.
struct Years {
  let frame: Frame
  var chance: Chance
  var maker: FamilyMaker
  var agenda: Agenda
  var today: Int
  /// How many lasting facts have been numbered.
  var numbered = 0

  let structure: Structure
  var teams: [Team] = []
  var rosters: [[Int]] = []
  var workers: [Worker] = []
  var holderOfSeat: [Int?] = []
  var families: [TownFamily] = []
  var children: [ChildLife] = []
  var strands: [Strand] = []
  let script: Script
  /// Where the script's families and children are, by key.
  var castStrands: [String: Int] = [:]
  var castChildren: [String: Int] = [:]
  var told: [Untimed] = []

  /// A happening that waits for its instant.
  struct Untimed: Sendable {
    let recorded: Int
    let day: Int
    let by: ID<Practitioner>?
    let family: ID<Family>?
    let deed: Deed
  }

  init(families: Int, seed: UInt64, frame: Frame) {
    self.frame = frame
    chance = Chance(seed: seed, stream: 1)
    today = frame.before
    agenda = Agenda(from: frame.before, to: frame.last)
    let start = Instant(microseconds: Int64(frame.before) * 86_400_000_000 + 32_400_000_000)
    maker = FamilyMaker(
      chance: Chance(seed: seed, stream: 2),
      ids: IDMaker(at: start, using: Chance(seed: seed, stream: 3)))
    let chanceFamilies = max(0, families - Script.families)
    structure = Structure(
      children: chanceFamilies * Years.openChildrenPerThousandFamilies / 1000, &chance)
    script = Script(frame: frame)
    setUpService()
    planArrivals(chanceFamilies)
    for (place, step) in script.steps.enumerated() { agenda.plan(.script(place), on: step.day) }
    live()
  }

  /// Children with help at a time, for a thousand families in all: measured, and used to staff the
  /// service for the families that it will have.
  static let openChildrenPerThousandFamilies = 252

  private mutating func live() {
    while today <= frame.last {
      maker.ids.advance(
        to: Instant(microseconds: Int64(today) * 86_400_000_000 + 32_400_000_000))
      var place = 0
      while place < agenda.count(on: today) {
        meet(agenda.ahead(on: today, at: place))
        place += 1
      }
      agenda.done(with: today)
      today += 1
    }
  }

  private mutating func meet(_ ahead: Ahead) {
    switch ahead {
    case .open(let way, let until): openFamily(way, atLeastUntil: until)
    case .comeBack(let family): comeBack(family)
    case .foundOut(let strand): foundOut(strand)
    case .protect(let strand): protect(strand)
    case .unprotect(let strand): unprotect(strand)
    case .intoCare(let strand): intoCare(strand)
    case .careTurn(let child, let strand, let spell): careTurn(child, strand, spell)
    case .review(let child, let strand, let since, let count):
      review(child, strand, since: since, count: count)
    case .adviser(let child): meetAdviser(child)
    case .grown(let child, let strand): growUp(child, strand)
    case .othersFinish(let strand): othersFinish(strand)
    case .finish(let strand): finish(strand)
    case .wish(let strand, let turn): wish(strand, turn)
    case .someoneBeside(let strand, let role, let days): someoneBeside(strand, role, days: days)
    case .stepBack(let strand, let place): stepBack(strand, place)
    case .fillGap(let strand, let turn): fillGap(strand, turn)
    case .settle(let strand, let turn): settle(strand, turn)
    case .passOn(let strand, let turn): passOn(strand, turn)
    case .moveHouse(let family): moveHouse(family)
    case .fill(let seat): fill(seat)
    case .leave(let worker, let seat): leave(worker, seat: seat)
    case .goAway(let worker): goAway(worker)
    case .comeBackToWork(let worker): comeBackToWork(worker)
    case .balance: balance()
    case .redesign: redesign()
    case .script(let place): follow(script.steps[place])
    }
  }

  // MARK: Telling

  mutating func tell(_ deed: Deed, by worker: Int? = nil, family: Int? = nil) {
    told.append(
      Untimed(
        recorded: frame.recorded(today), day: today, by: worker.map { workers[$0].practitioner.id },
        family: family.map { families[$0].family.id }, deed: deed))
  }

  mutating func lasting<Value>(_ value: Value) -> Lasting<Value> {
    numbered += 1
    return Lasting(number: numbered, value: value)
  }

  /// A period from a day until today, for facts that end today.
  func ending(_ period: Period) -> Period {
    Period(from: period.from, until: max(Day(today), period.from)) ?? period
  }
}
