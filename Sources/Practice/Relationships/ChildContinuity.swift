public import Measuring

/// One child's measures of relationship as at a day, from encounters: persons and teams, familiar
/// faces, how many different people (fact book 5.3).
public struct ChildContinuity: Sendable {
  public let child: ID<Person>
  public let mode: ContactMode
  public let window: LookBack
  /// Continuity with persons: the first principle.
  public let persons: Continuity
  /// The same indices with the team as provider: consistency, the second principle. Contacts by
  /// people whose team on that day is not known are not part of it.
  public let teams: Continuity
  /// Contacts in the window in which the keyworker of that day took part, of those on days when the
  /// child had a keyworker.
  public let withKeyworker: Share
  /// Contacts in the window, other than the child's first ever, in which somebody took part who had
  /// been in touch with the child within 365 days before.
  public let familiarFaces: Share
  /// The largest number of different people in any 365 days (d-364 … d) up to the day; nil where the
  /// child never had a contact.
  public let mostIn365Days: Int?
  /// Different people in the 365 days that end with the day; nil where the child never had a contact.
  public let inLast365Days: Int?
  /// The contacts in the window, each with its encounters beneath.
  public let contacts: [DirectContact]

  /// - Parameters:
  ///   - history: the child's tenures, for the keyworker of a day.
  ///   - encounters: all of the child's, from the beginning: familiarity looks back beyond the
  ///     window. Others' may be among them.
  ///   - teamOf: somebody's team on a day, nil where not known.
  public init(
    of history: ChildHistory, encounters: some Sequence<Encounter>, mode: ContactMode = .faceToFace,
    window: LookBack, jointVisits: JointVisits = .keyworkerElseShared,
    teamOf: (ID<Practitioner>, Day) -> ID<Team>?
  ) {
    let all = DirectContact.of(history.child, in: encounters, mode: mode, until: window.day)
    let within = all.filter { window.contains($0.day) }
    let keyworkers = within.map { contact in
      history.keyworkerPlace(on: contact.day).map { history.tenures[$0].practitioner }
    }
    let counted = zip(within, keyworkers).map { contact, keyworker in
      jointVisits.counted(contact.practitioners, keyworker: keyworker)
    }
    self.child = history.child
    self.mode = mode
    self.window = window
    self.contacts = within
    persons = Continuity(of: counted)
    teams = Continuity(
      of: zip(within, counted).map { contact, people in
        Set(people.compactMap { teamOf($0, contact.day) }).sorted()
      })
    let named = zip(within, keyworkers).filter { $1 != nil }
    withKeyworker = Share(
      named.count { contact, keyworker in contact.practitioners.contains { $0 == keyworker } },
      of: named.count)
    familiarFaces = Self.familiar(all, in: window)
    let tally = Self.tally(all, asAt: window.day)
    mostIn365Days = tally?.mostIn365Days
    inLast365Days = tally?.inLast365Days
  }

  private static func familiar(_ all: [DirectContact], in window: LookBack) -> Share {
    var lastMet: [ID<Practitioner>: Day] = [:]
    var (familiar, counted) = (0, 0)
    for contact in all {
      if !lastMet.isEmpty, window.contains(contact.day) {
        counted += 1
        let known = contact.practitioners.contains { who in
          lastMet[who].map { contact.day - $0 <= 365 } ?? false
        }
        if known { familiar += 1 }
      }
      for who in contact.practitioners { lastMet[who] = contact.day }
    }
    return Share(familiar, of: counted)
  }

  /// Everyone who took part counts here, whoever a joint visit is counted for elsewhere.
  private static func tally(_ all: [DirectContact], asAt day: Day) -> ContactTally? {
    guard let first = all.first?.day else { return nil }
    var numbers: [ID<Practitioner>: UInt32] = [:]
    let log = all.flatMap { contact in
      contact.practitioners.map { who in
        let number = numbers[who, default: UInt32(numbers.count)]
        numbers[who] = number
        return LoggedContact(worker: number, day: UInt16(clamping: contact.day - first))
      }
    }
    var counter = ContactCounter()
    return counter.tally(log.span, asAt: UInt16(clamping: day - first))
  }
}
