import Practice
import Store

/// How periods of help, plans, episodes of care and reviews are kept.
enum CareTables {
  static let all = [help, plan, episode, review]

  static let help = Table(
    "help_period", .fact, key: ["person", "id"],
    [
      Column("person", .id, references: "person"), Column("from", .day), PeopleTables.until,
      Column("source", .text, optional: true), Column("need", .text, optional: true),
      Column("reason_ended", .text, optional: true),
    ])

  static let plan = Table(
    "plan", .fact, key: ["child", "id"],
    [
      Column("child", .id, references: "person"), Column("kind", Plan.Kind.self),
      Column("from", .day), PeopleTables.until, Column("review_due", .day, optional: true),
    ])

  static let episode = Table(
    "care_episode", .fact, key: ["child", "id"],
    [
      Column("child", .id, references: "person"), Column("from", .day), PeopleTables.until,
      Column("reason_begun", .text), Column("legal_status", LegalStatus.self),
      Column("need", .text), Column("home", .text), Column("provider", .text, optional: true),
      Column("reason_ended", .text, optional: true),
      Column("reason_home_changed", .text, optional: true),
      Column("home_postcode", .text, optional: true),
      Column("placement_postcode", .text, optional: true),
      Column("placement_urn", .text, optional: true),
    ])

  static let review = Table(
    "care_review", .fact, key: ["child", "day", "id"],
    [
      Column("child", .id, references: "person"), Column("day", .day),
      Column("participation", .text),
    ])
}
