import Practice

/// When in the day things are written down: deeds from half past eight, encounters from eleven.
enum Clock {
  static let encountersFrom = 11 * 3600
  static let encountersFor = 8 * 3600
  private static let deedsFrom = 8 * 3600 + 1800
  private static let deedsFor = 2 * 3600

  /// The instant at which a London clock showed midnight as that day began.
  static func midnight(_ day: Int) -> Instant {
    Instant(london: Day(day), hour: 0) ?? Instant(microseconds: Int64(day) * 86_400_000_000)
  }

  /// Gives each its instant, evenly over the morning of the day on which it was recorded.
  static func timed(_ told: [Years.Untimed]) -> [Happening] {
    var happenings: [Happening] = []
    happenings.reserveCapacity(told.count)
    var place = 0
    while place < told.count {
      var end = place
      while end < told.count, told[end].recorded == told[place].recorded { end += 1 }
      let start = midnight(told[place].recorded) + deedsFrom
      let step = min(97_000_000, Int64(deedsFor) * 1_000_000 / Int64(end - place))
      for (count, deed) in told[place..<end].enumerated() {
        happenings.append(
          Happening(
            recorded: Instant(microseconds: start.microseconds + Int64(count) * step),
            day: Day(deed.day), by: deed.by,
            family: deed.family, deed: deed.deed))
      }
      place = end
    }
    return happenings
  }
}
