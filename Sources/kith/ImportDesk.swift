import ArgumentParser
import Foundation
import Office
import Practice
import Returns
import Store

/// The person at the terminal while files are read: progress, faults, and the account at the end.
struct ImportDesk {
  var run: ImportRun
  private let options: ImportOptions
  private let list: FaultFile?

  private init(_ store: Store, _ authority: Authority, _ teller: String, _ options: ImportOptions)
    throws
  {
    self.options = options
    let list = try options.faults.map { try FaultFile(path: $0) }
    self.list = list
    run = ImportRun(store: store, authority: authority, teller: "kith \(teller)", now: .now)
    run.keepGoodRows = options.keepGoodRows
    run.show = options.shown
    run.fault = { fault in list?.add(fault) }
    let began = Date()
    run.progress = { file, rows in
      let seconds = max(0.001, -began.timeIntervalSinceNow)
      Say.progress("\(file): \(rows) rows, \(Int(Double(rows) / seconds)) rows a second")
    }
  }

  /// A desk at the store and authority that are meant; both are made where there are none yet.
  static func open(_ options: ImportOptions, _ teller: String) async throws -> ImportDesk {
    let isThere = FileManager.default.fileExists(atPath: options.store.location)
    guard isThere || options.store.authority != nil else { throw AuthorityNeeded() }
    let store = try await options.store.openOrMake()
    let authority = try await authority(options.store.authority, in: store)
    return try ImportDesk(store, authority, teller, options)
  }

  /// The authority that is meant; a store that holds none yet gets it, by its code.
  private static func authority(_ code: String?, in store: Store) async throws -> Authority {
    let all = try await store.authorities()
    if let code, all.isEmpty {
      let name = PublishedAuthority.name(of: code) ?? "Authority \(code)"
      do {
        return try await store.addAuthority(code: code, name: name, now: .now)
      } catch StoreRefusal.authorityThere(code) {
        // Another import into the same new store was a moment earlier.
        return try await store.authority(code)
      }
    }
    return try await store.authority(code)
  }

  /// Prints what became of each file. Exit code 1 where any was refused.
  func finish(_ report: ImportReport) async throws {
    Say.progressEnds()
    list?.close()
    if options.json {
      print(ImportJSON.text(report))
    } else {
      for file in report.files { show(file) }
      for name in report.leftAlone { print("\(name): no part of this return, left alone.") }
      if report.files.isEmpty { print("There was nothing to read.") }
    }
    // Where the chain stands now is written outside the store, so that its end cannot be cut unseen.
    try await run.store.anchor(now: .now)
    if !report.isGood || report.files.isEmpty { throw ExitCode(1) }
  }

  private func show(_ file: ImportReport.File) {
    let pace = file.seconds > 0 ? Int(Double(file.rows) / file.seconds) : file.rows
    let outcome =
      switch file.outcome {
      case .kept: "\(file.rows) rows kept (\(file.added) new facts), \(pace) rows a second"
      case .keptBefore: "kept before, nothing added"
      case .refused: "REFUSED, nothing of it was kept: \(file.faults) faults in \(file.rows) rows"
      case .keptGoodRows:
        "\(file.kept) of \(file.rows) rows kept; \(file.rows - file.kept) with faults left out"
      }
    print("\(file.name): \(outcome)")
    for fault in file.firstFaults.prefix(options.shown) { print("  \(fault)") }
    let all = file.faults + file.queries + file.notes
    let shown = min(file.firstFaults.count, options.shown)
    if all > shown {
      print(
        "  … and \(all - shown) more (\(file.faults) faults, \(file.queries) queries, "
          + "\(file.notes) notes in all); --faults FILE.csv writes every one.")
    }
  }
}

/// The whole list as CSV, written as it is found.
final class FaultFile: @unchecked Sendable {
  private let lock = NSLock()
  private let file: FileHandle

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else {
      throw FaultFileRefused(path: path)
    }
    self.file = file
    file.write(Data(FaultList.columnNames.utf8))
  }

  func add(_ fault: Fault) {
    lock.withLock { file.write(Data(FaultList.row(fault).utf8)) }
  }

  func close() { lock.withLock { try? file.close() } }
}

struct FaultFileRefused: Refusal {
  let path: String
  var what: String { "Nothing was read: the list of faults cannot be written to \(path)." }
  var why: String { "Its folder is missing, or this account may not write there." }
  var remedy: String { "Make the folder, or name another file with --faults." }
}

struct AuthorityNeeded: Refusal {
  var what: String { "Nothing was read: it is not clear whose records these are." }
  var why: String { "There is no store yet, so there is no authority in it." }
  var remedy: String { "Say which with --authority CODE, such as --authority 846." }
}

/// `{"files": [{"name", "rows", "kept", "faults": [{"line", "column", "value", "rule", "remedy"}]}]}`
enum ImportJSON {
  private struct Whole: Encodable {
    let files: [File]
    let leftAlone: [String]

    enum CodingKeys: String, CodingKey {
      case files
      case leftAlone = "left_alone"
    }
  }
  private struct File: Encodable {
    let name: String
    let outcome: String
    let rows: Int
    let kept: Int
    let added: Int
    let faultCount: Int
    let queryCount: Int
    let faults: [Item]
    let queries: [Item]
  }
  private struct Item: Encodable {
    let line: Int?
    let column: String?
    let value: String?
    let rule: String
    let message: String
    let remedy: String
  }

  static func text(_ report: ImportReport) -> String {
    let files = report.files.map { file in
      File(
        name: file.name, outcome: "\(file.outcome)", rows: file.rows, kept: file.kept,
        added: file.added, faultCount: file.faults, queryCount: file.queries,
        faults: items(file, .fault), queries: items(file, .query))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(Whole(files: files, leftAlone: report.leftAlone))) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private static func items(_ file: ImportReport.File, _ severity: Fault.Severity) -> [Item] {
    file.firstFaults.filter { $0.severity == severity }.map {
      Item(
        line: $0.line, column: $0.column, value: $0.value, rule: $0.rule, message: $0.message,
        remedy: $0.remedy)
    }
  }
}
