import Practice
import Store

/// How tenures and encounters are kept.
enum RelationshipTables {
  static let all = [tenure, encounter, met]

  static let tenure = Table(
    "tenure", .fact, key: ["child", "id"], indexes: [Table.Index("practitioner")],
    [
      Column("child", .id, references: "person"),
      Column("practitioner", .id, references: "practitioner"),
      Column("team", .id, optional: true, references: "team"), Column("role", TenureRole.self),
      Column("from", .day), PeopleTables.until,
      Column("begun", ChangeReason.self, optional: true),
      Column("ended", ChangeReason.self, optional: true),
      Column("planned", .flag, optional: true), Column("said_goodbye", .flag, optional: true),
      Column("said_hello", .flag, optional: true), Column("family_told", .day, optional: true),
    ])

  /// A family's encounters lie together on the disk, in the order of their days.
  static let encounter = Table(
    "encounter", .fact, key: ["family", "day", "id"],
    searched: Table.Searched("title", "words", by: "day"),
    [
      Column("family", .id, references: "family"),
      Column("practitioner", .id, references: "practitioner"), Column("day", .day),
      Column("kind", Encounter.Kind.self), Column("place", Encounter.Place.self, optional: true),
      Column("title", .text), Column("words", .text),
    ])

  /// Who was part of an encounter. A person's lie together, with what the thread shows of each.
  static let met = Table(
    "encounter_met", .part, key: ["person", "day", "encounter"],
    [
      Column("person", .id, references: "person"), Column("day", .day),
      Column("encounter", .id, references: "encounter"),
      // As the encounter of the same telling says, which holds the reference.
      Column("practitioner", .id), Column("kind", Encounter.Kind.self), Column("seen", .flag),
      Column("alone", .flag, check: "NOT alone OR seen"),
    ])
}
