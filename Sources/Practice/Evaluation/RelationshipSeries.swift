public import Measuring

/// The relationships of a service as at one day: how many social workers the children in care had,
/// why these changed, and how long the present ones have lasted (fact book 5.2).
public struct RelationshipYear: Sendable {
  public let day: Day
  /// Children looked after on the day, over the twelve months that end with it.
  public let twelve: Bands
  /// Children looked after throughout the twenty-four months that end with the day.
  public let twentyFour: Bands
  /// Changes in the twelve months, of the children of `twelve`.
  public let changes: Int
  public let byReason: [ChangeReason: Int]
  public let withoutReason: Int
  public let coverThatReturned: Int
  /// Children of `twelve` who have a social worker on the day, and the median of the days for which
  /// they have had them; nil where nobody has one.
  public let withWorker: Int
  public let medianDays: Double?

  public var withoutWorker: Int { twelve.children - withWorker }

  /// Changes that this way of working promises to end (R18, R33).
  public var promisedToEnd: Int {
    ChangeReason.promisedToEnd.reduce(0) { $0 + (byReason[$1] ?? 0) }
  }

  /// How many children had so many different social workers in a window.
  public struct Bands: Sendable, Equatable {
    public let first: Day
    public let children: Int
    public let none: Int
    public let one: Int
    public let two: Int
    public let threeOrMore: Int
    /// Left out, as officially, for being in series of short breaks.
    public let leftOut: Int

    public init(_ stability: Stability) {
      first = stability.window.first
      children = stability.children
      none = stability.none
      one = stability.one
      two = stability.two
      threeOrMore = stability.threeOrMore
      leftOut = stability.leftOut.count
    }

    public var share: Share { Share(threeOrMore, of: children) }
  }

  public init(of histories: [ChildHistory], asAt day: Day) {
    let stability = Stability.twelveMonths(of: histories, asAt: day)
    let counted = Set(stability.each.map(\.child))
    let inCare = histories.filter { counted.contains($0.child) }
    let changes = WorkerChanges(of: inCare, in: LookBack(months: 12, asAt: day))
    let current = CurrentRelationships(of: inCare, on: day)
    self.day = day
    twelve = Bands(stability)
    twentyFour = Bands(Stability.twentyFourMonths(of: histories, asAt: day))
    self.changes = changes.total
    byReason = changes.byReason
    withoutReason = changes.withoutReason
    coverThatReturned = changes.coverThatReturned
    withWorker = current.each.count
    medianDays = current.medianDays
  }
}

/// The days as at which a service is shown over time: each 31 March whose twelve months lie within
/// the record, at most `most` of them, and today.
public enum RelationshipSeries {
  public static let most = 10

  /// - Parameter begins: the first day on which it was recorded who the social workers were; nil
  ///   where it never was, which gives no days.
  /// - Returns: in order; the last is `today`.
  public static func days(recordBegins begins: Day?, today: Day) -> [Day] {
    guard let begins, begins <= today else { return [] }
    var days: [Day] = []
    for year in begins.year...today.year {
      guard let day = Day(year: year, month: 3, day: 31), day < today,
        LookBack(months: 12, asAt: day).first >= begins
      else { continue }
      days.append(day)
    }
    return days.suffix(most) + [today]
  }
}
