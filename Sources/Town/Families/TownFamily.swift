import Practice

/// A family as it is made, before it is told: everyone who matters, and where they live.
struct TownFamily: Sendable {
  struct Adult: Sendable {
    let person: ID<Person>
    let given: String
    let relation: String
    let born: Int
    let livesWith: Bool
    /// Encounters with this adult end here.
    var died: Int = .max
  }
  let family: Family
  let people: [Introduction]
  let members: [FamilyMember]
  let kinship: [Kinship]
  let households: [Household]
  var residences: [Lasting<Residence>]
  let adults: [Adult]
  /// Places of the children among all children of the town.
  let children: [Int]
  /// The home where the children live.
  var home: ID<Household>
  let homePostcode: String
  /// The latest period of help.
  var lastStrand: Int?
}

/// A child's life in the town: who they are, and what holds for them now.
struct ChildLife: Sendable {
  let person: ID<Person>
  let family: Int
  let given: String
  let born: Int
  /// The day of the eighteenth birthday.
  let adult: Int
  let sex: String
  let ethnicity: String
  var help: Lasting<HelpPeriod>?
  var protection: Lasting<Plan>?
  var care: Lasting<CareEpisode>?
  var course: CareCourse?
  /// The day on which this time in care began, or the latest one did.
  var careSince = 0
  var residence: Lasting<Residence>?
}
