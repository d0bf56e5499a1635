import ArgumentParser
import Foundation
import Office
import Practice
import Returns
import Store

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a council's own data.",
    discussion: """
      Each file is kept whole or refused whole; a second import of the same file adds nothing.

      Example: kith import ssda903 returns/2026 --authority 846 --year 2026
      """,
    subcommands: [
      SSDA903Command.self, CINCensusCommand.self, WorkforceCommand.self,
      SafeguardingDatasetCommand.self,
    ])
}

/// What every import command takes.
struct ImportOptions: ParsableArguments {
  @OptionGroup var store: StoreOptions

  @Flag(help: "Keep the rows without fault of a file that has faults; list the others.")
  var keepGoodRows = false

  @Option(help: "Print at most this many faults of each file. Default: 20; in JSON, all.")
  var show: Int?

  @Option(help: "Write the whole list of faults, queries and notes to this CSV file.")
  var faults: String?

  @Flag(help: "Answer in JSON on standard output.")
  var json = false

  var shown: Int { max(0, show ?? (json ? .max : 20)) }
}

struct SSDA903Command: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ssda903",
    abstract: "Read the SSDA903 return of children looked after: a folder of CSV files, or XML.",
    discussion: """
      Collection years 2017 to 2027 (2026-27). Example:
        kith import ssda903 returns/2026 --authority 846 --year 2026
      """)

  @Argument(help: "The folder, or a single file of the return.")
  var folder: String

  @Option(help: "The collection that ends on 31 March of this year; read from the names otherwise.")
  var year: Int?

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let plan = try FolderPlan(path: folder)
    let years = try chosen(plan)
    let desk = try await ImportDesk.open(options, "import ssda903")
    var report = ImportReport()
    for year in years {
      let files = year.all ? plan.files : plan.files(of: year.year)
      let inputs = files.map { Input.file(path: $0.path) }
      report.files += try await desk.run.ssda903(inputs, year: year.year).files
    }
    report.leftAlone = plan.others
    try await desk.finish(report)
  }

  private func chosen(
    _ plan: FolderPlan
  ) throws -> [(year: CollectionYear, all: Bool)] {
    if let year {
      guard let known = CollectionYear(year) else {
        throw ValidationError(
          "--year \(year) is no collection that Kith knows: say \(CollectionYear.known.lowerBound)"
            + " to \(CollectionYear.known.upperBound).")
      }
      // Files that name another year are not meant; files that name none are.
      let named = plan.files.contains { $0.year == known }
      if !named, let other = plan.years.first, plan.files.allSatisfy({ $0.year != nil }) {
        let says = "--year \(year) says another year than the names in \(folder), which say"
        guard plan.years.count == 1 else {
          throw ValidationError(
            "\(says) \(plan.years.map { "\($0.number)" }.joined(separator: ", ")).")
        }
        // Some name a collection by the year in which it begins.
        Say.error("\(says) \(other.number): it is read as the collection that ends in \(year).")
      }
      return [(known, !named)]
    }
    if let only = plan.year { return [(only, true)] }
    let years = plan.years
    guard !years.isEmpty, plan.files.allSatisfy({ $0.year != nil }) else {
      throw ValidationError(
        "It is not clear which collection year \(folder) is: say --year, such as --year 2026 for "
          + "the year that ended on 31 March 2026.")
    }
    return years.map { ($0, false) }
  }
}

struct CINCensusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cin-census",
    abstract: "Read a children in need census: one XML file, 2017 to 2026.",
    discussion: "Example: kith import cin-census cin-2026.xml --authority 846")

  @Argument(help: "The census.")
  var file: String

  @Option(help: "The collection that ends on 31 March of this year; read from the file otherwise.")
  var year: Int?

  @OptionGroup var options: ImportOptions

  func run() async throws {
    var collection: CollectionYear?
    if let year {
      guard let known = CollectionYear(year) else {
        throw ValidationError("--year \(year) is no collection that Kith knows.")
      }
      collection = known
    }
    let desk = try await ImportDesk.open(options, "import cin-census")
    try await desk.finish(try await desk.run.cinCensus(.file(path: file), year: collection))
  }
}

struct WorkforceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csww",
    abstract: "Read a children's social work workforce census: one XML file.",
    discussion: "Example: kith import csww workforce-2026.xml --authority 846")

  @Argument(help: "The census.")
  var file: String

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let desk = try await ImportDesk.open(options, "import csww")
    try await desk.finish(try await desk.run.workforce(.file(path: file)))
  }
}

struct SafeguardingDatasetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ssd",
    abstract: "Read a Standard Safeguarding Dataset: a folder of CSV files.",
    discussion: """
      Departments, professionals, persons, family links and involvements; other tables are left
      alone and named.

      Example: kith import ssd extracts/ssd --authority 846
      """)

  @Argument(help: "The folder.")
  var folder: String

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let plan = try SSDPlan(path: folder)
    let desk = try await ImportDesk.open(options, "import ssd")
    var report = try await desk.run.safeguardingDataset(
      plan.files.map { .file(path: $0.path) })
    report.leftAlone = plan.others
    try await desk.finish(report)
  }
}
