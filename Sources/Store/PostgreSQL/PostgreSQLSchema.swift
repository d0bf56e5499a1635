/// The schema in this engine's words: real types, the same constraints and guards as in a file, and
/// rows of one authority that no other's questions can reach.
extension PostgreSQLEngine {
  func preparing() -> [String] {
    [
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(Self.part)') THEN
          CREATE ROLE \(Self.part) NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$
      """,
      """
      DO $$ BEGIN
        IF NOT pg_has_role(current_user, '\(Self.part)', 'MEMBER') THEN
          EXECUTE format('GRANT \(Self.part) TO %I', current_user);
        END IF;
      END $$
      """,
      "GRANT USAGE ON SCHEMA public TO \(Self.part)",
      "GRANT SELECT ON schema_version TO \(Self.part)",
      """
      CREATE OR REPLACE FUNCTION kith_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was told is never changed: %', TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$
      """,
    ]
  }

  func creating(_ table: Table) -> [String] {
    var lines = table.columns.map { column in "  \(column.definition)" }
    lines.append("  PRIMARY KEY (\(listed(table.key)))")
    if table.nature == .fact {
      if table.key != ["authority", "id"] { lines.append("  UNIQUE (authority, id)") }
      lines.append(
        "  FOREIGN KEY (authority, supersedes) REFERENCES \"\(table.name)\" (authority, id)")
    }
    if table.nature == .fact || table.nature == .part {
      lines.append(
        """
          FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
            DEFERRABLE INITIALLY DEFERRED
        """)
    }
    for column in table.columns {
      guard let parent = column.references else { continue }
      lines.append(
        "  FOREIGN KEY (authority, \"\(column.name)\") REFERENCES \"\(parent)\" (authority, id)")
    }
    var statements = ["CREATE TABLE \"\(table.name)\" (\n\(lines.joined(separator: ",\n"))\n)"]
    statements += table.indexes.map { creating($0, on: table.name) }
    if table.nature == .fact || table.nature == .part {
      statements.append(creating(Table.Index("telling"), on: table.name))
    }
    if table.nature == .fact {
      statements.append(
        """
        CREATE UNIQUE INDEX "\(table.name)_superseded" ON "\(table.name)" (authority, supersedes)
        WHERE supersedes IS NOT NULL
        """)
    }
    let isKept = [Book.telling.name, Book.authority.name].contains(table.name)
    if table.nature == .fact || table.nature == .part || isKept { statements += guards(table.name) }
    if table.name == Book.authority.name {
      statements += ["code", "authority"].map {
        "CREATE UNIQUE INDEX \"authority_of_one_\($0)\" ON \"authority\" (\"\($0)\")"
      }
    }
    statements += walls(table, changes: table.nature == .door && !isKept)
    return table.searched == nil ? statements : statements + creatingWords(of: table)
  }

  func adding(_ column: Column, to table: String) -> [String] {
    ["ALTER TABLE \"\(table)\" ADD COLUMN \(column.definition)"]
  }

  private func creating(_ index: Table.Index, on table: String) -> String {
    let name = "\(table)_by_\(index.columns.dropFirst().joined(separator: "_"))"
    let unique = index.unique ? "UNIQUE " : ""
    return "CREATE \(unique)INDEX \"\(name)\" ON \"\(table)\" (\(listed(index.columns)))"
  }

  private func listed(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// What was told stays told: the database itself refuses to change or remove it.
  private func guards(_ table: String) -> [String] {
    [
      """
      CREATE TRIGGER "\(table)_refuses_change" BEFORE UPDATE OR DELETE ON "\(table)"
      FOR EACH ROW EXECUTE FUNCTION kith_refuse()
      """,
      """
      CREATE TRIGGER "\(table)_refuses_emptying" BEFORE TRUNCATE ON "\(table)"
      FOR EACH STATEMENT EXECUTE FUNCTION kith_refuse()
      """,
    ]
  }

  /// Each authority's rows are shut off from every other's, whatever a statement asks.
  func walls(_ table: Table, changes: Bool) -> [String] {
    let rights = changes ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT, INSERT"
    return [
      "ALTER TABLE \"\(table.name)\" ENABLE ROW LEVEL SECURITY",
      """
      CREATE POLICY kith_authority ON "\(table.name)" TO \(Self.part)
      USING (authority = (SELECT nullif(current_setting('kith.authority', true), '')::bigint))
      """,
      "GRANT \(rights) ON \"\(table.name)\" TO \(Self.part)",
    ]
  }
}

extension Column {
  fileprivate var definition: String {
    var text = "\"\(name)\" \(type)"
    if !optional { text += " NOT NULL" }
    var rules: [String] = []
    if let allowed {
      let list = allowed.map { "'\($0.split(separator: "'").joined(separator: "''"))'" }
      rules.append("\"\(name)\" IN (\(list.joined(separator: ", ")))")
    }
    if let check { rules.append(check) }
    for (place, rule) in rules.enumerated() {
      text += " CONSTRAINT \"\(name)_rule_\(place)\" CHECK (\(rule))"
    }
    return text
  }

  private var type: String {
    switch kind {
    case .id: "uuid"
    case .bytes: "bytea"
    case .integer: "bigint"
    case .day: "date"
    case .instant: "timestamptz"
    case .flag: "boolean"
    case .real: "double precision"
    // Compared byte by byte, as in a file.
    case .text: "text COLLATE \"C\""
    }
  }
}
