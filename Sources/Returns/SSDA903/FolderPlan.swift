/// Which files of a folder belong to an SSDA903 return, what each is, and which year it says it is
/// of.
public struct FolderPlan: Sendable {
  /// One file of the folder.
  public struct File: Sendable, Equatable {
    /// What it holds, as far as its first line shows.
    public enum Form: Sendable, Equatable {
      case table(Table)
      case xml
      /// It ends with `.csv`, and no table was recognised: reading it tells why.
      case unknown
    }
    public let path: String
    /// Name without the folder.
    public let name: String
    public let form: Form
    /// The year in its name, else the one in the folder's; nil where neither or both of two are.
    public let year: CollectionYear?
  }

  /// The files in the order in which they are best read: by year, the header first.
  public let files: [File]
  /// Names of files that are no part of a return and are left alone.
  public let others: [String]

  /// The years that are named, in order.
  public var years: [CollectionYear] { Set(files.compactMap(\.year)).sorted() }

  /// The one year of all files; nil where they name none or several, or some name none.
  public var year: CollectionYear? {
    guard let year = years.first, files.allSatisfy({ $0.year == year }) else { return nil }
    return year
  }

  /// The files to be read for a year: those that name it, and those that name none.
  public func files(of year: CollectionYear) -> [File] {
    files.filter { $0.year == nil || $0.year == year }
  }

  /// Looks at the files of one folder, not at those of folders within it. The path of a single file
  /// makes a plan of that file.
  ///
  /// - Throws: `FolderRefusal` where there is nothing to read.
  public init(path: String) throws(FolderRefusal) {
    let folder = try FolderListing(path)
    let folderYear = YearInName.year(folder.name)
    var files: [File] = []
    var others = folder.folders
    for (name, whole) in folder.files {
      guard let form = FolderPlan.form(whole, name) else {
        others.append(name)
        continue
      }
      let years = YearInName.years(name)
      let year = years.isEmpty ? folderYear : YearInName.year(name)
      files.append(File(path: whole, name: name, form: form, year: year))
    }
    guard !files.isEmpty else {
      throw FolderRefusal(
        path: path,
        why: others.isEmpty
          ? "It is empty." : "It holds no CSV or XML file (it holds \(others[0])).")
    }
    self.files = files.sorted { a, b in
      (a.year?.number ?? 0, a.form.place, a.name) < (b.year?.number ?? 0, b.form.place, b.name)
    }
    self.others = others
  }

  private static func form(_ path: String, _ name: String) -> File.Form? {
    let ending = name.lowercased()
    guard [".xml", ".csv", ".txt"].contains(where: { ending.hasSuffix($0) }) else { return nil }
    let log = FaultLog(file: name, keeping: 0)
    guard let source = ByteSource(.file(path: path), log: log) else { return .unknown }
    if source.isXML { return .xml }
    let csv = CSVReader(source, log: log)
    guard csv.next() else { return .unknown }
    return ColumnNames(csv.cells).table(fileName: name).map { .table($0) } ?? .unknown
  }
}

extension FolderPlan.File.Form {
  var place: Int {
    switch self {
    case .table(let table): Table.allCases.firstIndex(of: table) ?? 0
    case .xml: 100
    case .unknown: 101
    }
  }
}
