/// The schema in this engine's words: strict tables, clustered by their key, guarded by triggers.
extension SQLiteEngine {
  func preparing() -> [String] { [] }

  func creating(_ table: Table) -> [String] {
    var lines = table.columns.map { column in "  \(column.definition)" }
    lines.append("  PRIMARY KEY (\(table.key.joined(separator: ", ")))")
    switch table.nature {
    case .fact:
      if table.key != ["authority", "id"] { lines.append("  UNIQUE (authority, id)") }
      lines.append(
        """
          FOREIGN KEY (authority, supersedes) REFERENCES "\(table.name)" (authority, id)
        """)
      lines.append(tellingReference)
    case .part: lines.append(tellingReference)
    case .derived, .door: break
    }
    for column in table.columns {
      guard let parent = column.references else { continue }
      lines.append(
        "  FOREIGN KEY (authority, \(column.name)) REFERENCES \"\(parent)\" (authority, id)")
    }
    var statements = [
      "CREATE TABLE \"\(table.name)\" (\n\(lines.joined(separator: ",\n"))\n) STRICT, WITHOUT ROWID"
    ]
    for index in table.indexes { statements.append(creating(index, on: table.name)) }
    switch table.nature {
    case .fact:
      statements.append(creating(Table.Index("telling"), on: table.name))
      statements.append(
        """
        CREATE UNIQUE INDEX "\(table.name)_superseded" ON "\(table.name)" (authority, supersedes)
        WHERE supersedes IS NOT NULL
        """)
      statements += guards(table.name)
      if table.searched != nil { statements += creatingWords(of: table) }
    case .part:
      statements.append(creating(Table.Index("telling"), on: table.name))
      statements += guards(table.name)
    case .derived: break
    case .door:
      if [Book.telling.name, Book.authority.name].contains(table.name) {
        statements += guards(table.name)
      }
      if table.name == Book.authority.name {
        for column in ["code", "authority"] {
          statements.append(
            "CREATE UNIQUE INDEX \"authority_of_one_\(column)\" ON \"authority\" (\(column))")
        }
      }
    }
    return statements
  }

  func adding(_ column: Column, to table: String) -> [String] {
    ["ALTER TABLE \"\(table)\" ADD COLUMN \(column.definition)"]
  }

  /// Deferred, because what a large telling states is kept before the telling itself, whose seal
  /// covers all of it.
  private var tellingReference: String {
    """
      FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
        DEFERRABLE INITIALLY DEFERRED
    """
  }

  private func creating(_ index: Table.Index, on table: String) -> String {
    let name = "\(table)_by_\(index.columns.dropFirst().joined(separator: "_"))"
    let unique = index.unique ? "UNIQUE " : ""
    let columns = index.columns.joined(separator: ", ")
    return "CREATE \(unique)INDEX \"\(name)\" ON \"\(table)\" (\(columns))"
  }

  /// What was told stays told: the database itself refuses to change or remove it.
  private func guards(_ table: String) -> [String] {
    ["UPDATE", "DELETE"].map { verb in
      """
      CREATE TRIGGER "\(table)_refuses_\(verb.lowercased())" BEFORE \(verb) ON "\(table)"
      BEGIN SELECT RAISE(ABORT, 'what was told is never changed: \(table)'); END
      """
    }
  }
}

extension Column {
  fileprivate var definition: String {
    var text = "\"\(name)\" \(type)"
    if !optional { text += " NOT NULL" }
    switch kind {
    case .id: text += " CHECK (length(\"\(name)\") = 16)"
    case .flag: text += " CHECK (\"\(name)\" IN (0, 1))"
    case .integer, .real, .text, .bytes, .day, .instant: break
    }
    if let allowed {
      let list = allowed.map { "'\($0.split(separator: "'").joined(separator: "''"))'" }
      text += " CHECK (\"\(name)\" IN (\(list.joined(separator: ", "))))"
    }
    if let check { text += " CHECK (\(check))" }
    return text
  }

  private var type: String {
    switch kind {
    case .id, .bytes: "BLOB"
    case .integer, .day, .instant, .flag: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    }
  }
}
