import Practice
import Store

/// How people, families, homes and kinship are kept.
enum PeopleTables {
  static let all = [
    person, about, name, nameWord, number, family, familyAbout, member, household, residence,
    kinship,
  ]

  static let person = Table("person", .fact, [])

  static let about = Table(
    "person_about", .fact, key: ["person", "id"],
    [
      Column("person", .id, references: "person"), Column("born", .day, optional: true),
      Column("died", .day, optional: true, check: "died IS NULL OR born IS NULL OR died >= born"),
      Column("sex", .text, optional: true, allowed: ["F", "M", "U"]),
      Column("ethnicity", .text, optional: true), Column("pronouns", .text, optional: true),
      Column("language", .text, optional: true), Column("interpreter", .flag),
    ])

  static let name = Table(
    "person_name", .fact, key: ["person", "id"],
    [
      Column("person", .id, references: "person"), Column("kind", PersonName.Kind.self),
      Column("given", .text), Column("family", .text, check: "given <> '' OR family <> ''"),
    ])

  /// Each folded word of each name, for finding people: `word` in order, family names first.
  static let nameWord = Table(
    "name_word", .derived, key: ["word", "person", "place"],
    [
      Column("word", .text), Column("person", .id, references: "person"), Column("place", .integer),
    ])

  static let number = Table(
    "person_number", .fact, key: ["person", "id"], indexes: [Table.Index("scheme", "value")],
    [
      Column("person", .id, references: "person"), Column("scheme", PersonNumber.Scheme.self),
      Column("value", .text),
    ])

  static let family = Table("family", .fact, [])

  static let familyAbout = Table(
    "family_about", .fact, key: ["family", "id"], indexes: [Table.Index("reference")],
    [
      Column("family", .id, references: "family"), Column("reference", .text),
      Column("name", .text),
    ])

  static let member = Table(
    "family_member", .fact, key: ["family", "id"], indexes: [Table.Index("person")],
    [
      Column("family", .id, references: "family"), Column("person", .id, references: "person"),
      Column("relation", .text), Column("from", .day), until,
    ])

  static let household = Table("household", .fact, [Column("address", .text)])

  static let residence = Table(
    "residence", .fact, key: ["person", "id"], indexes: [Table.Index("household")],
    [
      Column("household", .id, references: "household"),
      Column("person", .id, references: "person"), Column("from", .day), until,
    ])

  static let kinship = Table(
    "kinship", .fact, key: ["person", "id"], indexes: [Table.Index("kin_of")],
    [
      Column("person", .id, references: "person"), Column("kind", Kinship.Kind.self),
      Column("kin_of", .id, references: "person"), Column("from", .day, optional: true), until,
    ])

  /// The day a fact that lasts came to its end; empty while it goes on.
  static let until = Column(
    "until", .day, optional: true,
    check: "\"until\" IS NULL OR \"from\" IS NULL OR \"until\" >= \"from\"")
}
