/// A local authority: the council whose service this is.
public struct Authority: Sendable, Equatable {
  /// Small number that leads every key in the store.
  public let number: Int
  /// The Department for Education's three-digit code, such as `846`.
  public let code: String
  public let name: String

  public init(number: Int, code: String, name: String) {
    self.number = number
    self.code = code
    self.name = name
  }
}

/// A group of people who hold families together.
public struct Team: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case pod, unit, specialist, frontDoor, leadership

    public var words: String {
      switch self {
      case .pod: "pod"
      case .unit: "social work unit"
      case .specialist: "specialist team"
      case .frontDoor: "Front Door"
      case .leadership: "leadership team"
      }
    }
  }
  public let id: ID<Team>
  public let name: String
  public let kind: Kind

  public init(id: ID<Team>, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// Someone who works alongside families.
public struct Practitioner: Sendable, Equatable {
  public let id: ID<Practitioner>
  public let name: String
  /// Social Work England number (`SW` and digits), or the `XX…` number that the returns use for
  /// someone who has none.
  public let registration: String?

  public init(id: ID<Practitioner>, name: String, registration: String? = nil) {
    self.id = id
    self.name = name
    self.registration = registration
  }
}

/// What someone is employed to do (R17, R25; fact book 1J).
public enum StaffRole: String, Sendable, CaseIterable {
  case socialWorker, seniorSocialWorker, podManager, consultantSocialWorker, socialWorkerInTraining
  case newlyQualifiedSocialWorker, childrensPractitioner, unitCoordinator, businessSupport
  case leadPractitioner, clinician, personalAdviser, conferenceChair, principalSocialWorker
  case groupManager, assistantDirector, other

  public var words: String {
    switch self {
    case .socialWorker: "Social worker"
    case .seniorSocialWorker: "Senior social worker"
    case .podManager: "Pod manager"
    case .consultantSocialWorker: "Consultant social worker"
    case .socialWorkerInTraining: "Social worker in training"
    case .newlyQualifiedSocialWorker: "Newly qualified social worker"
    case .childrensPractitioner: "Children's practitioner"
    case .unitCoordinator: "Unit coordinator"
    case .businessSupport: "Business support officer"
    case .leadPractitioner: "Lead practitioner"
    case .clinician: "Clinician"
    case .personalAdviser: "Personal adviser"
    case .conferenceChair: "Conference chair or reviewing officer"
    case .principalSocialWorker: "Principal social worker"
    case .groupManager: "Group manager"
    case .assistantDirector: "Assistant director"
    case .other: "Other role"
    }
  }
}

/// Someone's place in a team, over time.
public struct Posting: Sendable, Equatable {
  public enum Employment: String, Sendable, CaseIterable { case permanent, agency, unknown }
  public let practitioner: ID<Practitioner>
  public let team: ID<Team>?
  public let role: StaffRole
  /// Hundredths of full time: 60 is three days a week. Nil where nobody said.
  public let fullTimePercent: Int?
  public let employment: Employment
  public let period: Period

  public init(
    practitioner: ID<Practitioner>, team: ID<Team>?, role: StaffRole, fullTimePercent: Int?,
    employment: Employment, period: Period
  ) {
    self.practitioner = practitioner
    self.team = team
    self.role = role
    self.fullTimePercent = fullTimePercent
    self.employment = employment
    self.period = period
  }
}
