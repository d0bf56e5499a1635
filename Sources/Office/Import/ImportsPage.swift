import Practice
import Returns
import Store

/// Where a council's own return is brought in: the form, what became of each file, and what was
/// brought in before.
enum ImportsPage {
  /// `GET /imports`
  static func show(_ visit: Visit) async throws -> Answer {
    .page(try await form(visit))
  }

  /// `POST /imports`: each file is kept whole or refused whole.
  static func receive(_ visit: Visit) async throws -> Answer {
    let uploads = visit.form.files("files").filter { !$0.name.isEmpty || !$0.bytes.isEmpty }
    let year = visit.form["year"].flatMap { Int($0) }.flatMap { CollectionYear($0) }
    var faults: [Fault] = []
    if uploads.isEmpty {
      faults.append(Fault(field: "files", words: "Choose the files of the return"))
    }
    if year == nil { faults.append(Fault(field: "year", words: "Choose the year of the return")) }
    guard let year, faults.isEmpty else {
      return .asksAgain(try await form(visit, faults: faults, year: year))
    }
    let keepGoodRows = visit.form["keep_good_rows"] == "1"
    var run = ImportRun(
      store: visit.store, authority: visit.actor.authority, teller: visit.actor.account,
      now: visit.now)
    run.keepGoodRows = keepGoodRows
    run.show = ImportPageReport.shown
    let list = ImportFaultList()
    run.fault = { list.add($0) }
    let report = try await read(uploads, year, run)
    visit.tallies.imported(report)
    try await visit.store.anchor(now: visit.now)
    let found = list.csv.map { ImportFaultLists.shared.keep($0, for: visit.actor) }
    let page = ImportPageReport(report: report, found: found, keepGoodRows: keepGoodRows)
      .page(who: visit.who)
    return report.isGood ? .page(page) : .asksAgain(page)
  }

  /// Each file by the return that it is of; the year is the SSDA903's, the others state their own.
  private static func read(
    _ uploads: [Upload], _ year: CollectionYear, _ run: ImportRun
  ) async throws -> ImportReport {
    let kinds = uploads.map { ReturnKind(of: $0.bytes) }
    var report = ImportReport()
    for kind in ReturnKind.allCases {
      let these = zip(uploads, kinds).filter { $0.1 == kind }.map(\.0)
      guard !these.isEmpty else { continue }
      let inputs = these.map { Input.bytes($0.bytes, name: $0.name) }
      switch kind {
      case .careReturn:
        let ordered = headerFirst(these).map { Input.bytes($0.bytes, name: $0.name) }
        report.files += try await run.ssda903(ordered, year: year).files
      case .needCensus:
        for input in inputs { report.files += try await run.cinCensus(input, year: nil).files }
      case .workforceCensus:
        for input in inputs { report.files += try await run.workforce(input).files }
      case .safeguardingDataset:
        let ordered = these.sorted {
          (ReturnKind.placeInDataset(of: $0.bytes) ?? 0)
            < (ReturnKind.placeInDataset(of: $1.bytes) ?? 0)
        }
        report.files += try await run.safeguardingDataset(
          ordered.map { .bytes($0.bytes, name: $0.name) }
        ).files
      }
    }
    return report
  }

  private static func form(
    _ visit: Visit, faults: [Fault] = [], year: CollectionYear? = nil
  ) async throws -> [UInt8] {
    let authority = visit.actor.authority.number
    let history = try await visit.store.read { try ImportPageHistory($0, authority) }
    let view = ImportPageForm(
      history: history, today: visit.actor.today, csrf: visit.csrf,
      mayImport: visit.may.allows(.bringIn), faults: faults, year: year)
    return Frame(
      title: "Bring in data", here: .imports, who: visit.who, hasFaults: !faults.isEmpty
    ).page { view.write(to: &$0) }
  }

  /// The files as they were chosen, but the one that says who the children are before all others:
  /// rows about a child whom no header names are faults.
  static func headerFirst(_ uploads: [Upload]) -> [Upload] {
    let mark = ByteSearch(for: Array("ETHNIC".utf8))
    let isHeader = { (upload: Upload) in
      let line = upload.bytes.prefix(2000).prefix { $0 != 10 && $0 != 13 }
        .map { (97...122).contains($0) ? $0 - 32 : $0 }
      return mark.first(in: line, from: 0) != nil
    }
    return uploads.filter(isHeader) + uploads.filter { !isHeader($0) }
  }
}
