import Foundation

extension SQLiteEngine {
  /// Looks at one table after the other, two at a time: at each row's place in every index, and at
  /// where each reference leads.
  func findings(_ tables: [Table]) async -> [String] {
    do {
      let (names, lacking) = try readNow { session in
        let reading = Reading(session: session)
        let names = try reading.all(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ) { $0.text(0) }
        return (names, try self.lacking(tables, reading))
      }
      let list = CheckList(names, tables.filter { names.contains($0.name) })
      let hands = (0..<2).map { _ in
        SecondHand { [self] in
          try readNow { session in
            var findings: [String] = []
            while let check = list.next() {
              do { findings += try check.findings(Reading(session: session)) } catch {
                findings.append("The file is damaged: \(StoreRefusal.words(for: error))")
              }
            }
            return findings
          }
        }
      }
      var findings: [String] = []
      for hand in hands { findings += try hand.wait() }
      return Array(Set(findings)).sorted() + lacking
    } catch {
      return ["The file is damaged: \(StoreRefusal.words(for: error))"]
    }
  }
}

/// What is to be looked at, each by whoever comes for it next.
private final class CheckList: @unchecked Sendable {
  enum Check {
    case content(String)
    case references(Table)
    case words(Table)

    func findings(_ reading: Reading) throws -> [String] {
      switch self {
      case .content(let table):
        return try reading.all(SQL(made: "PRAGMA integrity_check(\"\(table)\")")) { $0.text(0) }
          .filter { $0 != "ok" }.map { "The file is damaged: \($0)" }
      case .references(let table): return try References.findings(table, reading)
      case .words(let table): return try SQLiteWordCheck(table).findings(reading)
      }
    }
  }

  private let lock = NSLock()
  private var left: [Check]

  /// The list of tables is a table too, with the pages that nobody uses.
  init(_ names: [String], _ tables: [Table]) {
    left = [.content("sqlite_schema")] + tables.map(Check.references) + names.map(Check.content)
    // The longest first, so that neither hand waits for the other.
    left += tables.filter { $0.searched != nil }.map(Check.words)
  }

  func next() -> Check? { lock.withLock { left.popLast() } }
}
