/// Who has met whom: every practitioner who has met a child or a family, so that the one who is asked
/// to visit is somebody they know (R50, R52, R54).
public struct Familiarity: Sendable {
  public let day: Day
  /// Everyone who has met them or was alongside, those who know them best first.
  public let acquaintances: [Acquaintance]

  /// Who should be asked to visit, in this order: those who have met them most in the last 365 days,
  /// then most in all, then latest; among those with no encounter kept, those who are alongside now
  /// or were last. Whoever has left, or is away, is not asked.
  public var toAsk: [Acquaintance] { acquaintances.filter { $0.availability.canBeAsked } }

  /// - Parameters:
  ///   - people: a child alone, or all of a family. An encounter counts where one of them took part;
  ///     as met, where one of them was seen.
  ///   - tenures: of these people. A worker of whom no encounter is kept (a return holds none) is
  ///     still known to have been alongside.
  ///   - postings: of everyone. Somebody with postings, all of which ended by the day, has left;
  ///     somebody without any is not known to have left.
  ///   - away: practitioners on leave on the day.
  ///   - day: what came later is not read.
  public init(
    with people: Set<ID<Person>>, encounters: some Sequence<Encounter>,
    tenures: some Sequence<Tenure> = [Tenure](), postings: some Sequence<Posting>,
    away: Set<ID<Practitioner>> = [], asAt day: Day
  ) {
    var known: [ID<Practitioner>: Acquaintance] = [:]
    for encounter in encounters where encounter.day <= day {
      let met = encounter.met.filter { people.contains($0.person) }
      guard !met.isEmpty else { continue }
      known[encounter.practitioner, default: Acquaintance(of: encounter.practitioner)]
        .add(encounter, met: met, asAt: day)
    }
    for tenure in tenures where people.contains(tenure.child) && tenure.period.from <= day {
      known[tenure.practitioner, default: Acquaintance(of: tenure.practitioner)]
        .add(tenure, asAt: day)
    }
    let leaving = Self.leaving(of: Set(known.keys), postings, by: day)
    self.day = day
    self.acquaintances = known.values.map { acquaintance in
      var acquaintance = acquaintance
      let who = acquaintance.practitioner
      acquaintance.availability =
        leaving[who].map { .left($0) } ?? (away.contains(who) ? .away : .canBeAsked)
      return acquaintance
    }.sorted(by: Acquaintance.knowsBetter)
  }

  /// The last day of each whose postings have all ended.
  private static func leaving(
    of who: Set<ID<Practitioner>>, _ postings: some Sequence<Posting>, by day: Day
  ) -> [ID<Practitioner>: Day] {
    var ends: [ID<Practitioner>: Day] = [:]
    var staying: Set<ID<Practitioner>> = []
    for posting in postings where who.contains(posting.practitioner) {
      if let until = posting.period.until, until <= day {
        ends[posting.practitioner] = max(ends[posting.practitioner] ?? until, until)
      } else if posting.period.from <= day {
        staying.insert(posting.practitioner)
      }
    }
    return ends.filter { !staying.contains($0.key) }
  }
}
