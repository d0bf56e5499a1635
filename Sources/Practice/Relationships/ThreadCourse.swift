/// Who the keyworker was at each time: the thread's course through a child's life, before any window
/// is laid over it.
struct ThreadCourse {
  /// One keyworker without a break; several tenures where they follow on.
  struct Stretch {
    let practitioner: ID<Practitioner>
    let from: Day
    /// The day on which it ended; nil where it goes on.
    var until: Day?
    /// The tenure that began it.
    let tenure: Tenure
    /// The tenure that ended the stretch before, where it says why.
    let endedBefore: ChangeReason?
  }

  private(set) var stretches: [Stretch] = []

  /// Where two keyworkers overlap, the thread is with the one who came later; when that one leaves
  /// while the earlier one is still there, it is with the earlier again.
  init(_ tenures: [Tenure]) {
    let held = tenures.filter { $0.role == .keyworker }.sorted { a, b in
      (a.period.from, a.period.until ?? .farthest) < (b.period.from, b.period.until ?? .farthest)
    }
    var boundaries = Set(held.map(\.period.from))
    for tenure in held { if let until = tenure.period.until { boundaries.insert(until) } }
    let days = boundaries.sorted()
    for (place, day) in days.enumerated() {
      let next = place + 1 < days.count ? days[place + 1] : nil
      guard let holder = held.last(where: { $0.period.holds(on: day) }) else { continue }
      extend(with: holder, from: day, until: next)
    }
  }

  private mutating func extend(with tenure: Tenure, from: Day, until: Day?) {
    if let last = stretches.last, last.practitioner == tenure.practitioner,
      let end = last.until, from <= end + 1
    {
      stretches[stretches.count - 1].until = until
    } else {
      stretches.append(
        Stretch(
          practitioner: tenure.practitioner, from: from, until: until, tenure: tenure,
          endedBefore: stretches.last?.tenure.ended))
    }
  }

  /// Runs of whole days within `owed` on which nobody was the keyworker, up to and including
  /// `today`. The day on which one ended is not such a day, as both count it as theirs.
  func daysWithNobody(owed: [Period], today: Day) -> [DayRun] {
    let held = stretches.map { DayRun($0.from, min($0.until ?? today, today)) }
    let due = DayRun.joined(
      owed.filter { $0.from <= today }.map { period in
        DayRun(period.from, min(period.until.map { $0 - 1 } ?? today, today))
      })
    return due.flatMap { $0.without(held) }
  }
}

/// Whole days from the first to the last, both included.
struct DayRun: Equatable {
  let first: Day
  let last: Day

  init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = last
  }

  var days: Int { last - first + 1 }

  /// What remains of this run when others, in order of their first days, are taken out.
  func without(_ others: [DayRun]) -> [DayRun] {
    var rest: [DayRun] = []
    var from = first
    for other in others where other.last >= from && other.first <= last {
      if other.first > from { rest.append(DayRun(from, other.first - 1)) }
      from = max(from, other.last + 1)
    }
    if from <= last { rest.append(DayRun(from, last)) }
    return rest
  }

  /// The same days with runs that meet or overlap made one.
  static func joined(_ runs: [DayRun]) -> [DayRun] {
    var joined: [DayRun] = []
    for run in runs.filter({ $0.first <= $0.last }).sorted(by: { $0.first < $1.first }) {
      if let last = joined.last, run.first <= last.last + 1 {
        joined[joined.count - 1] = DayRun(last.first, max(last.last, run.last))
      } else {
        joined.append(run)
      }
    }
    return joined
  }
}

extension Day {
  /// Later than any day that a record can hold.
  static let farthest = Day(number: .max)
}
