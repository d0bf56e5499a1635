/// Who walks alongside a child, in what role, from when until when, and why it began and ended. The
/// national returns call it a worker episode (fact book 5.1).
public struct Tenure: Sendable, Equatable {
  public let child: ID<Person>
  public let practitioner: ID<Practitioner>
  public let team: ID<Team>?
  public let role: TenureRole
  public let period: Period
  /// Why this worker began: the national reason for the change that brought them.
  public let begun: ChangeReason?
  /// Why this worker left, where it is known apart from the reason the next one began.
  public let ended: ChangeReason?
  /// What was done for a good goodbye and hello; nil where nobody said.
  public let handover: Handover?

  public init(
    child: ID<Person>, practitioner: ID<Practitioner>, team: ID<Team>? = nil,
    role: TenureRole = .keyworker, period: Period, begun: ChangeReason? = nil,
    ended: ChangeReason? = nil, handover: Handover? = nil
  ) {
    self.child = child
    self.practitioner = practitioner
    self.team = team
    self.role = role
    self.period = period
    self.begun = begun
    self.ended = ended
    self.handover = handover
  }
}

/// In what role someone is alongside a child.
public enum TenureRole: String, Sendable, CaseIterable {
  case keyworker, coWorker, cover, leadPractitioner, coordinator, personalAdviser, reviewingOfficer
  case conferenceChair, familySupport

  /// The screen's word (fact book 8.1).
  public var words: String {
    switch self {
    case .keyworker: "Social worker"
    case .coWorker: "Also working with the family"
    case .cover: "Cover"
    case .leadPractitioner: "Specialist"
    case .coordinator: "Coordinator"
    case .personalAdviser: "Adviser"
    case .reviewingOfficer: "Reviewing officer"
    case .conferenceChair: "Conference chair"
    case .familySupport: "Family support"
    }
  }
}

/// The ten national reasons for a change of social worker (SSDA903 `SW_REASON`).
public enum ChangeReason: String, Sendable, CaseIterable {
  case firstContact = "FCONTA"
  case managingCaseloads = "MANAGE"
  case workerLeft = "LEFTRL"
  case restructure = "ORGRST"
  case standardTransfer = "TSPROC"
  case absence = "ABSENC"
  case childAsked = "CHCHAN"
  case parentOrCarerAsked = "PCCHAN"
  case workerDied = "SWDIED"
  case other = "OTHERS"

  /// In words for a page.
  public var words: String {
    switch self {
    case .firstContact: "first contact, or coming back"
    case .managingCaseloads: "workloads were rebalanced"
    case .workerLeft: "the worker before left their role"
    case .restructure: "the service was reorganised"
    case .standardTransfer: "passed on between teams"
    case .absence: "cover for an absence, or back from one"
    case .childAsked: "the child asked"
    case .parentOrCarerAsked: "a parent or carer asked"
    case .workerDied: "the worker before died"
    case .other: "another reason"
    }
  }

  /// The changes that pods and units which hold a child throughout promise to remove (R18, R33).
  public static let promisedToEnd: Set<ChangeReason> = [.standardTransfer, .restructure]
}

/// How one worker handed over to the next (R53).
public struct Handover: Sendable, Equatable {
  public var planned: Bool
  public var saidGoodbye: Bool
  public var saidHello: Bool
  public var familyTold: Day?

  public init(planned: Bool, saidGoodbye: Bool, saidHello: Bool, familyTold: Day? = nil) {
    self.planned = planned
    self.saidGoodbye = saidGoodbye
    self.saidHello = saidHello
    self.familyTold = familyTold
  }
}
