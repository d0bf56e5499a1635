public import Practice

/// A family as it is first told: its people, homes and kin, the help that begins and who walks
/// alongside.
public struct FamilyOpening: Sendable {
  public let family: Family
  public let people: [Introduction]
  public let members: [FamilyMember]
  public let kinship: [Kinship]
  public let households: [Household]
  public let residences: [Lasting<Residence>]
  public let help: [Lasting<HelpPeriod>]
  public let tenures: [Lasting<Tenure>]
}

/// A person with the names and details they have told.
public struct Introduction: Sendable {
  public let person: Person
  public let names: [PersonName]
  public let detail: PersonDetail
}

/// People leaving one home and coming to live in another; empty where nobody moved.
public struct HouseMove: Sendable {
  public let ended: [Lasting<Residence>]
  /// The home they come to, where it is new to the town.
  public let household: Household?
  public let begun: [Lasting<Residence>]

  public static let none = HouseMove(ended: [], household: nil, begun: [])
}
