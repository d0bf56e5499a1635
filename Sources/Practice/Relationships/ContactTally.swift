/// One contact of one child in a log: who, and on which day, counted from any day 0 that the whole
/// log shares. The remaining bytes hold the child's place among its neighbours while a log is
/// being grouped.
public struct LoggedContact: BitwiseCopyable, Sendable {
  public var worker: UInt32
  public var day: UInt16
  public var place: UInt16

  @inlinable public init(worker: UInt32, day: UInt16, place: UInt16 = 0) {
    self.worker = worker
    self.day = day
    self.place = place
  }
}

/// What a child's contacts amount to, as whole numbers from which every index follows.
public struct ContactTally: Sendable, Equatable {
  /// N.
  public var contacts: Int = 0
  /// M: different workers.
  public var workers: Int = 0
  /// The largest number of contacts with one worker.
  public var most: Int = 0
  /// The sum over workers of the squared number of contacts.
  public var squares: Int = 0
  /// Contacts with the same worker as the contact before.
  public var repeats: Int = 0
  /// Contacts, other than the first, whose worker had an earlier one 365 days before at most.
  public var familiar: Int = 0
  /// The largest number of different workers in any 365 days, d-364 … d.
  public var mostIn365Days: Int = 0
  /// Different workers in the 365 days that end with the day asked about.
  public var inLast365Days: Int = 0

  public init() {}

  /// Usual provider; nil without a contact.
  public var upc: Double? { contacts >= 1 ? Double(most) / Double(contacts) : nil }

  /// Bice–Boxerman; nil below two contacts.
  public var coc: Double? {
    contacts >= 2
      ? Double(squares - contacts) / (Double(contacts) * Double(contacts - 1)) : nil
  }

  /// Sequential; nil below two contacts.
  public var secon: Double? {
    contacts >= 2 ? Double(repeats) / Double(contacts - 1) : nil
  }
}
