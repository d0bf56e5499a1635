/// How well one practitioner is known to a child or a family as at a day.
public struct Acquaintance: Sendable, Equatable {
  public let practitioner: ID<Practitioner>
  /// Encounters in which one of them took part, in the order told, to open the figures to.
  public private(set) var encounters: [ID<Encounter>] = []
  /// Of these, in the 365 days that end with the day.
  public private(set) var inLast365Days = 0
  /// Of all, those in the same room where one of them was seen.
  public private(set) var faceToFace = 0
  /// Of all, those where one of them was seen alone.
  public private(set) var seenAlone = 0
  public private(set) var first: Day?
  public private(set) var last: Day?
  /// The last day alongside, in any role; the day itself while it goes on, nil if never.
  public private(set) var alongsideUntil: Day?
  public private(set) var isAlongside = false
  /// Days alongside in all; time in two roles, or with two of them, counts twice.
  public private(set) var daysAlongside = 0
  public internal(set) var availability = Availability.canBeAsked

  /// True where they have met, and not only been named for each other.
  public var haveMet: Bool { faceToFace > 0 }

  public enum Availability: Sendable, Equatable {
    case canBeAsked
    /// On leave on the day.
    case away
    /// All their postings had ended, the last on this day.
    case left(Day)

    public var canBeAsked: Bool { self == .canBeAsked }
  }

  init(of practitioner: ID<Practitioner>) { self.practitioner = practitioner }

  /// - Parameters:
  ///   - seen: one of the people in question was.
  ///   - alone: one of them was, alone.
  mutating func add(_ encounter: Encounter, seen: Bool, alone: Bool, asAt day: Day) {
    encounters.append(encounter.id)
    if day - encounter.day < 365 { inLast365Days += 1 }
    if seen, ContactMode(of: encounter) == .faceToFace { faceToFace += 1 }
    if alone { seenAlone += 1 }
    first = min(first ?? encounter.day, encounter.day)
    last = max(last ?? encounter.day, encounter.day)
  }

  mutating func add(_ tenure: Tenure, asAt day: Day) {
    if tenure.period.holds(on: day) { isAlongside = true }
    let until = min(tenure.period.until ?? day, day)
    alongsideUntil = max(alongsideUntil ?? until, until)
    daysAlongside += tenure.period.days(by: day)
  }

  /// The order of `Familiarity.toAsk`; ids settle what nothing else does, so that it never wavers.
  static func knowsBetter(_ a: Acquaintance, _ b: Acquaintance) -> Bool {
    if a.inLast365Days != b.inLast365Days { return a.inLast365Days > b.inLast365Days }
    if a.encounters.count != b.encounters.count { return a.encounters.count > b.encounters.count }
    if a.last != b.last { return (a.last?.number ?? .min) > (b.last?.number ?? .min) }
    if a.isAlongside != b.isAlongside { return a.isAlongside }
    if a.alongsideUntil != b.alongsideUntil {
      return (a.alongsideUntil?.number ?? .min) > (b.alongsideUntil?.number ?? .min)
    }
    if a.daysAlongside != b.daysAlongside { return a.daysAlongside > b.daysAlongside }
    return a.practitioner < b.practitioner
  }
}
