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
}

extension SQLiteSession {
  func putOff() throws {
    let indexes = try Reading(session: self).all(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ) { (name: $0.text(0), statement: $0.text(1)) }
    for index in indexes { _ = try run(SQL(made: "DROP INDEX \"\(index.name)\"")) }
    waiting = indexes.map(\.statement)
  }

  /// Makes the indexes, each sorted at once, and looks where every reference leads.
  func settle(_ tables: [Table]) throws {
    for statement in waiting { _ = try run(SQL(made: statement)) }
    for table in tables {
      if let lost = try References.findings(table, Reading(session: self)).first {
        throw StoreRefusal.againstTheRules(lost)
      }
    }
  }
}
