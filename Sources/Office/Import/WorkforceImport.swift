import Practice
public import Returns
import Store

extension ImportRun {
  /// Reads a children's social work workforce census: practitioners and postings as facts, the rest
  /// as it was stated.
  /// - Throws: `StoreRefusal`. Faults of the file are in the report.
  public func workforce(_ input: Input) async throws -> ImportReport {
    var report = ImportReport()
    let skipping: Set<Int> =
      keepGoodRows
      ? WorkforceCensus.read(input, keeping: 0) { (_: WorkforceStatement) in }.takenBack : []
    report.files.append(
      try await keep(input, by: WorkforceTeller(year: Self.year(of: input)), skipping: skipping))
    return report
  }

  /// The year that the file's own header states: each census is a word of its own, even where it says
  /// the same as the one before.
  private static func year(of input: Input) -> Int? {
    do {
      _ = try WorkforceCensus.read(input, keeping: 0) { (row: WorkforceStatement) throws(Found) in
        if case .header(let header) = row { throw Found(year: header.year) }
      }
      return nil
    } catch {
      return error.year
    }
  }

  /// Ends a reading that was for the year alone.
  private struct Found: Error {
    let year: Int?
  }
}

private struct WorkforceTeller: ReturnTeller {
  let year: Int?

  var source: String { year.map { "csww \($0)" } ?? "csww" }

  func read(
    _ input: Input, _ run: ImportRun, watch: @escaping (UnsafeRawBufferPointer) -> Void,
    take: (WorkforceStatement) throws -> Void
  ) throws -> FileReport {
    try WorkforceCensus.read(
      input, authority: run.authority.code, keeping: run.show, each: run.fault, watch: watch
    ) {
      (row: WorkforceStatement) throws(any Error) in try take(row)
    }
  }

  /// Which census it is, before the cells of each row.
  private var census: [(String, String)] { year.map { [("Year", "\($0)")] } ?? [] }

  func children(in row: WorkforceStatement) -> [String] { [] }

  func tell(_ row: WorkforceStatement, to scribe: Scribe) throws {
    let worker: WorkforceWorker
    switch row {
    case .header: return
    case .vacancies(let stated):
      return try scribe.asStated(
        "vacancies", of: nil, census + stated.map { ($0.path, $0.text) })
    case .worker(let one): worker = one
    }
    let practitioner = try scribe.practitioner(registration: worker.registration)
    if let begun = worker.begun, let period = Period(from: begun, until: worker.ended) {
      try scribe.posting(
        Posting(
          practitioner: practitioner, team: nil, role: worker.staffRole,
          fullTimePercent: worker.fullTimePercent.map { min(200, max(0, $0)) },
          employment: worker.isAgency.map { $0 ? .agency : .permanent } ?? .unknown,
          period: period))
    }
    try scribe.asStated("worker", of: nil, census + worker.stated.map { ($0.path, $0.text) })
  }
}

extension WorkforceWorker {
  /// The census's six kinds of role in the service's own terms; what exactly was stated is kept too.
  fileprivate var staffRole: StaffRole {
    switch role {
    case 1: .assistantDirector
    case 2: .groupManager
    case 3: .podManager
    case 4: .seniorSocialWorker
    case 5: .socialWorker
    default: .other
    }
  }
}
