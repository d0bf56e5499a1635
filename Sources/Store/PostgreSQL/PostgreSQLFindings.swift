import Practice

/// What is wrong with a database by its own catalogue and its own references.
extension PostgreSQLEngine {
  func findings(_ tables: [Table]) async -> [String] {
    do {
      return try await read(for: nil) { session in
        let reading = Reading(session: session)
        return try Self.lacking(tables, self, reading) + Self.loose(tables, reading)
      }
    } catch {
      return ["The database could not be checked: \(StoreRefusal.words(for: error))"]
    }
  }

  /// Tables, indexes, guards and walls that are not there, or do not work.
  private static func lacking(
    _ tables: [Table], _ engine: PostgreSQLEngine, _ reading: Reading
  ) throws -> [String] {
    var there: Set<String> = []
    try reading.each(
      """
      SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND rowsecurity
      UNION ALL
      SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indisvalid AND i.indisready
      UNION ALL
      SELECT tgname::text FROM pg_trigger WHERE tgenabled IN ('O', 'A')
      UNION ALL
      SELECT tablename::text || ' ' || policyname::text FROM pg_policies WHERE schemaname = 'public'
      """
    ) { there.insert($0.text(0)) }
    var findings: [String] = []
    for table in tables {
      let wanted =
        [table.name, "\(table.name) kith_authority"]
        + engine.creating(table).compactMap(named)
      for name in wanted where !there.contains(name) {
        findings.append("\(name) is missing or asleep: it holds or guards what was told.")
      }
    }
    return findings
  }

  /// The name of the index or guard that a statement makes.
  private static func named(_ statement: String) -> String? {
    let makes = ["CREATE INDEX", "CREATE UNIQUE INDEX", "CREATE TRIGGER"]
    guard makes.contains(where: { statement.utf8.starts(with: $0.utf8) }) else { return nil }
    return statement.utf8.split(separator: UInt8(ascii: "\"")).dropFirst().first
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Rows that refer to a row that is not there: the server guards against it unless somebody with
  /// all rights has told it not to.
  private static func loose(_ tables: [Table], _ reading: Reading) throws -> [String] {
    var findings: [String] = []
    for table in tables {
      var links = table.columns.compactMap { column in
        column.references.map { (column: column.name, parent: $0, key: "id") }
      }
      if table.nature == .fact { links.append(("supersedes", table.name, "id")) }
      if table.nature == .fact || table.nature == .part {
        links.append(("telling", Book.telling.name, "seq"))
      }
      for link in links {
        let count = try reading.count(
          SQL(
            made: """
              SELECT count(*) FROM "\(table.name)" c WHERE c."\(link.column)" IS NOT NULL
              AND NOT EXISTS (SELECT FROM "\(link.parent)" p
                WHERE p.authority = c.authority AND p."\(link.key)" = c."\(link.column)")
              """))
        if count > 0 {
          findings.append(
            "\(count) rows of \(table.name) refer to a row of \(link.parent) that is not there.")
        }
      }
    }
    return findings
  }
}
