public import Practice
public import Store

/// Everything that can be told, by the verb that the office uses for it. One deed is one telling.
public enum Deed: String, Sendable, CaseIterable {
  case formTeam = "FormTeam"
  case join = "Join"
  case move = "Move"
  case leave = "Leave"
  case openFamily = "OpenFamily"
  case comeBack = "ComeBack"
  case endHelp = "EndHelp"
  case handOver = "HandOver"
  case comeAlongside = "ComeAlongside"
  case stepBack = "StepBack"
  case agreePlan = "AgreePlan"
  case endPlan = "EndPlan"
  case comeIntoCare = "ComeIntoCare"
  case changeCare = "ChangeCare"
  case leaveCare = "LeaveCare"
  case recordReview = "RecordReview"
  case moveHouse = "MoveHouse"
  case takeName = "TakeName"
  case recordEncounter = "RecordEncounter"
  case importReturn = "ImportReturn"
  case changeAccess = "ChangeAccess"
  case restrictRecord = "RestrictRecord"
  case grantAccess = "GrantAccess"
  case declareConflict = "DeclareConflict"
  case openRecord = "OpenRecord"
  case reviewOpening = "ReviewOpening"
  case look = "Look"
}

extension TellingRow {
  /// A telling of `deed`.
  /// - Parameter teller: the account's name, or the command.
  public init(
    _ deed: Deed, id: ID<Telling>, by teller: String, recorded: Instant, happened: Day? = nil,
    family: ID<Family>? = nil, note: String? = nil
  ) {
    self.init(
      id: id, deed: deed.rawValue, teller: teller, recorded: recorded, happened: happened,
      story: family.map { ID(high: $0.high, low: $0.low) }, note: note)
  }
}
