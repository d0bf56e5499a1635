/// The people who matter around one or more children; not a household (fact book 8.1).
public struct Family: Sendable, Equatable {
  public let id: ID<Family>
  /// What the office calls them, for finding them again: a reference such as `F000123`.
  public let reference: String
  /// The family's name as people say it.
  public let name: String

  public init(id: ID<Family>, reference: String, name: String) {
    self.id = id
    self.reference = reference
    self.name = name
  }
}

/// Someone's place in a family, over time, in the family's own word for it.
public struct FamilyMember: Sendable, Equatable {
  public let family: ID<Family>
  public let person: ID<Person>
  /// "Mum", "Dad", "Child", "Nan".
  public let relation: String
  public let period: Period

  public init(family: ID<Family>, person: ID<Person>, relation: String, period: Period) {
    self.family = family
    self.person = person
    self.relation = relation
    self.period = period
  }
}

/// A home: people living at one address (fact book 8.1).
public struct Household: Sendable, Equatable {
  public let id: ID<Household>
  public let address: String

  public init(id: ID<Household>, address: String) {
    self.id = id
    self.address = address
  }
}

/// Who lived in a home, from when until when.
public struct Residence: Sendable, Equatable {
  public let household: ID<Household>
  public let person: ID<Person>
  public let period: Period

  public init(household: ID<Household>, person: ID<Person>, period: Period) {
    self.household = household
    self.person = person
    self.period = period
  }
}

/// How one person is kin to another: `person` is the `kind` of `of` ("Ana is a parent of Leo").
public struct Kinship: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case parent, stepParent, adoptiveParent, fosterCarer, grandparent, sibling, halfSibling
    case stepSibling, partner, formerPartner, auntOrUncle, guardian, otherKin

    /// "parent of", "half-brother or half-sister of".
    public var words: String {
      switch self {
      case .parent: "parent of"
      case .stepParent: "step-parent of"
      case .adoptiveParent: "adoptive parent of"
      case .fosterCarer: "foster carer of"
      case .grandparent: "grandparent of"
      case .sibling: "brother or sister of"
      case .halfSibling: "half-brother or half-sister of"
      case .stepSibling: "step-brother or step-sister of"
      case .partner: "partner of"
      case .formerPartner: "former partner of"
      case .auntOrUncle: "aunt or uncle of"
      case .guardian: "guardian of"
      case .otherKin: "kin of"
      }
    }
  }
  public let person: ID<Person>
  public let kind: Kind
  public let of: ID<Person>
  public let period: Period?

  public init(person: ID<Person>, kind: Kind, of: ID<Person>, period: Period? = nil) {
    self.person = person
    self.kind = kind
    self.of = of
    self.period = period
  }
}
