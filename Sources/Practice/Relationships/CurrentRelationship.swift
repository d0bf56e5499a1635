import Measuring

/// How long each child has been with the worker they have on a day (fact book 5.2, "current
/// length").
public struct CurrentRelationships: Sendable {
  public let day: Day
  /// Children who have a keyworker on the day.
  public let each: [CurrentRelationship]
  /// Children who have none on the day.
  public let without: [ID<Person>]

  public init(of histories: some Sequence<ChildHistory>, on day: Day) {
    var each: [CurrentRelationship] = []
    var without: [ID<Person>] = []
    for history in histories {
      if let current = CurrentRelationship(of: history, on: day) {
        each.append(current)
      } else {
        without.append(history.child)
      }
    }
    self.day = day
    self.each = each
    self.without = without
  }

  /// Median number of days; nil where no child has a keyworker.
  public var medianDays: Double? { each.lazy.map(\.days).median }

  /// The same for the children of one team.
  public func medianDays(of team: ID<Team>) -> Double? {
    each.lazy.filter { $0.team == team }.map(\.days).median
  }
}

/// The keyworker whom a child has on a day, and since when.
public struct CurrentRelationship: Sendable, Equatable {
  public let child: ID<Person>
  public let practitioner: ID<Practitioner>
  public let team: ID<Team>?
  public let since: Day
  /// Days from `since` to the day asked about; 0 on the first day.
  public let days: Int
  /// Places, in the child's `tenures`, of the tenures it rests on, the earliest first.
  public let tenures: [Int]

  /// Nil where the child has no keyworker on `day`. A worker whose tenure follows end to end on
  /// another of their own (a new team, a restated row) has been there since the first of them.
  public init?(of history: ChildHistory, on day: Day) {
    let inOrder = history.keyworkerPlaces
    guard let last = inOrder.last(where: { history.tenures[$0].period.holds(on: day) }) else {
      return nil
    }
    let current = history.tenures[last]
    let earlier = inOrder.filter {
      history.tenures[$0].practitioner == current.practitioner
        && history.tenures[$0].period.from <= current.period.from && $0 != last
    }
    var since = current.period.from
    var places = [last]
    for place in earlier.reversed() {
      guard let until = history.tenures[place].period.until, until >= since else { break }
      since = min(since, history.tenures[place].period.from)
      places.append(place)
    }
    self.child = history.child
    self.practitioner = current.practitioner
    self.team = current.team
    self.since = since
    self.days = day - since
    self.tenures = places.reversed()
  }
}
