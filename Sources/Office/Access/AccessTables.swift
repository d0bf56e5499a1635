public import Practice
public import Store

/// How it is kept who may read what, what is locked, and what was opened.
enum AccessTables {
  static let all = [rule, restriction, grant, conflict, opening, openingReview, LookTable.look]

  static let rule = Table(
    "access_rule", .fact,
    [
      Column("role", AccountRole.self), Column("tie", Tie.self), Column("matter", Matter.self),
      Column("is_allowed", .flag), Column("from", .day),
    ])

  static let restriction = Table(
    "restriction", .fact, key: ["family", "id"],
    [
      Column("family", .id, references: "family"), Column("category", Restriction.Category.self),
      Column("call", .text, check: "call <> ''"), Column("from", .day), PeopleTables.until,
      Column("review_due", .day),
    ])

  static let grant = Table(
    "access_grant", .fact, key: ["family", "id"], indexes: [Table.Index("practitioner")],
    [
      Column("family", .id, references: "family"),
      Column("practitioner", .id, references: "practitioner"),
      Column("kind", AccessGrant.Kind.self), Column("from", .day), PeopleTables.until,
    ])

  static let conflict = Table(
    "conflict_of_interest", .fact, key: ["family", "id"], indexes: [Table.Index("practitioner")],
    [
      Column("family", .id, references: "family"),
      Column("practitioner", .id, references: "practitioner"), Column("from", .day),
      PeopleTables.until,
    ])

  static let opening = Table(
    "opening", .fact, key: ["family", "id"], indexes: [Table.Index("account", "ends")],
    [
      Column("family", .id, references: "family"), Column("account", .text),
      Column("kind", Opening.Kind.self), Column("reason", Opening.Reason.self),
      Column("words", .text), Column("safety", .text, optional: true), Column("begun", .instant),
      Column("ends", .instant, check: "ends > begun"),
    ])

  static let openingReview = Table(
    "opening_review", .fact, key: ["opening", "id"],
    [
      Column("opening", .id, references: "opening"), Column("is_justified", .flag),
      Column("words", .text), Column("reviewer", .text),
    ])
}

/// Who may read what, as facts, ready to be told.
public enum AccessRecords {
  public static func rule(
    _ rule: AccessPolicy.Rule, fact: ID<Fact>, because: String?
  ) -> FactRow {
    FactRow(
      AccessTables.rule, id: fact, because: because,
      [
        .text(rule.role.rawValue), .text(rule.tie.rawValue), .text(rule.matter.rawValue),
        .flag(rule.isAllowed), rule.from.bound,
      ])
  }

  public static func restriction(
    _ one: Restriction, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      AccessTables.restriction, id: fact, supersedes: supersedes, because: because,
      [
        one.family.bound, .text(one.category.rawValue), .text(one.call), one.period.from.bound,
        one.period.until.bound, one.reviewDue.bound,
      ])
  }

  public static func grant(
    _ one: AccessGrant, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      AccessTables.grant, id: fact, supersedes: supersedes, because: because,
      [
        one.family.bound, one.practitioner.bound, .text(one.kind.rawValue), one.period.from.bound,
        one.period.until.bound,
      ])
  }

  public static func conflict(
    _ one: ConflictOfInterest, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      AccessTables.conflict, id: fact, supersedes: supersedes, because: because,
      [
        one.family.bound, one.practitioner.bound, one.period.from.bound, one.period.until.bound,
      ])
  }

  public static func opening(_ one: Opening, fact: ID<Fact>) -> FactRow {
    FactRow(
      AccessTables.opening, id: fact,
      [
        one.family.bound, .text(one.account), .text(one.kind.rawValue), .text(one.reason.rawValue),
        .text(one.words), one.safety.bound, one.begun.bound, one.ends.bound,
      ])
  }

  public static func review(
    of opening: ID<Fact>, isJustified: Bool, words: String, reviewer: String, fact: ID<Fact>
  ) -> FactRow {
    FactRow(
      AccessTables.openingReview, id: fact,
      [opening.bound, .flag(isJustified), .text(words), .text(reviewer)])
  }
}
