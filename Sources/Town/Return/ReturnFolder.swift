import Foundation
public import Practice
public import Returns

extension CareReturn {
  /// Writes the year's tables into `folder`, one file each, as councils hand them over. The folder
  /// is made where it is missing; files of the same names are replaced, others left alone.
  ///
  /// - Returns: rows written, by table. A table that the year does not have yet is not written.
  /// - Throws: `ReturnNotWritten`, with what the system said.
  @discardableResult
  public func write(to folder: String) throws(ReturnNotWritten) -> [Table: Int] {
    do {
      return try writeTables(URL(fileURLWithPath: folder, isDirectory: true))
    } catch {
      throw ReturnNotWritten(folder: folder, cause: error.localizedDescription)
    }
  }

  private func writeTables(_ folder: URL) throws -> [Table: Int] {
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    let tables: [Table] = [
      .header, .episodes, .workerEpisodes, .reviews, .oc2, .previousPermanence, .missing,
    ].filter { $0.firstYear <= year.number }
    var handles: [FileHandle] = []
    var writers: [SSDA903Writer] = []
    defer { for handle in handles { try? handle.close() } }
    for table in tables {
      let file = folder.appendingPathComponent(SSDA903Writer.fileName(table))
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      handles.append(handle)
      writers.append(
        SSDA903Writer(table, year: year) { try handle.write(contentsOf: Data($0)) })
    }
    for child in self {
      for place in tables.indices {
        switch tables[place] {
        case .header: try writers[place].add(.header(child.header))
        case .episodes: for row in child.episodes { try writers[place].add(.episode(row)) }
        case .workerEpisodes: for row in child.workers { try writers[place].add(.worker(row)) }
        case .reviews: for row in child.reviews { try writers[place].add(.review(row)) }
        default:
          for row in child.stated where row.table == tables[place] {
            try writers[place].add(.other(row))
          }
        }
      }
    }
    var rows: [Table: Int] = [:]
    for place in tables.indices {
      try writers[place].finish()
      rows[tables[place]] = writers[place].rows
    }
    return rows
  }
}

/// The return could not be written.
public struct ReturnNotWritten: Refusal {
  public let folder: String
  public let cause: String
  public var what: String { "The return was not written to \(folder)." }
  public var why: String { cause }
  public var remedy: String { "Choose a folder that you may write to, with room on its disk." }
}
