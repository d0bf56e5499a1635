/// A time when a practitioner met people of a family, which no return holds and familiarity needs.
///
/// One practitioner's meeting: at a joint visit each practitioner's is an encounter of its own.
public struct Encounter: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case visit, call, meeting, message, other

    public var words: String {
      switch self {
      case .visit: "Visit"
      case .call: "Call"
      case .meeting: "Meeting"
      case .message: "Message"
      case .other: "Other"
      }
    }
    /// True where people were in the same room.
    public var isFaceToFace: Bool { self == .visit || self == .meeting }
  }
  public enum Place: String, Sendable, CaseIterable {
    case home, school, office, outdoors, familyCentre, hospital, online, elsewhere

    public var words: String {
      switch self {
      case .home: "at home"
      case .school: "at school"
      case .office: "at the office"
      case .outdoors: "outdoors"
      case .familyCentre: "at the family centre"
      case .hospital: "in hospital"
      case .online: "online"
      case .elsewhere: "elsewhere"
      }
    }
  }

  public let id: ID<Encounter>
  public let family: ID<Family>
  public let practitioner: ID<Practitioner>
  public let day: Day
  public let kind: Kind
  public let place: Place?
  /// A line that says what it was about.
  public let title: String
  public let words: String
  public let met: [Met]

  public init(
    id: ID<Encounter>, family: ID<Family>, practitioner: ID<Practitioner>, day: Day, kind: Kind,
    place: Place? = nil, title: String = "", words: String = "", met: [Met]
  ) {
    self.id = id
    self.family = family
    self.practitioner = practitioner
    self.day = day
    self.kind = kind
    self.place = place
    self.title = title
    self.words = words
    self.met = met
  }

  /// Someone of the family who was part of it; whether they were seen, and seen alone.
  public struct Met: Sendable, Equatable {
    public let person: ID<Person>
    public let seen: Bool
    public let alone: Bool

    public init(person: ID<Person>, seen: Bool, alone: Bool = false) {
      self.person = person
      self.seen = seen
      self.alone = alone
    }
  }
}
