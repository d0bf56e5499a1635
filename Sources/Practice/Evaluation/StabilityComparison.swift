public import Measuring

/// A service's own stability beside what was published, with intervals, and with what must be known
/// before the two are compared.
public struct StabilityComparison: Sendable {
  public let own: Stability
  /// For the service's council, its region and England; empty where nothing was published.
  public let published: [PublishedStability]

  /// - Parameter authorityCode: the department's three-digit code; nil compares with England alone.
  public init(of own: Stability, authorityCode: String?) {
    self.own = own
    switch own.months {
    case 12: published = PublishedStability.for(authorityCode: authorityCode ?? "")
    case 24: published = [.englandTwoYearsTo2025]
    default: published = []
    }
  }

  /// The service's share of children with three or more, and its 95% interval.
  public var share: Share { own.shareOfThreeOrMore }

  /// True where the interval of the service's share and the published one's have no value in common;
  /// nil where either is not known.
  public func differsFromChance(_ other: PublishedStability) -> Bool? {
    guard let mine = share.interval, let theirs = other.share?.interval else { return nil }
    return !mine.overlaps(theirs)
  }

  /// What can and cannot be compared, a sentence each, for printing beneath the figures.
  public var cautions: [String] {
    var sentences = [
      "The published figures are official statistics in development: their method may change.",
      "Like the published measure, this counts different social workers (one who comes back counts"
        + " once) and leaves out children in series of short breaks.",
      "England and regions are rounded to the nearest 10 children; councils are not rounded.",
      "An interval shows how far chance alone moves a share of so many children. It says nothing"
        + " about differences in the children, in need or in how changes are recorded.",
    ]
    let years = Set(published.map(\.year)).sorted().map(String.init)
    if !years.isEmpty {
      sentences.append(
        "Published as at 31 March \(years.joined(separator: " and ")); this service as at"
          + " \(own.day.inWords).")
    }
    if own.day.date.month != 3 || own.day.date.day != 31 {
      sentences.append(
        "The published year ends on 31 March; this one ends on another day, so the two cover"
          + " different months.")
    }
    if own.months == 24 {
      sentences.append("For two years only England was published; councils and regions were not.")
    }
    if own.children > 0, own.none * 20 > own.children {
      sentences.append(
        "\(own.none) of \(own.children) children have no social worker in the record: the"
          + " record is incomplete, and the share with three or more is too low.")
    }
    for withheld in published where withheld.share == nil {
      if case .withheld(_, let reason) = withheld.figures {
        sentences.append("\(withheld.place.words), \(withheld.year): \(reason.words).")
      }
    }
    return sentences
  }
}
