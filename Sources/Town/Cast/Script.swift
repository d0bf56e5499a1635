import Practice

/// What happens to the cast, day by day.
struct Script: Sendable {
  struct Member: Sendable {
    let key: String
    let practitioner: Practitioner
    let role: StaffRole
    var fullTimePercent = 100
    var employment = Posting.Employment.permanent
    /// Whether chance may give this worker more families.
    var takesFamilies = false
  }
  struct Step: Sendable {
    let day: Int
    let turn: Turn
  }
  /// Strands, workers and people go by their keys.
  enum Turn: Sendable {
    case start(worker: String, team: Int)
    case move(worker: String, team: Int)
    case leave(worker: String)
    case open(CastFamily, worker: String)
    /// A family made by chance, with so many children, that stays with this worker.
    case openMade(strand: String, children: Int, worker: String)
    case handOver(strand: String, to: String, ChangeReason)
    case beside(strand: String, worker: String, TenureRole, ChangeReason?)
    case stepBack(strand: String, worker: String)
    case help(strand: String)
    case protect(strand: String)
    case unprotect(strand: String)
    case care(strand: String, person: String, CareCourse)
    case told(strand: String, Note)
    case name(person: String, PersonName)
  }
  /// An encounter written by hand.
  struct Note: Sendable {
    let worker: String
    let kind: Encounter.Kind
    var place: Encounter.Place?
    let title: String
    let words: String
    /// Whom they met, by key, and how: seen, seen alone, or only spoken to.
    let met: [(person: String, how: How)]
    enum How: Sendable { case seen, alone, spoken }
  }

  /// How many families of every town are the cast's: six written by hand, and six more that
  /// Amara works with.
  static let families = 12

  let frame: Frame
  private(set) var workers: [Member] = []
  private(set) var steps: [Step] = []

  init(frame: Frame) {
    self.frame = frame
    hireStaff()
    tellOfTheDohertys()
    tellOfTheKowalczyks()
    tellOfEzra()
    tellOfJaz()
    tellOfEllieMae()
    tellOfMabli()
    let others = [3, 2, 2, 2, 2, 1]
    for (place, count) in others.enumerated() {
      add(
        ago(days: 320 + place * 61),
        .openMade(strand: "amara-\(place)", children: count, worker: "amara"))
      add(ago(days: 270 + place * 61), .help(strand: "amara-\(place)"))
    }
    steps.sort { $0.day < $1.day }
  }

  /// So long before the last day, on a working day.
  func ago(years: Int = 0, months: Int = 0, days: Int = 0) -> Int {
    frame.workingDay(from: exactly(years: years, months: months, days: days))
  }

  func exactly(years: Int = 0, months: Int = 0, days: Int = 0) -> Int {
    Int((Day(frame.last).adding(months: -12 * years - months) - days).number)
  }

  /// Steps of one day happen in the order in which they are added.
  mutating func add(_ day: Int, _ turn: Turn) {
    steps.append(Step(day: day, turn: turn))
  }

  mutating func hire(_ member: Member) { workers.append(member) }
}

/// A family written by hand.
struct CastFamily: Sendable {
  struct Someone: Sendable {
    let key: String
    let given: String
    let surname: String
    var preferred: String?
    var former: String?
    let relation: String
    let born: Int
    let sex: String
    var ethnicity = "WBRI"
    var pronouns: String?
    var language: String?
    var interpreter = false
    var livesAtHome = true
    var isChild: Bool { relation == "Child" }
  }
  /// Of the strand, and of the family's id.
  let key: String
  let name: String
  let reference: String
  let address: String
  let people: [Someone]
}
