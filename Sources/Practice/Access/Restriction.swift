/// A record that is locked: nobody but its named readers knows of it, and the Front Door knows whom to
/// call, so that a child is not missed (fact book 7.3).
public struct Restriction: Sendable, Equatable {
  public enum Category: String, Sendable, CaseIterable {
    case highProfile, conflictOfInterest, adoption, highRisk, suddenDeath, other

    public var words: String {
      switch self {
      case .highProfile: "High profile, such as witness protection"
      case .conflictOfInterest: "Family of somebody who works here"
      case .adoption: "Adoption"
      case .highRisk: "High risk"
      case .suddenDeath: "A sudden death, or a serious case under review"
      case .other: "Decided by the Head of Service"
      }
    }
  }

  public let family: ID<Family>
  public let category: Category
  /// Whom the Front Door calls: a name and a number.
  public let call: String
  public let period: Period
  /// The day on which it has to be looked at again.
  public let reviewDue: Day

  /// Days after which a restriction is reviewed (fact book 7.3).
  public static let reviewDays = 90

  public init(
    family: ID<Family>, category: Category, call: String, period: Period, reviewDue: Day
  ) {
    self.family = family
    self.category = category
    self.call = call
    self.period = period
    self.reviewDue = reviewDue
  }
}

/// A tie that somebody gave a practitioner to a family, from a day until another.
public struct AccessGrant: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case jointWork, sampled, instructed, named

    public var tie: Tie {
      switch self {
      case .jointWork: .jointWork
      case .sampled: .sampled
      case .instructed: .instructed
      case .named: .named
      }
    }
  }

  public let family: ID<Family>
  public let practitioner: ID<Practitioner>
  public let kind: Kind
  public let period: Period

  public init(
    family: ID<Family>, practitioner: ID<Practitioner>, kind: Kind, period: Period
  ) {
    self.family = family
    self.practitioner = practitioner
    self.kind = kind
    self.period = period
  }
}

/// A practitioner's own family, or of somebody close to them: it is hidden from them.
public struct ConflictOfInterest: Sendable, Equatable {
  public let family: ID<Family>
  public let practitioner: ID<Practitioner>
  public let period: Period

  public init(family: ID<Family>, practitioner: ID<Practitioner>, period: Period) {
    self.family = family
    self.practitioner = practitioner
    self.period = period
  }
}

/// A record that somebody without a tie opened for a while, and why.
public struct Opening: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// In the course of their work, as the Front Door does.
    case asked
    /// Breaking the glass: a child would not have been safe otherwise.
    case emergency
  }

  public enum Reason: String, Sendable, CaseIterable {
    case contact, duty, decision, complaint, safety, other

    public var words: String {
      switch self {
      case .contact: "Somebody got in touch about this family"
      case .duty: "Duty or out-of-hours cover"
      case .decision: "I am asked to decide something"
      case .complaint: "A complaint, or a request for the record"
      case .safety: "A child may not be safe"
      case .other: "Something else, as I say below"
      }
    }
  }

  public let family: ID<Family>
  public let account: String
  public let kind: Kind
  public let reason: Reason
  public let words: String
  /// What the child needs that cannot wait; told where the glass was broken.
  public let safety: String?
  public let begun: Instant
  public let ends: Instant

  /// Seconds for which a record stays open: a working day, and after breaking the glass at most a day
  /// (fact book 7.3).
  public static func seconds(_ kind: Kind) -> Int {
    switch kind {
    case .asked: 12 * 3600
    case .emergency: 24 * 3600
    }
  }

  public init(
    family: ID<Family>, account: String, kind: Kind, reason: Reason, words: String,
    safety: String? = nil, begun: Instant, ends: Instant
  ) {
    self.family = family
    self.account = account
    self.kind = kind
    self.reason = reason
    self.words = words
    self.safety = safety
    self.begun = begun
    self.ends = ends
  }
}
