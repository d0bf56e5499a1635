/// Phantom of any fact: what a telling stated.
public enum Fact {}

/// Phantom of a telling: one deed, kept.
public enum Telling {}

/// A value as it was told: which telling stated it, and which earlier fact it takes the place of.
///
/// Facts are never changed. A correction, or an ending that became known later, is a new fact that
/// supersedes the old one; what was known before stays readable.
public struct Told<Value: Sendable>: Sendable {
  public let fact: ID<Fact>
  /// Place of the telling in its authority's order, counted from 1.
  public let telling: Int
  public let supersedes: ID<Fact>?
  /// Why an earlier fact was superseded, in the words of who did it.
  public let because: String?
  /// True where this fact takes an earlier one back and puts nothing in its place.
  public let withdrawn: Bool
  public let value: Value

  public init(
    fact: ID<Fact>, telling: Int, supersedes: ID<Fact>? = nil, because: String? = nil,
    withdrawn: Bool = false, value: Value
  ) {
    self.fact = fact
    self.telling = telling
    self.supersedes = supersedes
    self.because = because
    self.withdrawn = withdrawn
    self.value = value
  }
}

extension Sequence {
  /// What holds, of all that was told up to and including `telling` (all of it where nil): facts
  /// that nothing later supersedes or withdraws. "As it was known then" is the same reading with
  /// an earlier telling.
  public func current<Value>(asKnownAt telling: Int? = nil) -> [Told<Value>]
  where Element == Told<Value> {
    var superseded: Set<ID<Fact>> = []
    for told in self where telling.map({ told.telling <= $0 }) ?? true {
      if let earlier = told.supersedes { superseded.insert(earlier) }
    }
    return filter { told in
      (telling.map { told.telling <= $0 } ?? true) && !told.withdrawn
        && !superseded.contains(told.fact)
    }
  }
}
