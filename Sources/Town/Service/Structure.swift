import Practice

/// How a service of a given size is made up: teams, and the seats in them that someone can hold.
struct Structure: Sendable {
  struct TeamPlan: Sendable {
    let name: String
    let kind: Team.Kind
    /// True for the teams of before the redesign, which each held one stretch of the way.
    var early: Stretch? = nil
    /// Takes new families of any kind.
    var takesFamilies = false
  }
  /// The stretches of a child's way that had a team each before there were pods.
  enum Stretch: Sendable { case assessment, safeguarding, care }

  struct Seat: Sendable {
    /// Where the seat is before and after the redesign.
    let early: Int
    let team: Int
    let role: StaffRole
    let fullTimePercent: Int
    /// Share of a full load of families that the role carries, in hundredths; 0 carries none.
    let share: Int
  }

  private(set) var teams: [TeamPlan] = []
  private(set) var seats: [Seat] = []

  static let castPod = 0
  static let adolescentPod = 1
  static let castUnit = 2
  static let frontDoor = 3
  static let leadership = 4

  /// - Parameter children: how many children are open at once, about.
  init(children: Int, _ chance: inout Chance) {
    teams = [
      TeamPlan(name: "Kingfisher Pod", kind: .pod, takesFamilies: true),
      TeamPlan(name: "Adolescent Pod", kind: .specialist),
      TeamPlan(name: "Harbour Unit", kind: .unit, takesFamilies: true),
      TeamPlan(name: "Front Door for Families", kind: .frontDoor),
      TeamPlan(name: "Senior Leadership Team", kind: .leadership),
    ]
    let holders = children * 10 / 123
    let pods = max(1, (holders - 3) / 7)
    var fieldwork = [Structure.castPod]
    for number in 0..<max(0, pods - 1) {
      fieldwork.append(teams.count)
      teams.append(TeamPlan(name: Structure.podName(number), kind: .pod, takesFamilies: true))
    }
    var early: [[Int]] = []
    for (stretch, name, parts) in [
      (Stretch.assessment, "Assessment Team", 3), (.safeguarding, "Safeguarding Team", 2),
      (.care, "Children in Care Team", 4),
    ] {
      let count = max(1, (pods + 2) / parts / 2)
      early.append(Array(teams.count..<(teams.count + count)))
      for number in 1...count {
        teams.append(TeamPlan(name: "\(name) \(number)", kind: .specialist, early: stretch))
      }
    }
    for pod in fieldwork {
      let assessment = chance.pick(early[0])
      let safeguarding = chance.pick(early[1])
      let care = chance.pick(early[2])
      if pod != Structure.castPod { seat(pod, early: safeguarding, .podManager, share: 0, &chance) }
      // In the cast's pod the hand-written workers hold some of the seats.
      let others = pod == Structure.castPod ? (children > 0 ? 3 : 0) : 7
      for number in 0..<others {
        let from = [assessment, safeguarding, safeguarding, care, assessment, safeguarding, care][
          number]
        let role: StaffRole =
          number < 2
          ? .seniorSocialWorker : number == 6 ? .newlyQualifiedSocialWorker : .socialWorker
        seat(pod, early: from, role, share: number < 2 ? 85 : number == 6 ? 70 : 100, &chance)
      }
      seat(pod, early: assessment, .socialWorkerInTraining, share: 0, &chance)
      seat(pod, early: safeguarding, .businessSupport, share: 0, &chance)
      seat(pod, early: safeguarding, .childrensPractitioner, share: 0, &chance)
    }
    if children > 60 {
      for _ in 0..<4 { seat(1, early: early[1][0], .socialWorker, share: 60, &chance) }
      seat(2, early: early[1][0], .consultantSocialWorker, share: 90, &chance)
      seat(2, early: early[1][0], .socialWorker, share: 100, &chance)
    }
    seat(1, early: early[1][0], .podManager, share: 0, &chance)
    seat(2, early: early[0][0], .childrensPractitioner, share: 0, &chance)
    seat(2, early: early[0][0], .clinician, share: 0, &chance)
    for _ in 0..<max(1, children / 330) { seat(3, early: 3, .socialWorker, share: 0, &chance) }
    for _ in 0..<max(1, children / 150) { seat(4, early: 4, .conferenceChair, share: 0, &chance) }
    for _ in 0..<max(1, children / 300) { seat(4, early: 4, .personalAdviser, share: 0, &chance) }
    for _ in 0..<max(1, children / 500) { seat(4, early: 4, .leadPractitioner, share: 0, &chance) }
    seat(4, early: 4, .groupManager, share: 0, &chance)
  }

  private mutating func seat(
    _ team: Int, early: Int, _ role: StaffRole, share: Int, _ chance: inout Chance
  ) {
    let percent = share > 0 ? [100, 80, 60][chance.weighted([76, 13, 11])] : 100
    seats.append(Seat(early: early, team: team, role: role, fullTimePercent: percent, share: share))
  }

  private static func podName(_ number: Int) -> String {
    let name = podNames[number % podNames.count]
    return number < podNames.count ? "\(name) Pod" : "\(name) Pod \(number / podNames.count + 1)"
  }

  private static let podNames = [
    "Avocet", "Tern", "Curlew", "Plover", "Heron", "Swift", "Wren", "Lapwing", "Dunlin", "Skylark",
    "Puffin", "Fulmar", "Linnet", "Swallow", "Redshank", "Goldfinch", "Osprey", "Sandpiper",
    "Turnstone", "Nightingale", "Cormorant", "Kestrel", "Woodlark", "Egret", "Merlin", "Bittern",
    "Chough", "Firecrest", "Gannet", "Whimbrel",
  ]
}
