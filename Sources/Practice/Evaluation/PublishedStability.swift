public import Measuring

/// A published count of children in care by their number of social workers in a year, or in two:
/// something to stand beside one's own figure, never a target.
public struct PublishedStability: Sendable, Equatable {
  public enum Place: Sendable, Equatable {
    case council(code: String, name: String)
    case region(name: String)
    case england

    public var words: String {
      switch self {
      case .council(_, let name), .region(let name): name
      case .england: "England"
      }
    }
  }

  public let place: Place
  /// The year in the middle of a release: 2024 for the twelve months that end on 31 March 2024.
  public let year: Int
  public let months: Int
  public let figures: Figures
  public let source: Source

  public var day: Day? { Day(year: year, month: 3, day: 31) }

  /// Children counted, and those of them who had three or more social workers. The numbers of
  /// children with one and with two are not part of these tables.
  public enum Figures: Sendable, Equatable {
    case published(children: Int, threeOrMore: Int)
    /// The total alone, or nothing, was given; with the reason.
    case withheld(children: Int?, because: Withheld)
  }

  /// Why a table shows a letter in place of a number.
  public enum Withheld: String, Sendable, Equatable, CaseIterable {
    case notAvailable = "x"
    case notApplicable = "z"
    case confidential = "c"

    public var words: String {
      switch self {
      case .notAvailable: "not available"
      case .notApplicable: "not applicable: no children in care"
      case .confidential: "withheld, so that nobody can be recognised"
      }
    }
  }

  /// The share with three or more; nil where it was withheld.
  public var share: Share? {
    guard case .published(let children, let threeOrMore) = figures else { return nil }
    return Share(threeOrMore, of: children)
  }

  /// Where the figure was published, in words that can be printed beside it.
  public struct Source: Sendable, Equatable {
    public let title: String
    public let publisher: String
    public let note: String
  }

  public static let stabilityMeasures = Source(
    title: "Stability measures for children looked after in England",
    publisher: "Department for Education",
    note: "Official statistics in development; numbers for England and regions are rounded to 10.")
}

extension PublishedStability {
  /// What was published for a council, its region and England over twelve months: 2024, and for
  /// England 2025 too.
  ///
  /// - Parameter authorityCode: the department's three-digit code, such as `846`. For a code that the
  ///   tables do not know, the figures for England alone.
  public static func `for`(authorityCode: String) -> [PublishedStability] {
    let national = englandIn2024.map { [$0, englandIn2025] } ?? [englandIn2025]
    guard let row = councilsIn2024[authorityCode] else { return national }
    let council = PublishedStability(
      place: .council(code: authorityCode, name: row.name), year: 2024, months: 12,
      figures: row.figures, source: stabilityMeasures)
    let regions = row.regions.compactMap { code in
      regionsIn2024[code].map {
        PublishedStability(
          place: .region(name: $0.name), year: 2024, months: 12, figures: $0.figures,
          source: stabilityMeasures)
      }
    }
    return [council] + regions + national
  }

  /// England, twelve months that end on 31 March 2025.
  public static let englandIn2025 = PublishedStability(
    place: .england, year: 2025, months: 12,
    figures: .published(children: 81_770, threeOrMore: 19_900), source: stabilityMeasures)

  /// England, children looked after for the two years that end on 31 March 2025.
  public static let englandTwoYearsTo2025 = PublishedStability(
    place: .england, year: 2025, months: 24,
    figures: .published(children: 59_430, threeOrMore: 31_520), source: stabilityMeasures)

  /// England, twelve months that end on 31 March 2024; nil only if the table were damaged.
  static let englandIn2024 = regionsIn2024["E92000001"].map {
    PublishedStability(
      place: .england, year: 2024, months: 12, figures: $0.figures, source: stabilityMeasures)
  }
}
