public import Office
public import Practice

/// Somebody who can sign in to the demonstration: one for each kind of user.
public struct SignIn: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case socialWorker, podManager, coordinator, frontDoor, reviewingOfficer, leadPractitioner
    case principalSocialWorker, leader, analyst, informationOfficer

    public var words: String {
      switch self {
      case .socialWorker: "Social worker"
      case .podManager: "Pod manager"
      case .coordinator: "Unit coordinator"
      case .frontDoor: "Front Door social worker"
      case .reviewingOfficer: "Reviewing officer"
      case .leadPractitioner: "Lead practitioner"
      case .principalSocialWorker: "Principal social worker"
      case .leader: "Assistant director"
      case .analyst: "Analyst"
      case .informationOfficer: "Information officer"
      }
    }
  }
  /// What they type: `amara`.
  public let name: String
  /// What they are called: `Amara Osei`.
  public let person: String
  public let kind: Kind
  public let practitioner: ID<Practitioner>

  /// The social worker first, who has most to see.
  public static let all = [
    SignIn(name: "amara", person: "Amara Osei", kind: .socialWorker, practitioner: Cast.amara),
    SignIn(name: "ruth", person: "Ruth Adeyemi", kind: .podManager, practitioner: Cast.ruth),
    SignIn(name: "bill", person: "Bill Tanner", kind: .coordinator, practitioner: Cast.bill),
    SignIn(name: "joanna", person: "Joanna Frost", kind: .frontDoor, practitioner: Cast.joanna),
    SignIn(
      name: "sunita", person: "Sunita Gill", kind: .reviewingOfficer, practitioner: Cast.sunita),
    SignIn(
      name: "marjorie", person: "Marjorie Bello", kind: .leadPractitioner,
      practitioner: Cast.marjorie),
    SignIn(
      name: "ffion", person: "Ffion Rees", kind: .principalSocialWorker, practitioner: Cast.ffion),
    SignIn(name: "helen", person: "Helen Marsh", kind: .leader, practitioner: Cast.helen),
    SignIn(
      name: "idris", person: "Idris Khan", kind: .informationOfficer, practitioner: Cast.idris),
    SignIn(name: "wei", person: "Wei Chen", kind: .analyst, practitioner: Cast.wei),
  ]
}

extension SignIn {
  /// What the account is for.
  public var role: AccountRole {
    switch kind {
    case .socialWorker: .socialWorker
    case .frontDoor: .frontDoor
    case .podManager: .podManager
    case .coordinator: .unitCoordinator
    case .reviewingOfficer: .conferenceChair
    case .leadPractitioner: .leadPractitioner
    case .principalSocialWorker: .principalSocialWorker
    case .leader: .leader
    case .analyst: .analyst
    case .informationOfficer: .informationOfficer
    }
  }
}
