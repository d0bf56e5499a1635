import Practice

/// What is wrong with a database by its own catalogue and its own references.
extension PostgreSQLEngine {
  func findings(_ tables: [Table]) async -> [String] {
    do {
      return try await read(for: nil) { session in
        let reading = Reading(session: session)
        // The server guards every reference, unless somebody with all rights has told it not to.
        return try Self.lacking(tables, self, reading)
          + tables.flatMap { try References.findings($0, reading) }
          + tables.filter { $0.searched != nil }.flatMap {
            try PostgreSQLWordCheck(table: $0).findings(reading)
          }
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
      UNION ALL
      SELECT proname::text || prosrc FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND proconfig = ARRAY['search_path=pg_catalog, pg_temp']
      """
    ) { there.insert($0.text(0)) }
    var findings: [String] = []
    for table in tables {
      let wanted =
        [table.name, "\(table.name) kith_authority"]
        + (table.searched == nil ? [] : [table.words, "\(table.words) kith_authority"])
        + engine.creating(table).compactMap(named)
      for name in wanted where !there.contains(name) {
        findings.append("\(name) is missing or asleep: it holds or guards what was told.")
      }
      guard table.searched != nil else { continue }
      let words = PostgreSQLWords.table(of: table)
      if !there.contains("\(words.name)_found\(PostgreSQLWords.body(of: words))") {
        findings.append("\(words.name)_found is missing, or is not what it was made as.")
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
}
