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
    report.files.append(try await keep(input, by: WorkforceTeller(), skipping: skipping))
    return report
  }
}

private struct WorkforceTeller: ReturnTeller {
  var source: String { "csww" }

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

  func tell(_ row: WorkforceStatement, to scribe: Scribe) throws {
    let worker: WorkforceWorker
    switch row {
    case .header: return
    case .vacancies(let stated):
      return try scribe.asStated("vacancies", of: nil, stated.map { ($0.path, $0.text) })
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
    try scribe.asStated("worker", of: nil, worker.stated.map { ($0.path, $0.text) })
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
