public import Practice

/// One deed of somebody in the town, to be kept as one telling.
public struct Happening: Sendable {
  /// When it was written down; never earlier than that of the happening before it.
  public let recorded: Instant
  /// When it happened: the day of recording or earlier.
  public let day: Day
  /// Who did and told it; nil for what the council's own office did (forming a team, a starter).
  public let by: ID<Practitioner>?
  /// For whose story; nil for what concerns the service alone.
  public let family: ID<Family>?
  public let deed: Deed

  public init(
    recorded: Instant, day: Day, by: ID<Practitioner>?, family: ID<Family>?, deed: Deed
  ) {
    self.recorded = recorded
    self.day = day
    self.by = by
    self.family = family
    self.deed = deed
  }
}

/// What can happen in a town, in the verbs of practice, with the facts that each states.
public enum Deed: Sendable {
  case formTeam(Team)
  /// Someone starts in the service.
  indirect case join(Practitioner, Lasting<Posting>)
  /// The same person in another team or role: the earlier posting ends as the next begins.
  indirect case move(from: Lasting<Posting>, to: Lasting<Posting>)
  indirect case leave(Lasting<Posting>)
  indirect case openFamily(FamilyOpening)
  /// A family known before comes back: the periods of help and who is alongside now.
  indirect case comeBack(help: [Lasting<HelpPeriod>], tenures: [Lasting<Tenure>])
  /// Help is finished for these children; everyone named stops being alongside them.
  indirect case endHelp(help: [Lasting<HelpPeriod>], tenures: [Lasting<Tenure>])
  /// One keyworker ends and the next begins on the same day.
  indirect case handOver(from: [Lasting<Tenure>], to: [Lasting<Tenure>])
  /// Someone begins beside the child, or after a gap becomes the keyworker.
  indirect case comeAlongside([Lasting<Tenure>])
  indirect case stepBack([Lasting<Tenure>])
  indirect case agreePlan([Lasting<Plan>])
  indirect case endPlan([Lasting<Plan>])
  indirect case comeIntoCare(Lasting<CareEpisode>, HouseMove)
  /// A change of legal status, of home, or of both.
  indirect case changeCare(from: Lasting<CareEpisode>, to: Lasting<CareEpisode>, HouseMove)
  indirect case leaveCare(Lasting<CareEpisode>, HouseMove)
  case recordReview(CareReview)
  indirect case moveHouse(HouseMove)
  /// A person tells what they are called, or were before.
  indirect case takeName(ID<Person>, PersonName)
  case recordEncounter(Encounter)
}

/// A fact that lasts: told with an open end when it begins, and again with its last day when it
/// ends. Both tellings carry the same number, so that the second can take the place of the first.
public struct Lasting<Value: Sendable>: Sendable {
  /// Unique within a town, over all kinds of lasting facts, from 1.
  public let number: Int
  public let value: Value

  public init(number: Int, value: Value) {
    self.number = number
    self.value = value
  }
}
