import Store

/// How rows of a return are kept that no chapter holds as facts of its own yet, so that nothing that
/// was handed over is lost.
enum ImportTables {
  static let all = [statedRow, knownAs]

  static let statedRow = Table(
    "stated_row", .fact, indexes: [Table.Index("person"), Table.Index("digest", unique: true)],
    [
      /// Which return: `ssda903`, `cin-census`, `csww`, `ssd`.
      Column("source", .text), Column("table_name", .text),
      Column("person", .id, optional: true, references: "person"),
      /// The cells as `COLUMN=value`, one a line, in the order of the file.
      Column("cells", .text),
      /// Of source, table and cells: the same row stated again is the same fact.
      Column("digest", .bytes),
    ])

  /// By which number or name another system knows a practitioner, a team or a family.
  static let knownAs = Table(
    "known_as", .fact, indexes: [Table.Index("scheme", "value", unique: true)],
    [
      Column("scheme", .text, allowed: ["staff", "team", "family"]), Column("value", .text),
      Column("subject", .id),
    ])
}
