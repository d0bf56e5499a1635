/// Who stands how to one family, or to one person: all that a decision about reading them needs.
public struct FamilyStanding: Sendable, Equatable {
  /// Tenures of its children that hold as facts, whether or not they have ended.
  public var tenures: [Tenure] = []
  public var grants: [AccessGrant] = []
  public var restrictions: [Restriction] = []
  public var conflicts: [ConflictOfInterest] = []
  public var openings: [Opening] = []

  public init() {}

  /// The locks that hold: a person may belong to several families.
  public func locks(on day: Day) -> [Restriction] {
    restrictions.filter { $0.period.holds(on: day) }
  }

  /// True for a reader who is named for this lock.
  func names(_ reader: Reader, for lock: Restriction) -> Bool {
    grants.contains {
      $0.kind == .named && $0.family == lock.family && $0.practitioner == reader.practitioner
        && $0.period.holds(on: reader.today)
    }
  }

  func isConflicted(_ practitioner: ID<Practitioner>?, on day: Day) -> Bool {
    guard let practitioner else { return false }
    return conflicts.contains { $0.practitioner == practitioner && $0.period.holds(on: day) }
  }

  /// What ties the reader to it at this moment, the closest first; `none` where nothing does.
  public func ties(of reader: Reader) -> [Tie] {
    var ties: Set<Tie> = []
    for tenure in tenures where tenure.period.holds(on: reader.today) {
      if tenure.practitioner == reader.practitioner { ties.insert(tenure.role.tie) }
      if tenure.role == .keyworker, reader.teammates.contains(tenure.practitioner) {
        ties.insert(.team)
      }
    }
    for grant in grants
    where grant.practitioner == reader.practitioner && grant.period.holds(on: reader.today) {
      // Whoever is named is so for as long as the record is locked, and no longer.
      guard
        grant.kind != .named
          || locks(on: reader.today).contains(where: {
            $0.family == grant.family
          })
      else { continue }
      ties.insert(grant.kind.tie)
    }
    for opening in openings
    where opening.account == reader.account && opening.begun <= reader.now
      && reader.now < opening.ends
    {
      ties.insert(.opened)
    }
    return ties.isEmpty ? [.none] : Tie.allCases.filter(ties.contains) + [.none]
  }
}

/// Who asks, as far as a decision depends on them.
public struct Reader: Sendable {
  public let account: String
  public let role: AccountRole
  public let practitioner: ID<Practitioner>?
  /// Who else works in their teams today, themselves left out.
  public let teammates: Set<ID<Practitioner>>
  public let now: Instant
  public let today: Day

  public init(
    account: String, role: AccountRole, practitioner: ID<Practitioner>?,
    teammates: Set<ID<Practitioner>>, now: Instant, today: Day
  ) {
    self.account = account
    self.role = role
    self.practitioner = practitioner
    self.teammates = teammates
    self.now = now
    self.today = today
  }
}

extension TenureRole {
  /// What a part beside a child gives: the specialist works jointly, the chair reviews.
  public var tie: Tie {
    switch self {
    case .keyworker, .coWorker, .cover, .coordinator, .personalAdviser, .familySupport: .own
    case .leadPractitioner: .jointWork
    case .reviewingOfficer, .conferenceChair: .review
    }
  }
}
