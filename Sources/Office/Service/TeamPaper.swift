public import Practice
public import Store

/// What a team needs when everything is down: its families, where they live, who walks alongside and
/// who knows them, what is due. One printable page for each team.
public struct TeamPaper: Sendable {
  public let team: ID<Team>
  public let name: String
  public let families: Int
  /// The whole page in UTF-8.
  public let bytes: [UInt8]

  /// Teams in which somebody works today, by name.
  public static func teams(
    _ reading: Reading, _ authority: Authority, today: Day
  ) throws -> [ID<Team>] {
    let colleagues = try TeamDirectory.colleagues(reading, authority.number)
    return colleagues.teams.values
      .filter { team in
        colleagues.everyone(in: team.id).contains {
          colleagues.posting($0, on: today)?.team == team.id
        }
      }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.id)
  }

  /// Nil where there is no such team.
  public init?(
    _ reading: Reading, _ authority: Authority, _ team: ID<Team>, made: Instant
  ) throws {
    // Made for the team by whoever looks after the machine; nobody has signed in.
    let actor = Actor(
      authority: authority, account: "kith pack", role: .administrator, practitioner: nil,
      today: made.london.day)
    // A paper is for the whole team: no locked record is on it.
    let locked = try Scope.locked(reading, actor, now: made)
    let scope = Scope(whom: .everybody(but: locked), families: [], calls: [:])
    guard let people = try TeamDesk.people(reading, actor, team, in: scope) else { return nil }
    let ids = Dictionary(
      people.families.values.map { ($0.id, NameSearch.folded($0.name)) }
    ) { first, _ in first }
    var records: [FamilyRecord] = []
    for id in ids.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }).map(\.key) {
      if let record = try FamilyDesk.record(reading, actor, id, without: locked) {
        records.append(record)
      }
    }
    self.team = team
    (name, families) = (people.team.name, records.count)
    bytes = Self.page(people, records, made)
  }

  private static func page(
    _ people: TeamPeople, _ records: [FamilyRecord], _ made: Instant
  ) -> [UInt8] {
    PrintedPage(title: "\(people.team.name), for when everything is down").bytes { main in
      main.h1(people.team.name)
      main.p(.class("lead")) { lead in
        let (day, hour, minute, _) = made.london
        lead.text("As it was known on ")
        lead.day(day)
        lead.text(" at \(hour):\(minute < 10 ? "0" : "")\(minute). For when everything is down: ")
        lead.text("keep it locked away, and destroy it when a newer one is there.")
      }
      TeamPaperDue(records: records, today: made.london.day).write(to: &main)
      main.h2("The team")
      main.ul(.class("plain two")) { list in
        for posting in people.postings {
          list.li { line in
            line.name(people.colleagues.name(posting.practitioner))
            line.span(posting.role.words, .class("quiet"))
          }
        }
      }
      if records.isEmpty {
        main.h2("Families")
        main.p("Nobody of this team walked alongside a family then.")
      }
      for record in records { main.section { family(record, &$0) } }
    }
  }

  private static func family(_ record: FamilyRecord, _ section: inout HTML) {
    section.h2 { head in
      head.name(record.family.name)
      head.text(" family, \(record.family.reference)")
    }
    section.lowered = 1
    defer { section.lowered = 0 }
    if let home = record.home, let address = record.addresses[home] { section.p(address) }
    TeamPaperAlerts(record: record).write(to: &section)
    FamilyPeople(record: record).write(to: &section)
    FamilyAlongside(record: record).write(to: &section)
    FamilyFamiliars(record: record).write(to: &section)
    let last = record.encounters.prefix(3)
    guard !last.isEmpty else { return }
    section.h2("Last met")
    section.ul(.class("plain")) { list in
      for encounter in last {
        list.li { line in
          line.shortDay(encounter.day)
          line.text(", \(encounter.kind.words), ")
          line.name(record.colleagues.name(encounter.practitioner))
          if !encounter.title.isEmpty { line.text(": \(encounter.title)") }
        }
      }
    }
  }
}
