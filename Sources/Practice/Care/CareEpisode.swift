/// A time in care under one legal status in one home, as the SSDA903 states it: a change of either
/// begins the next. A child's time in care is these, end to end.
public struct CareEpisode: Sendable, Equatable {
  public let child: ID<Person>
  public let period: Period
  /// Why this episode began: `S` started to be looked after, `L` legal status, `P` placement, …
  public let reasonBegun: String
  public let legalStatus: LegalStatus
  /// Primary need, `N1` … `N8`.
  public let need: String
  /// Placement code such as `U4`: the home, in the return's terms.
  public let home: String
  public let provider: String?
  /// Why it ended: `X1` another episode follows, `E…` care ended.
  public let reasonEnded: String?
  public let reasonHomeChanged: String?
  public let homePostcode: String?
  public let placementPostcode: String?
  public let placementURN: String?

  public init(
    child: ID<Person>, period: Period, reasonBegun: String, legalStatus: LegalStatus,
    need: String, home: String, provider: String? = nil, reasonEnded: String? = nil,
    reasonHomeChanged: String? = nil, homePostcode: String? = nil,
    placementPostcode: String? = nil, placementURN: String? = nil
  ) {
    self.child = child
    self.period = period
    self.reasonBegun = reasonBegun
    self.legalStatus = legalStatus
    self.need = need
    self.home = home
    self.provider = provider
    self.reasonEnded = reasonEnded
    self.reasonHomeChanged = reasonHomeChanged
    self.homePostcode = homePostcode
    self.placementPostcode = placementPostcode
    self.placementURN = placementURN
  }
}

/// Legal status of a child in care (SSDA903 `LS`).
public enum LegalStatus: String, Sendable, CaseIterable {
  case interimCareOrder = "C1"
  case careOrder = "C2"
  case freeingOrder = "D1"
  case placementOrder = "E1"
  case accommodated = "V2"
  case shortBreaksLinked = "V3"
  case shortBreaks = "V4"
  case policeProtection = "L1"
  case emergencyProtection = "L2"
  case childAssessment = "L3"
  case remanded = "J1"
  case detained = "J2"
  case sentenced = "J3"

  public var words: String {
    switch self {
    case .interimCareOrder: "Interim care order"
    case .careOrder: "Care order"
    case .freeingOrder: "Freeing order"
    case .placementOrder: "Placement order"
    case .accommodated: "Living away by agreement"
    case .shortBreaksLinked: "Short breaks, under one agreement"
    case .shortBreaks: "Short breaks"
    case .policeProtection: "Police protection"
    case .emergencyProtection: "Emergency protection order"
    case .childAssessment: "Child assessment order"
    case .remanded: "Remanded to care"
    case .detained: "Detained"
    case .sentenced: "Sentenced with a residence requirement"
    }
  }

  /// A series of short breaks, which the official stability measure leaves out.
  public var isShortBreaks: Bool { self == .shortBreaks || self == .shortBreaksLinked }
}

/// A review of a child in care: when it was, and how the child took part (`PN0` … `PN7`).
public struct CareReview: Sendable, Equatable {
  public let child: ID<Person>
  public let day: Day
  public let participation: String

  public init(child: ID<Person>, day: Day, participation: String) {
    self.child = child
    self.day = day
    self.participation = participation
  }
}
