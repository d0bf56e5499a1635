public import Practice

/// What kind of user an account is for (fact book 7.2). What each may see comes with the policies of
/// the door; the role is kept from the first day.
public enum AccountRole: String, Sendable, CaseIterable {
  case socialWorker, podManager, unitCoordinator, leadPractitioner, conferenceChair, leader
  case analyst, administrator

  public var words: String {
    switch self {
    case .socialWorker: "Social worker"
    case .podManager: "Pod manager"
    case .unitCoordinator: "Unit coordinator"
    case .leadPractitioner: "Lead practitioner"
    case .conferenceChair: "Conference chair"
    case .leader: "Leader"
    case .analyst: "Analyst"
    case .administrator: "Administrator"
    }
  }
}

/// Who is asking: no page and no command reaches the store without one.
public struct Actor: Sendable {
  public let authority: Authority
  public let account: String
  public let role: AccountRole
  public let practitioner: ID<Practitioner>?
  public let today: Day
  /// What a program may ask; nil for a person.
  public let service: ServiceScope?

  public init(
    authority: Authority, account: String, role: AccountRole, practitioner: ID<Practitioner>?,
    today: Day, service: ServiceScope? = nil
  ) {
    self.authority = authority
    self.account = account
    self.role = role
    self.practitioner = practitioner
    self.today = today
    self.service = service
  }
}
