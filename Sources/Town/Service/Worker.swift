import Practice

/// A practitioner as the town's years know them.
struct Worker: Sendable {
  struct Span: Sendable {
    let team: Int
    let from: Int
    var until: Int = .max
  }
  let practitioner: Practitioner
  let role: StaffRole
  let fullTimePercent: Int
  let employment: Posting.Employment
  /// Share of a full load of families, in hundredths, full-time share included.
  let capacity: Int
  /// Hand-written: comes, goes and is away only as the script says.
  let cast: Bool
  /// Whether chance may give this worker more families.
  var open: Bool
  var spans: [Span] = []
  var posting: Lasting<Posting>?
  /// Days away for long, from and until.
  var away: [(from: Int, until: Int)] = []
  /// Children held as keyworker now.
  var load = 0
  /// Strands held as keyworker now, and those that this worker is beside in another role.
  var holds: [Int] = []
  var beside: [Int] = []

  var team: Int? { spans.last.flatMap { $0.until == .max ? $0.team : nil } }

  /// In post on that day, and not away for long.
  func isHere(_ day: Int) -> Bool {
    spans.contains { $0.from <= day && day < $0.until }
      && !away.contains { $0.from <= day && day < $0.until }
  }

  /// On annual leave: three times a year, one or two weeks, by the worker's own number.
  static func isOnLeave(_ worker: Int, _ day: Int) -> Bool {
    let dayOfYear = day % 365
    let mixed = Chance.mix(UInt64(truncatingIfNeeded: worker &* 31 &+ day / 365))
    let starts = (Int(mixed & 63) + 20, Int(mixed >> 8 & 63) + 140, Int(mixed >> 16 & 63) + 265)
    return (dayOfYear >= starts.0 && dayOfYear < starts.0 + 7)
      || (dayOfYear >= starts.1 && dayOfYear < starts.1 + 14)
      || (dayOfYear >= starts.2 && dayOfYear < starts.2 + 7)
  }
}
