/// A number by which others know a person; the returns join by it (returns, section 1.7).
public struct PersonNumber: Hashable, Sendable {
  public enum Scheme: String, Sendable, CaseIterable {
    /// The authority's own child id: 903 `CHILD`, census `LAchildID`.
    case local
    case uniquePupil, formerUniquePupil, nhs
    /// The consistent identifier of the Act of 2026.
    case consistent
  }
  public let scheme: Scheme
  public let value: String

  public init(scheme: Scheme, value: String) {
    self.scheme = scheme
    self.value = value
  }
}
