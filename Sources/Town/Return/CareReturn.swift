public import Practice
public import Returns

/// The SSDA903 of one collection year, child by child: everyone looked after on any day of it.
///
/// It obeys what real returns obey (fact book 5.1): worker episodes do not overlap, each has its
/// reason, the first may have begun before the year; they are given for all children looked after
/// on 31 March, for the whole year. What ended after 31 March is still open here.
public struct CareReturn: Sequence, Sendable {
  public let year: CollectionYear
  /// How many children it is about.
  public let count: Int
  private let source: Source

  private enum Source: Sendable {
    case known([ReturnedChild])
    case made(seed: UInt64)
  }

  /// What the town's own facts state for that year.
  public init(of chronicle: Chronicle, year: CollectionYear) {
    self.year = year
    let known = ReturnFacts(chronicle).children(year)
    source = .known(known)
    count = known.count
  }

  /// A return of any size without a town behind it, for trying large imports: all its children are
  /// looked after on 31 March. 80,250 children have about 170,000 worker episodes, and near 27% of
  /// them three or more workers, as England in 2024.
  public init(children: Int, seed: UInt64 = 1, year: CollectionYear) {
    self.year = year
    count = Swift.max(0, children)
    source = .made(seed: seed)
  }

  public func makeIterator() -> AnyIterator<ReturnedChild> {
    switch source {
    case .known(let children): return AnyIterator(children.makeIterator())
    case .made(let seed):
      var made = MadeReturn(seed: seed, year: year)
      var left = count
      return AnyIterator {
        guard left > 0 else { return nil }
        left -= 1
        return made.next()
      }
    }
  }
}

/// Everything that one year's return says of one child.
public struct ReturnedChild: Sendable {
  public let header: HeaderRow
  public let episodes: [EpisodeRow]
  public let reviews: [ReviewRow]
  public let workers: [WorkerEpisodeRow]
  /// Rows of the other tables: previous permanence, health (OC2), times missing.
  public let stated: [StatedRow]
}

extension Chronicle {
  /// The collection years that the town has lived through to their end, from the second on.
  public var collectionYears: [CollectionYear] {
    CollectionYear.known.compactMap { CollectionYear($0) }
      .filter { $0.first >= firstDay && $0.last <= today }
  }
}
