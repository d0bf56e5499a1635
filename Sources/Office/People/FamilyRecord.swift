import Practice

/// A family as it is known today: who they are and where they live, what was agreed with them, who
/// walks alongside, and everything that was kept of meeting them.
struct FamilyRecord: Sendable {
  let family: Family
  let today: Day
  let members: [FamilyMember]
  let people: [ID<Person>: PersonCard]
  let residences: [Residence]
  let addresses: [ID<Household>: String]
  let kinship: [Kinship]
  let plans: [Plan]
  let tenures: [Tenure]
  let help: [HelpPeriod]
  let care: [CareEpisode]
  /// The newest first.
  let encounters: [Encounter]
  let colleagues: TeamColleagues

  func card(_ person: ID<Person>) -> PersonCard { people[person] ?? PersonCard(person) }

  /// Those who belong to the family today, in the order in which they were told of.
  var present: [FamilyMember] { members.filter { $0.period.holds(on: today) } }

  /// Those who have belonged to it once.
  var past: [FamilyMember] {
    let here = Set(present.map(\.person))
    return members.filter { !here.contains($0.person) && $0.period.from <= today }
  }

  /// True for those with whom someone walks alongside, or has: they have a page of their own.
  func isChild(_ member: FamilyMember) -> Bool {
    member.relation == "Child" || tenures.contains { $0.child == member.person }
  }

  func household(_ person: ID<Person>) -> ID<Household>? {
    residences.last { $0.person == person && $0.period.holds(on: today) }?.household
  }

  /// The home in which most of them live; of several alike, one where a grown-up lives, so that it
  /// stays the family's when children live apart.
  var home: ID<Household>? {
    var weight: [ID<Household>: Int] = [:]
    var best: ID<Household>?
    for member in present {
      guard let household = household(member.person) else { continue }
      weight[household, default: 0] += isChild(member) ? 8 : 9
    }
    for member in present {
      guard let household = household(member.person) else { continue }
      if weight[household, default: 0] > (best.flatMap { weight[$0] } ?? 0) { best = household }
    }
    return best
  }

  /// What is agreed with a child today.
  func plans(_ child: ID<Person>) -> [Plan] {
    plans.filter { $0.child == child && $0.period.holds(on: today) }
  }

  /// The time in care in which a child is today.
  func care(_ child: ID<Person>) -> CareEpisode? {
    care.last { $0.child == child && $0.period.holds(on: today) }
  }

  /// The day since which there has been help without a break; nil where there is none today.
  var helpedSince: Day? {
    help.filter { $0.period.holds(on: today) }.map(\.period.from).min()
  }

  /// Who has met them, and who should be asked to visit.
  var familiarity: Familiarity {
    Familiarity(
      with: Set(members.map(\.person)), encounters: encounters, tenures: tenures,
      postings: colleagues.postings(of: encounters, tenures), asAt: today)
  }
}
