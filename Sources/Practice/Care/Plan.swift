/// A period of help: from a request for help that was taken up to its end (fact book 8.1).
public struct HelpPeriod: Sendable, Equatable {
  public let person: ID<Person>
  public let period: Period
  /// Who asked, in the census's code; `N1` … `N9` for the need; `RC1` … for why it ended.
  public let source: String?
  public let need: String?
  public let reasonEnded: String?

  public init(
    person: ID<Person>, period: Period, source: String? = nil, need: String? = nil,
    reasonEnded: String? = nil
  ) {
    self.person = person
    self.period = period
    self.source = source
    self.need = need
    self.reasonEnded = reasonEnded
  }
}

/// A plan with a child: getting help, staying safe, living in care.
public struct Plan: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case need, protection, care

    /// Fact book 8.1: "getting help", "safety plan agreed at conference", "my plan".
    public var words: String {
      switch self {
      case .need: "Getting help (child in need)"
      case .protection: "Safety plan (child protection)"
      case .care: "My plan (in care)"
      }
    }
  }
  public let child: ID<Person>
  public let kind: Kind
  public let period: Period
  public let reviewDue: Day?

  public init(child: ID<Person>, kind: Kind, period: Period, reviewDue: Day? = nil) {
    self.child = child
    self.kind = kind
    self.period = period
    self.reviewDue = reviewDue
  }
}
