import Practice
public import Returns
import Store

extension ImportRun {
  /// Reads a children in need census: children, periods of help and plans as facts, the details of
  /// each referral as they were stated.
  /// - Parameter year: of the collection; nil reads it from the file's own header.
  /// - Throws: `StoreRefusal`. Faults of the file are in the report.
  public func cinCensus(_ input: Input, year: CollectionYear?) async throws -> ImportReport {
    var report = ImportReport()
    let year = year ?? Self.year(of: input)
    let skipping: Set<Int> =
      keepGoodRows
      ? CINCensus.read(input, year: year, keeping: 0) { (_: CINStatement) in }.takenBack : []
    report.files.append(
      try await keep(input, by: CINCensusTeller(year: year), skipping: skipping))
    return report
  }

  /// The collection that the file's own header states, so that what it tells is known as of that
  /// year.
  private static func year(of input: Input) -> CollectionYear? {
    do {
      _ = try CINCensus.read(input, keeping: 0) { (row: CINStatement) throws(YearFound) in
        if case .header(let header) = row { throw YearFound(year: header.year) }
      }
      return nil
    } catch {
      return error.year
    }
  }
}

/// Ends a reading that was for the year alone.
private struct YearFound: Error {
  let year: CollectionYear
}

private struct CINCensusTeller: ReturnTeller {
  let year: CollectionYear?

  var source: String { year.map { "cin-census \($0)" } ?? "cin-census" }

  func read(
    _ input: Input, _ run: ImportRun, watch: @escaping (UnsafeRawBufferPointer) -> Void,
    take: (CINStatement) throws -> Void
  ) throws -> FileReport {
    try CINCensus.read(
      input, year: year, authority: run.authority.code, keeping: run.show, each: run.fault,
      watch: watch
    ) {
      (row: CINStatement) throws(any Error) in try take(row)
    }
  }

  func children(in row: CINStatement) -> [String] {
    switch row {
    case .child(let stated): [stated.child]
    case .header: []
    }
  }

  func tell(_ row: CINStatement, to scribe: Scribe) throws {
    guard case .child(let stated) = row else { return }
    let child = try scribe.child(stated.child)
    try scribe.about(child) { person, detail in
      var detail = detail
      detail.sex = stated.sex ?? detail.sex
      detail.ethnicity = stated.ethnicity ?? detail.ethnicity
      return (
        Person(id: child, born: stated.born ?? person.born, died: stated.died ?? person.died),
        detail
      )
    }
    if let number = stated.pupilNumber {
      try scribe.number(PersonNumber(scheme: .uniquePupil, value: number), of: child)
    }
    if let number = stated.formerPupilNumber {
      try scribe.number(PersonNumber(scheme: .formerUniquePupil, value: number), of: child)
    }
    var cells: [(String, String)] = []
    if let expected = stated.expected { cells.append(("ExpectedPersonBirthDate", "\(expected)")) }
    if let reason = stated.pupilNumberUnknown { cells.append(("UPNunknown", reason)) }
    if !stated.disabilities.isEmpty {
      cells.append(("Disability", stated.disabilities.joined(separator: " ")))
    }
    try scribe.asStated("child", of: child, cells + stated.stated.map { ($0.path, $0.text) })
    for referral in stated.referrals { try tell(referral, of: child, to: scribe) }
  }

  private func tell(_ referral: CINReferral, of child: ID<Person>, to scribe: Scribe) throws {
    if referral.isWithoutAction != true,
      let period = Period(from: referral.referred, until: referral.closed)
    {
      try scribe.help(
        HelpPeriod(
          person: child, period: period, source: referral.source, need: referral.need,
          reasonEnded: referral.closureReason))
    }
    for period in referral.plans {
      try scribe.plan(Plan(child: child, kind: .need, period: period))
    }
    for plan in referral.protectionPlans {
      try scribe.plan(Plan(child: child, kind: .protection, period: plan.period))
    }
    try scribe.asStated("referral", of: child, referral.cells)
  }
}

extension CINReferral {
  /// Everything that the referral states, in the census's own words, so that nothing is lost.
  fileprivate var cells: [(String, String)] {
    var cells = [("CINreferralDate", referred.description)]
    if let source { cells.append(("ReferralSource", source)) }
    if let need { cells.append(("PrimaryNeedCode", need)) }
    if let isWithoutAction { cells.append(("ReferralNFA", isWithoutAction ? "1" : "0")) }
    if let closed { cells.append(("CINclosureDate", closed.description)) }
    if let closureReason { cells.append(("ReasonForClosure", closureReason)) }
    if let conference { cells.append(("DateOfInitialCPC", conference.description)) }
    for one in assessments {
      cells.append(("AssessmentActualStartDate", one.begun.description))
      if let day = one.reviewed { cells.append(("AssessmentInternalReviewDate", "\(day)")) }
      if let day = one.authorised { cells.append(("AssessmentAuthorisationDate", "\(day)")) }
      if !one.factors.isEmpty {
        cells.append(("AssessmentFactors", one.factors.joined(separator: " ")))
      }
    }
    for one in enquiries {
      cells.append(("S47ActualStartDate", one.begun.description))
      if let day = one.conferenceTarget { cells.append(("InitialCPCtarget", "\(day)")) }
      if let day = one.conference { cells.append(("DateOfInitialCPC", "\(day)")) }
      if let not = one.isConferenceNotRequired {
        cells.append(("ICPCnotRequired", not ? "1" : "0"))
      }
    }
    for one in protectionPlans {
      cells.append(("CPPstartDate", one.period.from.description))
      if let code = one.initialCategory { cells.append(("InitialCategoryOfAbuse", code)) }
      if let code = one.latestCategory { cells.append(("LatestCategoryOfAbuse", code)) }
      if let count = one.earlierPlans { cells.append(("NumberOfPreviousCPP", "\(count)")) }
      for day in one.reviews { cells.append(("CPPreviewDate", day.description)) }
    }
    return cells + stated.map { ($0.path, $0.text) }
  }
}
