/// How often children were given another keyworker in a window, and why (fact book 5.2).
///
/// A change is a keyworker tenure that began in the window with someone other than the one before.
/// The first worker a child ever had replaced nobody. Cover that returned is no change: neither the
/// beginning of someone who covered an absence (`ABSENC`), nor the return of the one who was covered
/// for. Cover that has not returned by the day is counted, under its reason.
public struct WorkerChanges: Sendable {
  public let window: LookBack
  /// Children with a keyworker at any time in the window: of whom the changes are counted.
  public let children: Int
  public let byReason: [ChangeReason: Int]
  /// Changes for which nobody gave a reason.
  public let withoutReason: Int
  /// Times that cover stood in and the child's worker came back, which are not changes.
  public let coverThatReturned: Int
  /// Children with at least one change or one cover that returned.
  public let each: [ChangesOfChild]

  public var total: Int { withoutReason + byReason.values.reduce(0, +) }
  public subscript(_ reason: ChangeReason) -> Int { byReason[reason] ?? 0 }

  /// The changes that pods and units promise to remove, which are shown on their own (R18, R33).
  public var promisedToEnd: Int { ChangeReason.promisedToEnd.reduce(0) { $0 + self[$1] } }

  /// Children by number of changes in the window: two or more is what the Stability Index counted.
  public func children(withAtLeast changes: Int) -> Int {
    changes <= 0 ? children : each.count { $0.changes.count >= changes }
  }

  public init(of histories: some Sequence<ChildHistory>, in window: LookBack) {
    var (children, withoutReason, cover) = (0, 0, 0)
    var byReason: [ChangeReason: Int] = [:]
    var each: [ChangesOfChild] = []
    for history in histories {
      let places = history.keyworkerPlaces
      guard
        places.contains(where: { history.tenures[$0].period.touches(window.first, window.day) })
      else { continue }
      children += 1
      let found = ChangesOfChild(of: history, in: window)
      guard !found.changes.isEmpty || !found.covered.isEmpty else { continue }
      for place in found.changes {
        if let reason = history.tenures[place].begun {
          byReason[reason, default: 0] += 1
        } else {
          withoutReason += 1
        }
      }
      cover += found.covered.count
      each.append(found)
    }
    self.window = window
    self.children = children
    self.byReason = byReason
    self.withoutReason = withoutReason
    self.coverThatReturned = cover
    self.each = each
  }
}

/// One child's changes of keyworker in a window, as places in the child's `tenures`.
public struct ChangesOfChild: Sendable, Equatable {
  public let child: ID<Person>
  /// Tenures whose beginning was a change.
  public let changes: [Int]
  /// Tenures that covered an absence, began in the window, and gave way to the worker covered for.
  public let covered: [Int]

  public init(of history: ChildHistory, in window: LookBack) {
    // As at the day: what began later is not known yet.
    let places = history.keyworkerPlaces.filter { history.tenures[$0].period.from <= window.day }
    var (changes, covered): ([Int], [Int]) = ([], [])
    var (index, before) = (1, places.first)
    while index < places.count, let left = before {
      let worker = history.tenures[left]
      let began = history.tenures[places[index]]
      if let end = Self.endOfCover(from: index, of: worker, places, history, by: window.day) {
        covered += places[index..<end].filter { window.contains(history.tenures[$0].period.from) }
        index = end
        continue
      }
      if began.practitioner != worker.practitioner, window.contains(began.period.from) {
        changes.append(places[index])
      }
      before = places[index]
      index += 1
    }
    self.child = history.child
    self.changes = changes
    self.covered = covered
  }

  /// Where a run of absence cover begins at `start` and gives way to `worker` again: the index just
  /// after the run. That worker's tenure may have gone on beside it, or a new one of theirs begins.
  /// Nil where no such run begins here, or where somebody took over for good.
  private static func endOfCover(
    from start: Int, of worker: Tenure, _ places: [Int], _ history: ChildHistory, by day: Day
  ) -> Int? {
    for index in start..<places.count {
      let tenure = history.tenures[places[index]]
      if tenure.practitioner == worker.practitioner { return index > start ? index : nil }
      guard tenure.begun == .absence else { return nil }
      if let until = tenure.period.until, until <= day, worker.period.holds(on: until) {
        return index + 1
      }
    }
    return nil
  }
}
