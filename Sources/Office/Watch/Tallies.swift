/// What the site has done since it began, counted in arrays under one lock that is held for a few
/// additions. Nothing in it says who or what anything was about.
final class Tallies: Sendable {
  /// Why somebody was not let in.
  enum Refused: Int, Sendable, CaseIterable {
    /// Name and password do not belong together.
    case wrong
    /// There had been too many tries.
    case waiting
    /// The form was too old, or from elsewhere.
    case stale
  }

  /// How a request ended: by the hundreds of its status, or without anybody left to answer.
  static let classes = ["1xx", "2xx", "3xx", "4xx", "5xx", "gone"]

  struct Counts: Sendable {
    /// By row of `RouteName.all`, and in it by class.
    var requests = [Int](repeating: 0, count: RouteName.all.count * Tallies.classes.count)
    var durations = [Spread](repeating: Spread(), count: RouteName.all.count)
    var inFlight = 0
    var tellings = 0
    var reads = Spread()
    var writes = Spread()
    var readsFailed = 0
    var writesFailed = 0
    var rowsKept = 0
    var rowsNotKept = 0
    var refused = [Int](repeating: 0, count: Refused.allCases.count)
  }

  private let counts = Guarded(Counts())

  var now: Counts { counts.withValue { $0 } }

  func begin() { counts.withValue { $0.inFlight += 1 } }

  /// - Parameter took: nanoseconds.
  func end(row: Int, status: Int?, took: UInt64) {
    let place = status.map { min(max($0 / 100 - 1, 0), 4) } ?? 5
    counts.withValue {
      $0.inFlight -= 1
      $0.requests[row * Tallies.classes.count + place] += 1
      $0.durations[row].add(took)
    }
  }

  func read(took: UInt64, failed: Bool) {
    counts.withValue {
      $0.reads.add(took)
      if failed { $0.readsFailed += 1 }
    }
  }

  func wrote(tellings: Int, took: UInt64, failed: Bool) {
    counts.withValue {
      $0.tellings += tellings
      $0.writes.add(took)
      if failed { $0.writesFailed += 1 }
    }
  }

  func imported(_ report: ImportReport) {
    let rows = report.files.reduce(0) { $0 + $1.rows }
    let kept = report.files.reduce(0) { $0 + $1.kept }
    counts.withValue {
      $0.rowsKept += kept
      $0.rowsNotKept += max(0, rows - kept)
    }
  }

  func refused(_ why: Refused) { counts.withValue { $0.refused[why.rawValue] += 1 } }
}

/// How long things took: how many of them took at most so long.
struct Spread: Sendable, Equatable {
  /// Upper ends in nanoseconds: from half a millisecond to ten seconds.
  static let ends: [UInt64] = [
    500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000,
    250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000,
  ]

  /// By the first end that is not passed; those above every end stand last.
  private(set) var counts = [Int](repeating: 0, count: ends.count + 1)
  private(set) var sum: UInt64 = 0

  var count: Int { counts.reduce(0, +) }

  mutating func add(_ nanoseconds: UInt64) {
    counts[Spread.ends.firstIndex { nanoseconds <= $0 } ?? Spread.ends.count] += 1
    sum &+= nanoseconds
  }
}
