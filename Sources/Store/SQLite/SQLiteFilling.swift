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

  func settle(_ tables: [Table]) throws {
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
}
