/// The tables of the SSDA903.
public enum Table: String, Sendable, CaseIterable {
  // In the order in which they are best read: who the children are first.
  case header, episodes
  case workerEpisodes = "sw_episodes"
  case reviews, uasc, oc2, oc3, ad1
  case placedForAdoption = "placed_for_adoption"
  case previousPermanence = "previous_permanence"
  case missing
  case deprivationOfLiberty = "dolo"

  /// As people say it.
  public var words: String {
    switch self {
    case .header: "header (one row for each child)"
    case .episodes: "episodes of care"
    case .workerEpisodes: "social worker episodes"
    case .reviews: "reviews"
    case .uasc: "unaccompanied asylum-seeking children"
    case .oc2: "health and offending (OC2)"
    case .oc3: "care leavers (OC3)"
    case .ad1: "adoption (AD1)"
    case .placedForAdoption: "decisions to place for adoption"
    case .previousPermanence: "previous permanence"
    case .missing: "missing periods"
    case .deprivationOfLiberty: "deprivation of liberty orders (DoLO)"
    }
  }

  /// The first collection year that has this table, where it is not one of the oldest.
  public var firstYear: Int {
    switch self {
    case .workerEpisodes: 2024
    case .deprivationOfLiberty: 2027
    default: CollectionYear.known.lowerBound
    }
  }

  /// The columns in the order in which the return lists them.
  public var fields: [Field] { Table.fieldsByTable[self] ?? [] }

  /// The column that only this table has and that cannot be missing from it.
  var mark: String {
    switch self {
    case .header: "ETHNIC"
    case .episodes: "DECOM"
    case .workerEpisodes: "SW_ID"
    case .reviews: "REVIEW"
    case .uasc: "DUC"
    case .oc2: "SDQ_SCORE"
    case .oc3: "IN_TOUCH"
    case .ad1: "DATE_INT"
    case .placedForAdoption: "DATE_PLACED"
    case .previousPermanence: "PREV_PERM"
    case .missing: "MIS_START"
    case .deprivationOfLiberty: "DOLO_START"
    }
  }

  /// The internal rule "child is in no header", where the official list has one for this table.
  var noHeaderRule: String {
    switch self {
    case .ad1: "INT01"
    case .placedForAdoption: "INT02"
    case .episodes: "INT03"
    case .missing: "INT04"
    case .oc2: "INT05"
    case .oc3: "INT06"
    case .previousPermanence: "INT07"
    case .reviews: "INT08"
    case .uasc: "INT09"
    case .header, .workerEpisodes, .deprivationOfLiberty: ReaderRule.noHeader
    }
  }

  /// The internal rule "date of birth differs from the header's".
  var bornDiffersRule: String {
    switch self {
    case .ad1: "INT11"
    case .placedForAdoption: "INT12"
    case .missing: "INT13"
    case .oc2: "INT14"
    case .oc3: "INT15"
    case .previousPermanence: "INT16"
    case .reviews: "INT17"
    case .uasc: "INT18"
    case .header, .episodes, .workerEpisodes, .deprivationOfLiberty: ReaderRule.day
    }
  }

  /// The internal rule "child should be in this table once", for the tables where it holds.
  var onceRule: String? {
    switch self {
    case .ad1: "INT31"
    case .header: "INT32"
    case .oc2: "INT33"
    case .oc3: "INT34"
    case .previousPermanence: "INT35"
    case .uasc: "INT36"
    default: nil
    }
  }
}
