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
    var known: [Acquaintance] = []
    var places: [ID<Practitioner>: Int] = [:]
    func place(of who: ID<Practitioner>) -> Int {
      if let place = places[who] { return place }
      places[who] = known.count
      known.append(Acquaintance(of: who))
      return known.count - 1
    }
    for encounter in encounters where encounter.day <= day {
      let (present, seen, alone) = encounter.presence(of: people)
      guard present else { continue }
      known[place(of: encounter.practitioner)].add(encounter, seen: seen, alone: alone, asAt: day)
    }
    for tenure in tenures where tenure.period.from <= day && people.contains(tenure.child) {
      known[place(of: tenure.practitioner)].add(tenure, asAt: day)
    }
    var leaving = [(last: Day?, stays: Bool)](repeating: (nil, false), count: known.count)
    for posting in postings {
      guard let place = places[posting.practitioner] else { continue }
      if let until = posting.period.until, until <= day {
        leaving[place].last = max(leaving[place].last ?? until, until)
      } else if posting.period.from <= day {
        leaving[place].stays = true
      }
    }
    for place in known.indices {
      if let last = leaving[place].last, !leaving[place].stays {
        known[place].availability = .left(last)
      } else if away.contains(known[place].practitioner) {
        known[place].availability = .away
      }
    }
    known.sort(by: Acquaintance.knowsBetter)
    self.day = day
    self.acquaintances = known
  }
}

extension Encounter {
  /// Whether any of these people took part, was seen, and was seen alone.
  fileprivate func presence(
    of people: Set<ID<Person>>
  ) -> (present: Bool, seen: Bool, alone: Bool) {
    var (present, seen, alone) = (false, false, false)
    for one in met where people.contains(one.person) {
      present = true
      if one.seen { (seen, alone) = (true, alone || one.alone) }
    }
    return (present, seen, alone)
  }
}
