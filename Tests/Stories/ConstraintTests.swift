import Foundation
import Ground
import Office
import Practice
import Store
import Testing

/// A file and a server guard the record alike: whatever one refuses, the other refuses too.
@Suite(.enabled(if: !Ground.isFile)) struct ConstraintTests {
  @Test func everyConstraintOfEveryTableStandsOnBoth() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let file = try await Store.open(
      at: council.folder.appendingPathComponent("beside.db").path, schema: Record.schema,
      now: HandedOver.morning)
    // The words of meetings each engine keeps in a way of its own.
    let (onFile, onServer) = (
      try await Self.ofFile(file).filter { !$0.hasPrefix("encounter_words") },
      try await Self.ofServer(council.store).filter { !$0.hasPrefix("encounter_words") }
    )
    #expect(onFile.count > 300, "\(onFile.count)")
    #expect(onServer.subtracting(onFile).sorted() == [])
    #expect(onFile.subtracting(onServer).sorted() == [])
  }

  /// Each constraint in words: "tenure (authority,child) refers to person (authority,id)".
  private static func ofFile(_ store: Store) async throws -> Set<String> {
    try await store.read { reading in
      var found: Set<String> = []
      let tables = try reading.all(
        """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_version'
        """
      ) { (name: $0.text(0), sql: $0.text(1)) }
      for (table, sql) in tables {
        var references: [Int: (to: String, from: [String], at: [String])] = [:]
        try reading.each(
          #"SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(\#(table)) ORDER BY id, seq"#
        ) { row in
          var one = references[row.int(0)] ?? (row.text(1), [], [])
          one.from.append(row.text(2))
          one.at.append(row.text(3))
          references[row.int(0)] = one
        }
        for one in references.values {
          found.insert("\(table) \(one.from) refers to \(one.to) \(one.at)")
        }
        try reading.each(
          #"SELECT name, "notnull", pk FROM pragma_table_info(\#(table))"#
        ) {
          if $0.flag(1) || $0.int(2) > 0 { found.insert("\(table) \($0.text(0)) is never empty") }
        }
        let indexes = try reading.all(
          #"SELECT name, "unique" FROM pragma_index_list(\#(table))"#
        ) { (name: $0.text(0), unique: $0.flag(1)) }
        for index in indexes {
          let columns = try reading.all(
            "SELECT name FROM pragma_index_info(\(index.name)) ORDER BY seqno"
          ) { $0.text(0) }
          found.insert("\(table) \(columns) \(index.unique ? "is unique" : "is indexed")")
        }
        for line in sql.split(separator: "\n") where line.contains("CHECK (") {
          let rules = line.ranges(of: "CHECK (").count
          // What a type says on a server: an id has 16 bytes, a flag is yes or no.
          let typed = line.contains("CHECK (length(") || line.contains("IN (0, 1))") ? 1 : 0
          let column = line.split(separator: "\"").dropFirst().first ?? ""
          for rule in 0..<(rules - typed) { found.insert("\(table) \(column) has rule \(rule)") }
        }
        try reading.each(
          """
          SELECT count(*) FROM sqlite_master
          WHERE type = 'trigger' AND tbl_name = \(table) AND sql LIKE '%RAISE(ABORT%'
          """
        ) { if $0.int(0) == 2 { found.insert("\(table) refuses change and removal") } }
      }
      return found
    }
  }

  private static func ofServer(_ store: Store) async throws -> Set<String> {
    try await store.read { reading in
      var found: Set<String> = []
      try reading.each(
        """
        SELECT c.relname::text, f.relname::text, k.contype::text,
          (SELECT string_agg(a.attname, ',' ORDER BY u.n) FROM unnest(k.conkey)
            WITH ORDINALITY u(num, n) JOIN pg_attribute a ON a.attrelid = k.conrelid
            AND a.attnum = u.num)::text,
          (SELECT string_agg(a.attname, ',' ORDER BY u.n) FROM unnest(k.confkey)
            WITH ORDINALITY u(num, n) JOIN pg_attribute a ON a.attrelid = k.confrelid
            AND a.attnum = u.num)::text,
          regexp_replace(k.conname, '_rule_', ' has rule ')
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        LEFT JOIN pg_class f ON f.oid = k.confrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_version'
        """
      ) { row in
        let (table, columns) = (row.text(0), list(row.text(3)))
        switch row.text(2) {
        case "f": found.insert("\(table) \(columns) refers to \(row.text(1)) \(list(row.text(4)))")
        case "c": found.insert("\(table) \(row.text(5))")
        default: break
        }
      }
      try reading.each(
        """
        SELECT c.relname::text, a.attname::text FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
          AND a.attnotnull AND c.relname <> 'schema_version'
        """
      ) { found.insert("\($0.text(0)) \($0.text(1)) is never empty") }
      try reading.each(
        """
        SELECT c.relname::text, i.indisunique,
          (SELECT string_agg(a.attname, ',' ORDER BY u.n) FROM unnest(i.indkey::smallint[])
            WITH ORDINALITY u(num, n) JOIN pg_attribute a ON a.attrelid = i.indrelid
            AND a.attnum = u.num)::text
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_version'
        """
      ) { row in
        found.insert(
          "\(row.text(0)) \(list(row.text(2))) \(row.flag(1) ? "is unique" : "is indexed")")
      }
      try reading.each(
        """
        SELECT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND t.tgname = c.relname || '_refuses_change' AND t.tgenabled = 'O'
        """
      ) { found.insert("\($0.text(0)) refuses change and removal") }
      return found
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
