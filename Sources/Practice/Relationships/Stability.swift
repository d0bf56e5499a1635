public import Measuring

/// How many different social workers each child in care has had: the official measure
/// ("Stability measures for children looked after in England", fact book 5.2).
///
/// Distinct keyworkers whose tenure touches the window, the day of its end included; one who comes
/// back is counted once (A, B, A makes two). Children looked after on the day only in a series of
/// short breaks are left out.
public struct Stability: Sendable {
  public let window: LookBack
  public let none: Int
  public let one: Int
  public let two: Int
  public let threeOrMore: Int
  /// Every child counted, with the workers and the tenures beneath.
  public let each: [WorkersOfChild]
  /// Children looked after on the day whom the measure leaves out, because of short breaks.
  public let leftOut: [ID<Person>]

  public var day: Day { window.day }
  public var months: Int { window.months }
  public var children: Int { each.count }

  /// The share that the statistics publish: three or more, of all.
  public var shareOfThreeOrMore: Share { Share(threeOrMore, of: children) }

  /// Children looked after on `day`, over the twelve months that end with it.
  public static func twelveMonths(
    of histories: some Sequence<ChildHistory>, asAt day: Day
  ) -> Stability {
    Stability(of: histories, LookBack(months: 12, asAt: day)) { $0.isLookedAfter(on: day) }
  }

  /// Children looked after without a gap throughout the twenty-four months that end with `day`, and
  /// on the day itself.
  public static func twentyFourMonths(
    of histories: some Sequence<ChildHistory>, asAt day: Day
  ) -> Stability {
    let window = LookBack(months: 24, asAt: day)
    return Stability(of: histories, window) {
      $0.isLookedAfter(throughout: window.first, window.day)
    }
  }

  private init(
    of histories: some Sequence<ChildHistory>, _ window: LookBack,
    where belongs: (ChildHistory) -> Bool
  ) {
    var each: [WorkersOfChild] = []
    var leftOut: [ID<Person>] = []
    var bands = [0, 0, 0, 0]
    for history in histories where belongs(history) {
      guard !history.isInShortBreaks(on: window.day) else {
        leftOut.append(history.child)
        continue
      }
      let workers = WorkersOfChild(of: history, in: window)
      bands[min(3, workers.workers.count)] += 1
      each.append(workers)
    }
    self.window = window
    self.each = each
    self.leftOut = leftOut
    (none, one, two, threeOrMore) = (bands[0], bands[1], bands[2], bands[3])
  }
}

/// One child's different keyworkers in a window.
public struct WorkersOfChild: Sendable, Equatable {
  public let child: ID<Person>
  /// In the order in which their tenures were handed in, each once.
  public let workers: [ID<Practitioner>]
  /// Places, in the child's `tenures`, of the keyworker tenures that touch the window.
  public let tenures: [Int]

  public init(of history: ChildHistory, in window: LookBack) {
    var workers: [ID<Practitioner>] = []
    var places: [Int] = []
    for (place, tenure) in history.tenures.enumerated()
    where tenure.role == .keyworker && tenure.period.touches(window.first, window.day) {
      places.append(place)
      if !workers.contains(tenure.practitioner) { workers.append(tenure.practitioner) }
    }
    self.child = history.child
    self.workers = workers
    self.tenures = places
  }
}
