import Practice
import Store

/// How teams, practitioners and their postings are kept.
enum ServiceTables {
  static let all = [team, teamAbout, practitioner, practitionerAbout, posting]

  static let team = Table("team", .fact, [])

  static let teamAbout = Table(
    "team_about", .fact, key: ["team", "id"],
    [
      Column("team", .id, references: "team"), Column("name", .text),
      Column("kind", Team.Kind.self),
    ])

  static let practitioner = Table("practitioner", .fact, [])

  static let practitionerAbout = Table(
    "practitioner_about", .fact, key: ["practitioner", "id"],
    indexes: [Table.Index("registration")],
    [
      Column("practitioner", .id, references: "practitioner"), Column("name", .text),
      Column("registration", .text, optional: true),
    ])

  static let posting = Table(
    "posting", .fact, key: ["practitioner", "id"], indexes: [Table.Index("team")],
    [
      Column("practitioner", .id, references: "practitioner"),
      Column("team", .id, optional: true, references: "team"), Column("role", StaffRole.self),
      Column(
        "full_time_percent", .integer, optional: true,
        check: "full_time_percent BETWEEN 0 AND 200"),
      Column("employment", Posting.Employment.self), Column("from", .day), PeopleTables.until,
    ])
}
