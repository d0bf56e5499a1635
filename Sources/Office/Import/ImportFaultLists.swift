import Practice
import Returns

/// The whole lists of what was found in files that were handed over by the page, as CSV for a
/// spreadsheet. They are of one moment and hold what the files held, so they are kept in memory
/// alone, the newest few, for whoever handed the files over.
final class ImportFaultLists: Sendable {
  static let shared = ImportFaultLists()

  private struct List {
    let id: ID<ImportFaultLists>
    let account: String
    let authority: String
    let csv: [UInt8]
  }

  private let lists = Guarded<[List]>([])
  private static let most = 20

  /// `GET /imports/faults/ID`
  static func show(_ visit: Visit, _ id: ID<ImportFaultLists>) async throws -> Answer {
    guard let csv = shared.find(id, visit.actor) else { return .notFound }
    return .csv(csv, name: "what-was-found.csv")
  }

  func keep(_ csv: [UInt8], for actor: Actor) -> ID<ImportFaultLists> {
    let id = ID<ImportFaultLists>(
      high: .random(in: .min ... .max), low: .random(in: .min ... .max))
    lists.withValue { lists in
      lists.append(
        List(id: id, account: actor.account, authority: actor.authority.code, csv: csv))
      if lists.count > Self.most { lists.removeFirst() }
    }
    return id
  }

  private func find(_ id: ID<ImportFaultLists>, _ actor: Actor) -> [UInt8]? {
    lists.withValue { lists in
      lists.first {
        $0.id == id && $0.account == actor.account && $0.authority == actor.authority.code
      }?.csv
    }
  }
}

/// One list while the files are read.
final class ImportFaultList: Sendable {
  private let rows = Guarded<[UInt8]>([])
  /// Bytes beyond which no more is written; the command line knows no such end.
  private static let most = 16 << 20

  func add(_ fault: Returns.Fault) {
    rows.withValue { rows in
      guard rows.count < Self.most else { return }
      rows.append(contentsOf: FaultList.row(fault).utf8)
      if rows.count >= Self.most {
        rows.append(contentsOf: "More was found: kith import with --faults lists all.\r\n".utf8)
      }
    }
  }

  /// All of it with the row of column names; nil where nothing was found.
  var csv: [UInt8]? {
    rows.withValue { rows in
      rows.isEmpty ? nil : Array(FaultList.columnNames.utf8) + rows
    }
  }
}
