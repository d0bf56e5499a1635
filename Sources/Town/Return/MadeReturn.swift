import Practice
import Returns

/// Makes children of a return one after another, without a town: care and workers alone.
struct MadeReturn {
  private var chance: Chance
  private let year: CollectionYear
  private var number = 0

  init(seed: UInt64, year: CollectionYear) {
    chance = Chance(seed: seed, stream: 6)
    self.year = year
  }

  mutating func next() -> ReturnedChild {
    defer { number += 1 }
    let last = Int(year.last.number)
    let age =
      [0, 3, 7, 12, 16][chance.weighted([6, 14, 22, 36, 22])] * 365 + chance.below(1 * 365)
    let born = last - max(60, min(age + chance.below(700), 6560))
    let start = max(born, last - 5 - chance.lasting(mean: 900))
    let name = ReturnRows.name(number)
    let heritage = Heritage.all[chance.weighted(Heritage.weights)]
    return ReturnedChild(
      header: ReturnRows.header(
        number, name, sex: chance.happens(4400) ? "F" : "M", born: Day(born),
        ethnicity: chance.pick(heritage.ethnicity), year),
      episodes: episodes(name, born: born, start: start, last: last),
      reviews: reviews(name, born: born, start: start, last: last),
      workers: workers(name, born: born, start: start, last: last),
      stated: ReturnRows.stated(number, name, born: Day(born), year, since: Day(start)))
  }

  private mutating func episodes(_ name: String, born: Int, start: Int, last: Int) -> [EpisodeRow] {
    let course = CareCourse(born: born, start: start, &chance)
    let home = Streets.postcode(&chance)
    let lived = course.spells.filter { $0.from <= last }
    let first = Int(year.first.number)
    return lived.enumerated().compactMap { place, spell in
      // Whatever the course had in mind, the last spell lived goes on over 31 March.
      let isLast = place == lived.count - 1
      let until = isLast ? nil : spell.until.map { Day($0) }
      if let until, until.number < Int32(first) { return nil }
      guard let period = Period(from: Day(spell.from), until: until) else { return nil }
      return ReturnRows.episode(
        name,
        CareEpisode(
          child: ID(high: 0, low: UInt64(number)), period: period, reasonBegun: spell.reasonBegun,
          legalStatus: spell.status, need: course.need, home: spell.home, provider: spell.provider,
          reasonEnded: spell.reasonEnded, reasonHomeChanged: spell.reasonHomeChanged,
          homePostcode: home, placementPostcode: spell.postcode), year)
    }
  }

  private mutating func reviews(_ name: String, born: Int, start: Int, last: Int) -> [ReviewRow] {
    var rows: [ReviewRow] = []
    var day = start + 24
    var gap = 88
    while day <= last {
      if day >= Int(year.first.number) {
        let code =
          day - born < 4 * 365
          ? "PN0" : ["PN1", "PN5", "PN6", "PN2"][chance.weighted([58, 14, 20, 8])]
        rows.append(
          ReviewRow(line: 0, child: name, born: Day(born), day: Day(day), participation: code))
      }
      day += gap
      gap = chance.between(165, 183)
    }
    return rows
  }

  private mutating func workers(_ name: String, born: Int, start: Int, last: Int)
    -> [WorkerEpisodeRow]
  {
    let known = max(born, start - chance.below(300))
    let first = max(known, Int(year.first.number))
    var changes = (0..<[0, 1, 2, 3, 4][chance.weighted([38, 33, 14, 10, 5])]).map { _ in
      first + 1 + chance.below(max(1, last - first))
    }
    changes = Array(Set(changes).filter { $0 <= last }).sorted()
    // A dozen workers for every hundred and fifty children, near enough to a team.
    let team = number / 150 * 12
    var worker = team + chance.below(12)
    var from = known < first ? known + chance.below(first - known) : known
    var reason = from < first ? MadeReturn.reason(&chance) : .firstContact
    var rows: [WorkerEpisodeRow] = []
    for until in changes.map(Optional.some) + [nil] {
      guard let period = Period(from: Day(from), until: until.map { Day($0) }) else { continue }
      rows.append(
        WorkerEpisodeRow(
          line: 0, child: name, born: Day(born), worker: Service.registration(worker),
          period: period, reason: reason))
      guard let until else { break }
      from = until
      reason = MadeReturn.reason(&chance)
      worker = team + (worker - team + 1 + chance.below(11)) % 12
    }
    return rows
  }

  /// Shares near those of England's worker episodes in 2024 where they are published: managing
  /// caseloads 13%, first contact 8%, absence cover 3%.
  private static func reason(_ chance: inout Chance) -> ChangeReason {
    let reasons: [ChangeReason] = [
      .managingCaseloads, .absence, .workerLeft, .standardTransfer, .restructure,
      .parentOrCarerAsked, .childAsked, .other, .firstContact,
    ]
    return reasons[chance.weighted([140, 32, 300, 400, 40, 9, 3, 70, 6])]
  }
}
