import Practice

/// What lies ahead in the town's years, day by day.
enum Ahead: Sendable {
  case open(way: Way, atLeastUntil: Int)
  case comeBack(family: Int)
  case foundOut(strand: Int)
  case protect(strand: Int)
  case unprotect(strand: Int)
  case intoCare(strand: Int)
  case careTurn(child: Int, strand: Int, spell: Int)
  case review(child: Int, strand: Int, since: Int, count: Int)
  case adviser(child: Int)
  case grown(child: Int, strand: Int)
  case othersFinish(strand: Int)
  case finish(strand: Int)
  case wish(strand: Int, turn: Int)
  case someoneBeside(strand: Int, role: TenureRole, days: Int)
  case stepBack(strand: Int, place: Int)
  case fillGap(strand: Int, turn: Int)
  case settle(strand: Int, turn: Int)
  case passOn(strand: Int, turn: Int)
  case moveHouse(family: Int)
  case fill(seat: Int)
  case leave(worker: Int, seat: Int)
  case goAway(worker: Int)
  case comeBackToWork(worker: Int)
  case balance
  case redesign
  case script(Int)
}

/// The days ahead, each with what falls on it in the order in which it was planned.
struct Agenda: Sendable {
  private let start: Int
  private var days: [[Ahead]]

  init(from start: Int, to end: Int) {
    self.start = start
    days = Array(repeating: [], count: end - start + 1)
  }

  /// Beyond the last day nothing is kept; what should have been earlier happens on the first.
  mutating func plan(_ ahead: Ahead, on day: Int) {
    let place = max(day - start, 0)
    if place < days.count { days[place].append(ahead) }
  }

  func count(on day: Int) -> Int { days[day - start].count }
  func ahead(on day: Int, at place: Int) -> Ahead { days[day - start][place] }

  mutating func done(with day: Int) { days[day - start] = [] }
}
