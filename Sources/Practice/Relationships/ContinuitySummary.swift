import Measuring

/// The continuity of several children together: brothers and sisters of a family (as medians), or
/// the children of a team (as means). Children without enough contacts are counted and left out.
public struct ContinuitySummary: Sendable {
  /// Children who had no contact at all; no index says anything about them.
  public let noContact: Int
  /// Children with some contacts, but fewer than `fewest`.
  public let tooFew: Int
  /// Children whose indices are summed up.
  public let measured: [Continuity]
  public let fewest: Int

  /// - Parameter fewest: the fewest contacts of a child who is taken in; never below 1. Show the
  ///   figures for 2 and 5 beside those for 3, to see how far they depend on it.
  public init(of each: some Sequence<Continuity>, fewest: Int = Continuity.fewest) {
    let fewest = max(1, fewest)
    let each = Array(each)
    self.noContact = each.count { $0.contacts == 0 }
    self.measured = each.filter { $0.contacts >= fewest }
    self.tooFew = each.count - noContact - measured.count
    self.fewest = fewest
  }

  /// Contacts beneath, of the children measured.
  public var contacts: Int { measured.reduce(0) { $0 + $1.contacts } }

  /// The middle value over the children who have one; nil where none has.
  public func median(_ index: KeyPath<Continuity, Double?>) -> Double? {
    measured.compactMap { $0[keyPath: index] }.median
  }

  /// The mean over the children who have one; nil where none has.
  public func mean(_ index: KeyPath<Continuity, Double?>) -> Double? {
    let values = measured.compactMap { $0[keyPath: index] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
