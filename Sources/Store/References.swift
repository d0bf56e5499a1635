/// Where each row that names another one leads. Asked about each value once: the
/// engine of one file can look it up by itself, row after row, and takes six times as long.
enum References {
  /// What `table` names that is not there, of the tables it refers to and of the authorities. That its
  /// rows belong to a telling is seen where the chains are walked.
  static func findings(_ table: Table, _ reading: Reading) throws -> [String] {
    var findings: [String] = []
    var names = table.columns.compactMap { column in
      column.references.map { (column: column, parent: $0) }
    }
    if table.nature == .fact, let place = table.place(of: "supersedes") {
      names.append((table.columns[place], table.name))
    }
    for (column, parent) in names {
      let lost = try reading.count(question(table, column, parent))
      guard lost > 0 else { continue }
      findings.append(
        "\(table.name) names \(lost) times a row of \(parent) that is not there.")
    }
    let strange = try reading.count(
      SQL(
        made: """
          SELECT count(*) FROM (SELECT DISTINCT authority FROM "\(table.name)") d
          WHERE NOT EXISTS (SELECT 1 FROM authority a WHERE a.authority = d.authority)
          """))
    if strange > 0 {
      findings.append("Rows of \(table.name) belong to an authority that is not there.")
    }
    return findings
  }

  private static func question(_ table: Table, _ column: Column, _ parent: String) -> SQL {
    // Most values stand many times; those of a part, and of a correction, once.
    let rows =
      table.nature == .part && table.key.dropFirst().first != column.name
        || column.name == "supersedes"
      ? "SELECT authority, \"\(column.name)\" AS named FROM \"\(table.name)\""
      : "SELECT DISTINCT authority, \"\(column.name)\" AS named FROM \"\(table.name)\""
    return SQL(
      made: """
        SELECT count(*) FROM (\(rows) WHERE "\(column.name)" IS NOT NULL) d WHERE NOT EXISTS
        (SELECT 1 FROM "\(parent)" p WHERE p.authority = d.authority AND p.id = d.named)
        """)
  }
}
