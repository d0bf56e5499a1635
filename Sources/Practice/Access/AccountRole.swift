/// What kind of user an account is for (fact book 7.2). What each may see and do is `AccessPolicy`.
public enum AccountRole: String, Sendable, CaseIterable {
  case socialWorker, podManager, unitCoordinator, leadPractitioner, clinician, personalAdviser
  case conferenceChair, frontDoor, leader, principalSocialWorker, analyst, legal
  case informationOfficer, inspector, administrator

  public var words: String {
    switch self {
    case .socialWorker: "Social worker"
    case .podManager: "Pod manager"
    case .unitCoordinator: "Unit coordinator"
    case .leadPractitioner: "Lead practitioner"
    case .clinician: "Clinician"
    case .personalAdviser: "Personal adviser"
    case .conferenceChair: "Conference chair"
    case .frontDoor: "Front Door"
    case .leader: "Leader"
    case .principalSocialWorker: "Principal social worker"
    case .analyst: "Analyst"
    case .legal: "Legal"
    case .informationOfficer: "Information officer"
    case .inspector: "Inspector"
    case .administrator: "Administrator"
    }
  }
}
