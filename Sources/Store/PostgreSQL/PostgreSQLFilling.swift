import Practice

/// While an empty database is filled from another store, its indexes and references are put off: made at
/// the end, each is sorted, or looked up, at once and not row by row. All of it is one transaction.
extension PostgreSQLSession {
  func putOff() throws {
    let reading = Reading(session: self)
    let both = try [Self.references, Self.indexes].map { question in
      try reading.all(question) { (drops: $0.text(0), makes: $0.text(1)) }
    }
    for one in both.joined() { _ = try run(SQL(made: one.drops)) }
    waiting = both.reversed().joined().map(\.makes)
  }

  func settle(_ tables: [Table]) throws {
    _ = try run("SET LOCAL maintenance_work_mem = '192MB'")
    for table in tables {
      _ = try run(SQL(made: "ANALYZE \"\(table.name)\""))
      if table.searched != nil { _ = try run(SQL(made: "ANALYZE \"\(table.words)\"")) }
    }
    for statement in waiting { _ = try run(SQL(made: statement)) }
    waiting = []
  }

  private static let references: SQL = """
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
        pg_get_constraintdef(oid))
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    ORDER BY conrelid, conname
    """

  private static let indexes: SQL = """
    SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS
      (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY i.indrelid, i.indexrelid
    """
}
