import GRDB
import Practice

extension SQLiteEngine {
  /// Opens a file that nobody else knows of and that is thrown away should anything go wrong: nothing
  /// is brought to the disk, and no reference looked up, before all of it is there.
  convenience init(filling path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try self.init(queue: queue, path: path)
    } catch let refusal as StoreRefusal {
      throw refusal
    } catch {
      throw StoreRefusal(opening: path, error)
    }
  }

  func putOff(_ tables: [Table]) throws {
    try execute(indexes(of: tables).map { "DROP INDEX \"\($0.name)\"" })
  }

  /// Makes the indexes, each sorted at once, and looks where every reference leads.
  func settle(_ tables: [Table]) throws {
    try execute(indexes(of: tables).map(\.statement))
    do {
      try readNow { session in
        for table in tables {
          if let lost = try References.findings(table, Reading(session: session)).first {
            throw StoreRefusal.againstTheRules(lost)
          }
        }
      }
    } catch {
      throw StoreRefusal.translated(error)
    }
  }

  private func indexes(of tables: [Table]) -> [(name: String, statement: String)] {
    tables.flatMap { creating($0) }.compactMap { statement in
      guard statement.hasPrefix("CREATE INDEX") || statement.hasPrefix("CREATE UNIQUE INDEX"),
        let name = statement.split(separator: "\"").dropFirst().first
      else { return nil }
      return (String(name), statement)
    }
  }
}
