public import Practice

/// One row of the Standard Safeguarding Dataset, of the tables that say who is alongside whom.
public enum SSDStatement: Sendable, Equatable {
  case department(SSDDepartment)
  case professional(SSDProfessional)
  case person(SSDPerson)
  case family(SSDFamilyLink)
  case involvement(SSDInvolvement)

  /// Line of the file on which it stands, counted from 1.
  public var line: Int {
    switch self {
    case .department(let row): row.line
    case .professional(let row): row.line
    case .person(let row): row.line
    case .family(let row): row.line
    case .involvement(let row): row.line
    }
  }
}

/// A team or department, and the one above it.
public struct SSDDepartment: Sendable, Equatable {
  public let line: Int
  public let id: String
  public let name: String?
  public let parent: String?
  public let parentName: String?
}

/// Someone who works with families.
public struct SSDProfessional: Sendable, Equatable {
  public let line: Int
  public let id: String
  public let staffNumber: String?
  public let name: String?
  /// Social Work England number.
  public let registration: String?
  public let jobTitle: String?
  public let department: String?
  /// Cases held on the last 30 September.
  public let caseload: Int?
  /// Hundredths of full time.
  public let fullTimePercent: Int?
  public let isAgency: Bool?
  /// Cells that could not be understood, as they stood.
  public let stated: [StatedRow.Value]
}

/// A child or another person of the case system.
public struct SSDPerson: Sendable, Equatable {
  public let line: Int
  public let id: String
  public let forename: String?
  public let surname: String?
  /// `F`, `M` or `U`; nil where another code or none stands.
  public let sex: String?
  public let ethnicity: String?
  public let born: Day?
  public let expected: Day?
  public let died: Day?
  /// The other columns that were not blank, and cells that could not be understood, as they stood.
  public let stated: [StatedRow.Value]
}

/// A person is of a family.
public struct SSDFamilyLink: Sendable, Equatable {
  public let line: Int
  public let family: String
  public let person: String
}

/// A professional was alongside a person, in a role and a team.
public struct SSDInvolvement: Sendable, Equatable {
  public let line: Int
  public let id: String?
  public let professional: String
  public let person: String
  public let role: String?
  public let team: String?
  public let period: Period
  /// Why this worker came, where it is one of the ten national codes.
  public let reason: ChangeReason?
  /// The reason as it stood.
  public let statedReason: String?
  public let referral: String?
}
