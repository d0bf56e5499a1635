/// Which files of a folder are tables of the Standard Safeguarding Dataset.
public struct SSDPlan: Sendable {
  public struct File: Sendable, Equatable {
    public let path: String
    public let name: String
    public let table: SSDTable
  }

  /// In the order in which they are best read.
  public let files: [File]
  /// Names of the files that are left alone: other tables of the dataset among them.
  public let others: [String]

  /// Looks at the files of one folder; the path of a single file makes a plan of that file.
  ///
  /// - Throws: `FolderRefusal` where there is nothing to read.
  public init(path: String) throws(FolderRefusal) {
    let folder = try FolderListing(path)
    var files: [File] = []
    var others = folder.folders
    for (name, whole) in folder.files {
      if let table = SSDPlan.table(whole, name) {
        files.append(File(path: whole, name: name, table: table))
      } else {
        others.append(name)
      }
    }
    guard !files.isEmpty else {
      throw FolderRefusal(
        path: path, why: "It holds no table of the Standard Safeguarding Dataset.")
    }
    self.files = files.sorted { a, b in
      let order = SSDTable.allCases
      return (order.firstIndex(of: a.table) ?? 0, a.name) < (
        order.firstIndex(of: b.table) ?? 0, b.name
      )
    }
    self.others = others
  }

  private static func table(_ path: String, _ name: String) -> SSDTable? {
    guard name.lowercased().hasSuffix(".csv") else { return nil }
    let log = FaultLog(file: name, keeping: 0)
    guard let source = ByteSource(.file(path: path), log: log) else { return nil }
    let csv = CSVReader(source, log: log)
    guard csv.next() else { return nil }
    return SSDTable.recognised(by: csv.cells.map { $0.trimmed.text(limit: 100).lowercased() })
  }
}
