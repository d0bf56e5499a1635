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
    _ input: Input, _ run: ImportRun, take: (WorkforceStatement) throws -> Void
  ) throws -> FileReport {
    try WorkforceCensus.read(input, keeping: run.show, each: run.fault) {
      (row: WorkforceStatement) throws(any Error) in try take(row)
    }
  }

  func tell(_ row: WorkforceStatement, to scribe: Scribe) throws {
    guard case .worker(let worker) = row else { return }
    let practitioner = try scribe.practitioner(registration: worker.registration)
    if let begun = worker.begun, let period = Period(from: begun, until: worker.ended) {
      try scribe.posting(
        Posting(
          practitioner: practitioner, team: nil, role: worker.staffRole,
          fullTimePercent: worker.fullTimePercent.map { min(200, max(0, $0)) },
          employment: worker.isAgency.map { $0 ? .agency : .permanent } ?? .unknown,
          period: period))
    }
    var cells = [("SWENo", worker.registration)]
    if let born = worker.born { cells.append(("PersonBirthDate", born.description)) }
    if let ethnicity = worker.ethnicity { cells.append(("Ethnicity", ethnicity)) }
    if let role = worker.role { cells.append(("OrgRole", "\(role)")) }
    if let reason = worker.reasonLeft { cells.append(("ReasonLeave", reason)) }
    if let share = worker.fullTimePercentAtCensus { cells.append(("FTE30", "\(share)%")) }
    if let cases = worker.cases { cells.append(("Cases30", "\(cases)")) }
    if let absent = worker.isAbsent { cells.append(("Absat30Sept", absent ? "1" : "0")) }
    try scribe.asStated("worker", of: nil, cells + worker.stated.map { ($0.path, $0.text) })
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
