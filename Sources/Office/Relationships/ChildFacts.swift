import Practice
import Returns

/// All that the page of one child is made from: what was told of the child and holds now, with the
/// places where it was told.
struct ChildFacts: Sendable {
  let child: ID<Person>
  var names: [Told<PersonName>] = []
  var about: Told<AboutPerson>?
  var numbers: [PersonNumber] = []
  var families: [(id: ID<Family>, name: String)] = []
  /// In the order in which they began.
  var tenures: [Told<Tenure>] = []
  var meetings: [ChildMeeting] = []
  var care: [Told<CareEpisode>] = []
  var reviews: [Told<CareReview>] = []
  var stated: [StatedRow] = []
  var practitioners: [ID<Practitioner>: String] = [:]
  var postings: [Posting] = []
  var teams: [ID<Team>: String] = [:]
  /// Of the facts that the page can be opened to.
  var tellings: [Int: ToldBy] = [:]

  /// One encounter as the child's own record of it.
  struct ChildMeeting: Sendable {
    let encounter: ID<Encounter>
    let telling: Int
    let day: Day
    let practitioner: ID<Practitioner>
    let kind: Encounter.Kind
    let seen: Bool
    let alone: Bool
    let isOnline: Bool
  }

  /// A row of a return that no chapter reads as facts of its own.
  struct StatedRow: Sendable {
    let telling: Int
    let table: String
    let cells: String
  }

  /// Who told something, and on which day it was written down.
  struct ToldBy: Sendable {
    let day: Day
    let teller: String
    /// The collection year of the return that stated it.
    let returnYear: CollectionYear?
  }

  init(child: ID<Person>) { self.child = child }
}

extension ChildFacts {
  var born: Day? { about?.value.person.born }
  var detail: PersonDetail? { about?.value.detail }

  /// The name to say: the given name, or what the return called the child by where it gave none.
  var spoken: String {
    guard let name = names.map(\.value).spoken else { return full }
    return name.given.isEmpty ? name.full : name.given
  }

  /// The name in full.
  var full: String {
    if let name = names.map(\.value).spoken { return name.full }
    guard let number = numbers.first(where: { $0.scheme == .local }) ?? numbers.first else {
      return "Child without a name"
    }
    return "Child \(number.value)"
  }

  var hasName: Bool { !names.isEmpty }

  func name(_ practitioner: ID<Practitioner>) -> String {
    practitioners[practitioner] ?? "Name not recorded"
  }

  /// For the measures of relationship; tenures keep their places.
  var history: ChildHistory {
    ChildHistory(child: child, tenures: tenures.map(\.value), care: care.map(\.value))
  }

  /// The child's encounters, as far as the child was part of them.
  var encounters: [Encounter] {
    // The measures ask who met whom and when; whose story it was written in makes no difference.
    let family = families.first?.id ?? ID(high: 0, low: 0)
    return meetings.map { meeting in
      Encounter(
        id: meeting.encounter, family: family, practitioner: meeting.practitioner,
        day: meeting.day, kind: meeting.kind, place: meeting.isOnline ? .online : nil,
        met: [Encounter.Met(person: child, seen: meeting.seen, alone: meeting.alone)])
    }
  }

  /// Somebody's team on a day, where it is known.
  func team(_ practitioner: ID<Practitioner>, _ day: Day) -> ID<Team>? {
    postings.last { $0.practitioner == practitioner && $0.period.holds(on: day) }?.team
  }

  var thread: ThreadFacts {
    ThreadFacts(
      born: born, tenures: tenures.map(\.value), names: practitioners,
      meetings: meetings.map { meeting in
        ThreadMeeting(
          day: meeting.day, practitioner: meeting.practitioner, kind: meeting.kind,
          seen: meeting.seen, alone: meeting.alone)
      }, care: care.map(\.value), recorded: recorded)
  }

  /// When it was recorded who the keyworker was; nil for always.
  ///
  /// Worker episodes are part of the SSDA903 from 2023-24 on. Where all that is known of the child's
  /// workers comes from returns, it is known from the first year that stated any to the last year
  /// that stated anything of the child.
  var recorded: [Period]? {
    let all = years(care.map(\.telling) + reviews.map(\.telling) + tenures.map(\.telling))
    let ofWorkers = years(tenures.map(\.telling))
    guard ofWorkers.count == tenures.count, !all.isEmpty else { return nil }
    guard let first = ofWorkers.min(), let last = all.max() else { return [] }
    return Period(from: first.first, until: last.last).map { [$0] } ?? []
  }

  private func years(_ tellings: [Int]) -> [CollectionYear] {
    tellings.compactMap { self.tellings[$0]?.returnYear }
  }
}
