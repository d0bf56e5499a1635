public import Practice
public import Store

/// Teams, practitioners and postings as facts, ready to be told.
public enum ServiceRecords {
  public static func known(_ team: ID<Team>) -> FactRow {
    FactRow(ServiceTables.team, id: team, [])
  }

  public static func about(_ team: Team, fact: ID<Fact>) -> FactRow {
    FactRow(
      ServiceTables.teamAbout, id: fact,
      [team.id.bound, .text(team.name), .text(team.kind.rawValue)])
  }

  public static func known(_ practitioner: ID<Practitioner>) -> FactRow {
    FactRow(ServiceTables.practitioner, id: practitioner, [])
  }

  public static func about(
    _ practitioner: Practitioner, fact: ID<Fact>, supersedes: ID<Fact>? = nil,
    because: String? = nil
  ) -> FactRow {
    FactRow(
      ServiceTables.practitionerAbout, id: fact, supersedes: supersedes, because: because,
      [practitioner.id.bound, .text(practitioner.name), practitioner.registration.bound])
  }

  public static func posting(
    _ posting: Posting, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      ServiceTables.posting, id: fact, supersedes: supersedes, because: because,
      [
        posting.practitioner.bound, posting.team.bound, .text(posting.role.rawValue),
        posting.fullTimePercent.bound, .text(posting.employment.rawValue),
      ] + posting.period.bound)
  }
}
