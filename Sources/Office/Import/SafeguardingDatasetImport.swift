import Practice
public import Returns
import Store

extension ImportRun {
  /// Reads the Standard Safeguarding Dataset's departments, professionals, persons, family links and
  /// involvements: teams, practitioners, people, families and tenures as facts.
  /// - Throws: `StoreRefusal`. Faults of the files are in the report.
  public func safeguardingDataset(_ inputs: [Input]) async throws -> ImportReport {
    var report = ImportReport()
    var atFault: [Int: Set<Int>] = [:]
    if keepGoodRows {
      let set = SSDSet()
      for (place, input) in inputs.enumerated() {
        atFault[place] = set.read(input, keeping: 0) { (_: SSDStatement) in }.takenBack
      }
    }
    let teller = SafeguardingDatasetTeller(set: SSDSet(), today: now.london.day)
    for (place, input) in inputs.enumerated() {
      report.files.append(try await keep(input, by: teller, skipping: atFault[place] ?? []))
    }
    return report
  }
}

/// Rows of the dataset as facts. One task at a time uses it, file after file of one set.
private struct SafeguardingDatasetTeller: ReturnTeller, @unchecked Sendable {
  let set: SSDSet
  let today: Day

  var source: String { "ssd" }

  func read(
    _ input: Input, _ run: ImportRun, watch: @escaping (UnsafeRawBufferPointer) -> Void,
    take: (SSDStatement) throws -> Void
  ) throws -> FileReport {
    try set.read(input, keeping: run.show, each: run.fault, watch: watch) {
      (row: SSDStatement) throws(any Error) in try take(row)
    }
  }

  func children(in row: SSDStatement) -> [String] {
    switch row {
    case .person(let person): [person.id]
    case .family(let link): [link.person]
    case .involvement(let involvement): [involvement.person]
    case .department, .professional: []
    }
  }

  func tell(_ row: SSDStatement, to scribe: Scribe) throws {
    switch row {
    case .department(let department):
      _ = try scribe.team(called: department.name ?? department.id, number: department.id)
      try scribe.asStated(
        "ssd_department", of: nil,
        [
          ("dept_team_id", department.id), ("dept_team_name", department.name ?? ""),
          ("dept_team_parent_id", department.parent ?? ""),
          ("dept_team_parent_name", department.parentName ?? ""),
        ].filter { !$0.1.isEmpty })
    case .professional(let professional): try tell(professional, to: scribe)
    case .person(let person): try tell(person, to: scribe)
    case .family(let link):
      try scribe.member(of: link.family, try scribe.child(link.person), since: today)
    case .involvement(let involvement): try tell(involvement, to: scribe)
    }
  }

  private func tell(_ professional: SSDProfessional, to scribe: Scribe) throws {
    _ = try scribe.practitioner(
      staff: professional.id, name: professional.name, registration: professional.registration)
    var cells = [("prof_professional_id", professional.id)]
    if let name = professional.name { cells.append(("prof_professional_name", name)) }
    if let number = professional.registration {
      cells.append(("prof_social_worker_registration_no", number))
    }
    if let number = professional.staffNumber { cells.append(("prof_staff_id", number)) }
    if let title = professional.jobTitle { cells.append(("prof_job_title", title)) }
    if let team = professional.department { cells.append(("prof_department", team)) }
    if let share = professional.fullTimePercent {
      cells.append(("prof_full_time_equivalency", "\(share)%"))
    }
    if let cases = professional.caseload {
      cells.append(("prof_social_worker_caseload", "\(cases)"))
    }
    if let agency = professional.isAgency {
      cells.append(("prof_agency_worker_flag", agency ? "Y" : "N"))
    }
    try scribe.asStated(
      "ssd_professionals", of: nil, cells + professional.stated.map { ($0.column, $0.text) })
  }

  private func tell(_ person: SSDPerson, to scribe: Scribe) throws {
    let child = try scribe.child(person.id)
    try scribe.about(child) { before, detail in
      var detail = detail
      detail.sex = person.sex ?? detail.sex
      detail.ethnicity = person.ethnicity ?? detail.ethnicity
      return (
        Person(id: child, born: person.born ?? before.born, died: person.died ?? before.died),
        detail
      )
    }
    if person.forename != nil || person.surname != nil {
      try scribe.name(
        PersonName(given: person.forename ?? "", family: person.surname ?? ""), of: child)
    }
    var cells = person.stated.map { ($0.column, $0.text) }
    if let expected = person.expected { cells.append(("pers_expected_dob", "\(expected)")) }
    try scribe.asStated("ssd_person", of: child, cells)
  }

  private func tell(_ involvement: SSDInvolvement, to scribe: Scribe) throws {
    let child = try scribe.child(involvement.person)
    let practitioner = try scribe.practitioner(
      staff: involvement.professional, name: nil, registration: nil)
    let team = try involvement.team.map { try scribe.team(called: $0, number: $0) }
    try scribe.tenure(
      child, practitioner, team: team, role: involvement.tenureRole, involvement.period,
      begun: involvement.reason)
    var cells = [("invo_professional_id", involvement.professional)]
    if let id = involvement.id { cells.append(("invo_involvements_id", id)) }
    if let role = involvement.role { cells.append(("invo_professional_role_id", role)) }
    if let reason = involvement.statedReason {
      cells.append(("invo_worker_change_reason", reason))
    }
    if let referral = involvement.referral { cells.append(("invo_referral_id", referral)) }
    try scribe.asStated("ssd_involvements", of: child, cells)
  }
}

extension SSDInvolvement {
  /// The role in the service's own terms. Case systems name roles as they like; a role that is not
  /// recognised is kept as co-working, and its own words as they were stated.
  fileprivate var tenureRole: TenureRole {
    switch NameSearch.folded(role ?? "cw") {
    case "cw", "case worker", "caseworker", "allocated worker", "allocated case worker",
      "social worker", "keyworker", "key worker", "lead social worker":
      .keyworker
    case "pa", "personal adviser", "personal advisor": .personalAdviser
    case "iro", "independent reviewing officer", "reviewing officer": .reviewingOfficer
    case "conference chair", "cp chair": .conferenceChair
    case "family support worker", "fsw": .familySupport
    default: .coWorker
    }
  }
}
