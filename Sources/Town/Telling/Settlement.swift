public import Office
public import Practice
public import Store

/// A town told into a store, happening by happening, each as one telling, as if it had been lived.
public enum Settlement {
  /// Tells all of `chronicle` and makes its people's accounts.
  /// - Parameter progress: called with the number of tellings so far.
  /// - Returns: how many tellings there are.
  @discardableResult
  public static func tell(
    _ chronicle: Chronicle, into store: Store, as authority: Authority,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    nonisolated(unsafe) let pen = Pen(chronicle)
    var told = 0
    while true {
      // Many tellings to a transaction: each is whole, and the disk is waited for less often.
      let count = try await store.write { writing in
        var count = 0
        while count < 20_000, let happening = pen.happenings.next() {
          try pen.write(happening, writing, authority.number)
          count += 1
        }
        return count
      }
      told += count
      progress(told)
      if count < 20_000 { return told }
    }
  }
}

/// Turns happenings into facts, remembering which fact each lasting thing was told by last.
final class Pen {
  var happenings: Chronicle.Iterator
  private var ids: IDMaker
  private var names: [ID<Practitioner>: String] = [:]
  private var lasting: [ID<Fact>?] = []

  init(_ chronicle: Chronicle) {
    happenings = chronicle.makeIterator()
    ids = IDMaker(
      at: Instant(microseconds: Int64(chronicle.firstDay.number) * 86_400_000_000),
      using: Chance(seed: chronicle.seed, stream: 46))
  }

  func write(_ happening: Happening, _ writing: Writing, _ authority: Int) throws {
    ids.advance(to: happening.recorded)
    let (id, teller): (ID<Telling>, String) = (
      ids.next(), happening.by.flatMap { names[$0] } ?? "the office"
    )
    // What the office has a deed for is told by that deed, as if somebody had sent its form.
    if case .recordEncounter(let encounter) = happening.deed {
      try RecordEncounter(encounter, telling: id, by: teller, recorded: happening.recorded)
        .tell(writing, authority)
      return
    }
    let telling = TellingRow(
      happening.deed.verb, id: id, by: teller, recorded: happening.recorded,
      happened: happening.day, family: happening.family)
    try writing.tell(telling, authority: authority, facts(happening.deed))
    switch happening.deed {
    case .openFamily(let opening):
      for introduction in opening.people {
        for name in introduction.names {
          try writing.index(name, of: introduction.person.id, authority: authority)
        }
      }
    case .takeName(let person, let name):
      try writing.index(name, of: person, authority: authority)
    case .join(let practitioner, _): names[practitioner.id] = practitioner.name
    default: break
    }
  }

  private func facts(_ deed: Deed) -> [FactRow] {
    switch deed {
    case .formTeam(let team):
      [ServiceRecords.known(team.id), ServiceRecords.about(team, fact: ids.next())]
    case .join(let practitioner, let posting):
      [
        ServiceRecords.known(practitioner.id),
        ServiceRecords.about(practitioner, fact: ids.next()), told(posting),
      ]
    case .move(let from, let to): [told(from), told(to)]
    case .leave(let posting): [told(posting)]
    case .openFamily(let opening): facts(opening)
    case .comeBack(let help, let tenures), .endHelp(let help, let tenures):
      help.map(told) + tenures.map(told)
    case .handOver(let from, let to): from.map(told) + to.map(told)
    case .comeAlongside(let tenures), .stepBack(let tenures): tenures.map(told)
    case .agreePlan(let plans), .endPlan(let plans): plans.map(told)
    case .comeIntoCare(let episode, let move): [told(episode)] + facts(move)
    case .changeCare(let from, let to, let move): [told(from), told(to)] + facts(move)
    case .leaveCare(let episode, let move): [told(episode)] + facts(move)
    case .recordReview(let review): [CareRecords.review(review, fact: ids.next())]
    case .moveHouse(let move): facts(move)
    case .takeName(let person, let name):
      [PeopleRecords.name(name, of: person, fact: ids.next())]
    case .recordEncounter: []  // Told by the office's own deed.
    }
  }

  private func facts(_ opening: FamilyOpening) -> [FactRow] {
    var facts = [
      PeopleRecords.known(opening.family.id),
      PeopleRecords.about(opening.family, fact: ids.next()),
    ]
    for one in opening.people {
      facts.append(PeopleRecords.known(one.person.id))
      facts.append(PeopleRecords.about(one.person, one.detail, fact: ids.next()))
      facts += one.names.map { PeopleRecords.name($0, of: one.person.id, fact: ids.next()) }
    }
    facts += opening.members.map { PeopleRecords.member($0, fact: ids.next()) }
    facts += opening.kinship.map { PeopleRecords.kinship($0, fact: ids.next()) }
    facts += opening.households.map(PeopleRecords.home)
    facts += opening.residences.map(told)
    facts += opening.help.map(told)
    facts += opening.tenures.map(told)
    return facts
  }

  private func facts(_ move: HouseMove) -> [FactRow] {
    move.ended.map(told) + (move.household.map { [PeopleRecords.home($0)] } ?? [])
      + move.begun.map(told)
  }

  // A lasting thing told again takes the place of its own earlier telling: that is how it ends.

  private func told(_ one: Lasting<Posting>) -> FactRow {
    place(one.number) { ServiceRecords.posting(one.value, fact: $0, supersedes: $1, because: $2) }
  }

  private func told(_ one: Lasting<Tenure>) -> FactRow {
    place(one.number) {
      RelationshipRecords.tenure(one.value, fact: $0, supersedes: $1, because: $2)
    }
  }

  private func told(_ one: Lasting<HelpPeriod>) -> FactRow {
    place(one.number) { CareRecords.help(one.value, fact: $0, supersedes: $1, because: $2) }
  }

  private func told(_ one: Lasting<Plan>) -> FactRow {
    place(one.number) { CareRecords.plan(one.value, fact: $0, supersedes: $1, because: $2) }
  }

  private func told(_ one: Lasting<CareEpisode>) -> FactRow {
    place(one.number) { CareRecords.episode(one.value, fact: $0, supersedes: $1, because: $2) }
  }

  private func told(_ one: Lasting<Residence>) -> FactRow {
    place(one.number) {
      PeopleRecords.residence(one.value, fact: $0, supersedes: $1, because: $2)
    }
  }

  private func place(
    _ number: Int, _ row: (ID<Fact>, ID<Fact>?, String?) -> FactRow
  ) -> FactRow {
    while lasting.count <= number { lasting.append(nil) }
    let (fact, before): (ID<Fact>, ID<Fact>?) = (ids.next(), lasting[number])
    lasting[number] = fact
    return row(fact, before, before.map { _ in "came to its end" })
  }
}

extension Deed {
  /// The office's verb for it, which names its telling.
  var verb: Office.Deed {
    switch self {
    case .formTeam: .formTeam
    case .join: .join
    case .move: .move
    case .leave: .leave
    case .openFamily: .openFamily
    case .comeBack: .comeBack
    case .endHelp: .endHelp
    case .handOver: .handOver
    case .comeAlongside: .comeAlongside
    case .stepBack: .stepBack
    case .agreePlan: .agreePlan
    case .endPlan: .endPlan
    case .comeIntoCare: .comeIntoCare
    case .changeCare: .changeCare
    case .leaveCare: .leaveCare
    case .recordReview: .recordReview
    case .moveHouse: .moveHouse
    case .takeName: .takeName
    case .recordEncounter: .recordEncounter
    }
  }
}
