public import Practice

/// One town and its ten years: every happening in the order in which it was written down.
///
/// The same `families`, `seed` and `today` give the same happenings, to the last id and word, on
/// any machine. Histories are worked out when a chronicle is made; the encounters, by far the most,
/// are drawn one by one while it is read, so that a large town needs little memory.
public struct Chronicle: Sequence, Sendable {
  /// Families in total, over the ten years.
  public let families: Int
  public let seed: UInt64
  /// The last day on which anything happened.
  public let today: Day
  /// The first day on which anything was recorded: ten years before. What happened earlier was
  /// brought along from an older system on that day.
  public let firstDay: Day
  /// Everything but the encounters that chance draws: teams, people, families, help, who is
  /// alongside, care, and the encounters written by hand for the cast.
  public let history: [Happening]
  let lived: Lived
  let frame: Frame

  /// - Parameters:
  ///   - families: at least 12, the cast; a smaller number is taken as 12.
  ///   - today: 20 November 2026 where nobody says otherwise; the years follow it, whole.
  public init(families: Int, seed: UInt64 = 1, today: Day = Chronicle.usualDay) {
    self.families = Swift.max(Script.families, families)
    self.seed = seed
    self.today = today
    frame = Frame(today: today)
    firstDay = Day(frame.first)
    let years = Years(families: self.families, seed: seed, frame: frame)
    history = Clock.timed(years.told)
    lived = Lived(years)
  }

  public static let usualDay = Day(number: 20_777)

  public func makeIterator() -> Iterator { Iterator(self) }

  /// The council of the demonstration; its code is no real council's.
  public static let authority = Authority(number: 1, code: "999", name: "Marlhaven")
}
