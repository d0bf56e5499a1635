/// The thread of a child: everyone who walked alongside, when, and when nobody did, laid out along a
/// stretch of days. Pure geometry; drawing it is another matter.
///
/// Days become shares of the window: 0 at its first day, 1 at the end of its last. A child has one
/// thread; at any time it runs through the lane of the keyworker of that time, and where there was
/// none it is broken.
public struct ChildThread: Sendable {
  public let window: ThreadWindow
  /// A lane for each practitioner who is seen in the window; keyworkers first, each group in the
  /// order in which they first came in the child's whole life.
  public let lanes: [Lane]
  /// Where the thread runs, in order.
  public let steps: [Step]
  public let gaps: [Gap]
  public let changes: [Change]
  public let care: [CareSpan]
  /// Of the whole record, whatever the window.
  public let summary: Summary

  /// One practitioner's line.
  public struct Lane: Sendable {
    public let practitioner: ID<Practitioner>
    public let name: String
    public let isKeyworker: Bool
    /// Place among the keyworkers, or among the others, of the whole life: it chooses the colour
    /// and stays the same in every window.
    public let order: Int
    public let spans: [Span]
    public let meetings: [ThreadMeeting]
  }

  /// A time alongside, as far as the window shows it.
  public struct Span: Sendable {
    public let tenure: Tenure
    public let from: Double
    public let until: Double
    /// True where it began before the window, or goes on after it or to this day.
    public let opensBefore: Bool
    public let goesOn: Bool
    /// Days up to today, or to its end; of the whole time and not only of the window.
    public let days: Int
  }

  /// A stretch of the thread in one lane.
  public struct Step: Sendable, Equatable {
    public let lane: Int
    public let from: Double
    public let until: Double
    public let period: Period
  }

  /// Whole days on which the child should have had a keyworker and had none, or on which it is not
  /// known. Time out of care and help is neither: there the thread simply rests.
  public struct Gap: Sendable, Equatable {
    public enum Kind: Sendable { case nobody, notRecorded }
    public let kind: Kind
    public let first: Day
    /// The last such day; nil where it still is so.
    public let last: Day?
    public let days: Int
    public let from: Double
    public let until: Double
    /// Lanes of those who stood in without being the keyworker.
    public let cover: [Int]
  }

  /// One keyworker after another, or the same one again after a break.
  public struct Change: Sendable, Equatable {
    public let day: Day
    public let at: Double
    /// Nil for the first keyworker, or where the one before is outside the window.
    public let before: Int?
    public let after: Int
    /// True where this worker had been the keyworker before.
    public let isReturn: Bool
    public let reason: ChangeReason?
    public let handover: Handover?

    public init(
      day: Day, at: Double, before: Int?, after: Int, isReturn: Bool, reason: ChangeReason?,
      handover: Handover?
    ) {
      self.day = day
      self.at = at
      self.before = before
      self.after = after
      self.isReturn = isReturn
      self.reason = reason
      self.handover = handover
    }
  }

  /// A time in care under one legal status, joined over changes of home.
  public struct CareSpan: Sendable, Equatable {
    public let status: LegalStatus
    public let period: Period
    public let from: Double
    public let until: Double
  }

  public struct Summary: Sendable, Equatable {
    /// Distinct keyworkers.
    public var keyworkers = 0
    public var others = 0
    /// Changes from one keyworker to another.
    public var changes = 0
    /// Whole days without a keyworker, while there should have been one.
    public var daysWithNobody = 0
    public var meetings = 0
    /// The keyworker of today and the day they began, without a break since.
    public var current: (name: String, since: Day)?

    public init() {}

    public static func == (a: Summary, b: Summary) -> Bool {
      (a.keyworkers, a.others, a.changes, a.daysWithNobody, a.meetings)
        == (b.keyworkers, b.others, b.changes, b.daysWithNobody, b.meetings)
        && a.current?.name == b.current?.name && a.current?.since == b.current?.since
    }
  }
}

/// What the thread is drawn from.
public struct ThreadFacts: Sendable {
  public var born: Day?
  public var tenures: [Tenure]
  public var names: [ID<Practitioner>: String]
  public var meetings: [ThreadMeeting]
  public var care: [CareEpisode]
  /// When the child should have had a keyworker. Nil means: while in care; and for a child who never
  /// was, from the first keyworker to the last.
  public var owed: [Period]?
  /// When it was recorded who the keyworker was. Nil means always. Days outside are not known, which
  /// is not the same as nobody: worker episodes entered the national return only in 2023.
  public var recorded: [Period]?

  public init(
    born: Day?, tenures: [Tenure], names: [ID<Practitioner>: String],
    meetings: [ThreadMeeting] = [], care: [CareEpisode] = [], owed: [Period]? = nil,
    recorded: [Period]? = nil
  ) {
    self.born = born
    self.tenures = tenures
    self.names = names
    self.meetings = meetings
    self.care = care
    self.owed = owed
    self.recorded = recorded
  }
}

/// An encounter as the thread shows it: when, with whom, and whether the child was seen.
public struct ThreadMeeting: Sendable, Equatable {
  public let day: Day
  public let practitioner: ID<Practitioner>
  public let kind: Encounter.Kind
  public let seen: Bool
  public let alone: Bool

  public init(
    day: Day, practitioner: ID<Practitioner>, kind: Encounter.Kind, seen: Bool, alone: Bool
  ) {
    self.day = day
    self.practitioner = practitioner
    self.kind = kind
    self.seen = seen
    self.alone = alone
  }

  /// Nil where the child was no part of the encounter.
  public init?(_ encounter: Encounter, with child: ID<Person>) {
    guard let met = encounter.met.first(where: { $0.person == child }) else { return nil }
    self.init(
      day: encounter.day, practitioner: encounter.practitioner, kind: encounter.kind,
      seen: met.seen, alone: met.alone)
  }
}
