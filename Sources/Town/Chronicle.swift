public import Practice

/// One town and its ten years: every happening in the order in which it was written down.
///
/// The same `families`, `seed` and `today` give the same happenings, to the last id and word, on
/// any machine. Histories are worked out when a chronicle is made; the encounters, by far the most,
/// are drawn one by one while it is read, so that a large town needs little memory.
///
/// With 8,300 families, about 2,000 to 2,150 children have help at a time, and there are about
/// 1,020,000 encounters: the size of Brighton & Hove. Measured at seed 1, on 31 March 2026 and in
/// the year before it, beside what is published (2025 unless said otherwise; `MarginalsTests` holds
/// the nearness):
///
/// | | town | Brighton & Hove | England |
/// |---|---|---|---|
/// | children in need on the day; in the year | 2,099; 3,902 | 2,055; 3,738 | |
/// | protection plans on the day; begun in the year | 268; 320 | 260; 346 | |
/// | in care, short breaks left out; came into care | 335; 134 | 332; 129 | |
/// | children for each full-time keyworker | 13.6 | 11.4 | 15.2 |
/// | workers who left in the year | 12% | 7.5% | 11.8% |
/// | in care with three or more workers (2024) | 13.7% (7 to 14% since 2020) | 14% | 27% |
/// | the same before the pods, 2017 to 2019 | 26 to 36% | | |
/// | worker episodes: managing caseloads; absence (2024) | 17%; 5% | | 13%; 3% |
/// | worker episodes: first contact (2024) | 32% | | 8% |
///
/// First contact stands out because pods keep the first worker; before them it was near 15%. There
/// are next to no agency workers, as in Brighton & Hove. On the first 1 October that is more than
/// 400 days after the first day, teams for assessment, safeguarding and care become pods: changes
/// by standard transfer and by restructure end there (R18).
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
