import Practice

/// One row at a time of a table of the Standard Safeguarding Dataset, by the names of its columns.
final class SSDRow {
  private let csv: CSVReader
  private let places: [String: Int]
  private let width: Int
  private let log: FaultLog
  /// Cells of the row at hand that could not be understood.
  private var unread: [StatedRow.Value] = []

  init(_ csv: CSVReader, names: [String], table: SSDTable, log: FaultLog) {
    self.csv = csv
    self.log = log
    width = names.count
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
    self.places = places
  }

  /// False where the row is blank; and, told, where it has not as many cells as there are columns.
  func fits() -> Bool {
    if csv.cells.allSatisfy({ $0.isEmpty }) { return false }
    if csv.cells.count == width { return true }
    log.tell(
      .fault, line: csv.line, rule: ReaderRule.cells,
      "This row has \(csv.cells.count) cells, and there are \(width) columns.",
      "Complete the row; put a cell that holds a comma in quotation marks.")
    return false
  }

  func department(_ seen: inout [String: Int]) -> SSDDepartment? {
    guard let id = id("dept_team_id", &seen) else { return nil }
    return SSDDepartment(
      line: csv.line, id: id, name: text("dept_team_name"), parent: text("dept_team_parent_id"),
      parentName: text("dept_team_parent_name"))
  }

  func professional(_ seen: inout [String: Int]) -> SSDProfessional? {
    guard let id = id("prof_professional_id", &seen) else { return nil }
    return SSDProfessional(
      line: csv.line, id: id, staffNumber: text("prof_staff_id"),
      name: text("prof_professional_name"),
      registration: text("prof_social_worker_registration_no"),
      jobTitle: text("prof_professional_job_title"),
      department: text("prof_professional_department"),
      caseload: read("prof_professional_caseload", "a number of cases") { Int($0) },
      fullTimePercent: percent("prof_full_time_equivalency"),
      isAgency: flag("prof_agency_worker_flag"), stated: takeUnread())
  }

  func person(_ seen: inout [String: Int]) -> SSDPerson? {
    let id = id("pers_person_id", &seen)
    let (born, expected, died) = (day("pers_dob"), day("pers_expected_dob"), day("pers_death_date"))
    let sex = read("pers_sex", "F, M or U") { text in
      ["F", "M", "U"].first { $0 == text.uppercased() }
    }
    if let born, let died, died < born {
      ask("pers_death_date", ReaderRule.order, "This is before the day of birth.")
    }
    let others = [
      "pers_gender", "pers_common_child_id", "pers_legacy_id", "pers_upn", "pers_upn_unknown",
      "pers_send_flag", "pers_is_mother", "pers_nationality",
    ]
    guard let id else { return nil }
    return SSDPerson(
      line: csv.line, id: id, forename: text("pers_forename"), surname: text("pers_surname"),
      sex: sex,
      ethnicity: text("pers_ethnicity"), born: born, expected: expected, died: died,
      stated: others.compactMap { name in
        text(name).map { StatedRow.Value(column: name, text: $0) }
      } + takeUnread())
  }

  func family() -> SSDFamilyLink? {
    guard let family = required("fami_family_id"), let person = required("fami_person_id") else {
      return nil
    }
    return SSDFamilyLink(line: csv.line, family: family, person: person)
  }

  func involvement() -> SSDInvolvement? {
    let (professional, person) = (required("invo_professional_id"), required("invo_person_id"))
    let from =
      required("invo_involvement_start_date") == nil ? nil : day("invo_involvement_start_date")
    let until = day("invo_involvement_end_date")
    let stated = text("invo_worker_change_reason")
    let reason = stated.flatMap { ChangeReason(rawValue: $0.uppercased()) }
    if stated != nil, reason == nil {
      ask(
        "invo_worker_change_reason", "SW13STG1",
        "This is not one of the ten national reasons; it is kept as it stands.")
    }
    guard let professional, let person, let from else { return nil }
    guard let period = Period(from: from, until: until) else {
      log.tell(
        .fault, line: csv.line, column: "invo_involvement_end_date",
        value: text("invo_involvement_end_date"), rule: ReaderRule.order,
        "This is before \(from.inWords), the day it began.", "Correct it at its source.")
      return nil
    }
    return SSDInvolvement(
      line: csv.line, id: text("invo_involvements_id"), professional: professional,
      person: person, role: text("invo_professional_role_id"),
      team: text("invo_professional_team"), period: period, reason: reason, statedReason: stated,
      referral: text("invo_referral_id"))
  }

  /// A query where the table that should hold the id was read and does not.
  func askWhether(_ id: String, isIn known: [String: Int]?, _ name: String) {
    guard let known, known[id] == nil else { return }
    ask(name, ReaderRule.noHeader, "The table of these holds no such row.")
  }

  /// What extracts write for nothing is nothing.
  private func text(_ name: String) -> String? {
    guard let place = places[name], place < csv.cells.count else { return nil }
    let cell = csv.cells[place].trimmed
    guard !cell.isEmpty else { return nil }
    if cell.count > 400 {
      log.tell(
        .fault, line: csv.line, column: name, value: cell.text(limit: 400),
        rule: ReaderRule.tooLong, "This is longer than 400 characters.", "Check the column.")
      return nil
    }
    let text = cell.text
    return text == "NULL" || text == "PLACEHOLDER_DATA" ? nil : text
  }

  private func required(_ name: String) -> String? {
    if let text = text(name) { return text }
    log.tell(
      .fault, line: csv.line, column: name, rule: ReaderRule.blank, "\(name) is blank.",
      "Add it at its source and export again.")
    return nil
  }

  private func id(_ name: String, _ seen: inout [String: Int]) -> String? {
    guard let id = required(name) else { return nil }
    if let first = seen[id] {
      log.tell(
        .fault, line: csv.line, column: name, value: id, rule: ReaderRule.twice,
        "This identifier stands on line \(first) already.",
        "Keep one row for each, and give each an identifier of their own.")
    } else {
      seen[id] = csv.line
    }
    return id
  }

  private func day(_ name: String) -> Day? {
    guard let text = text(name) else { return nil }
    switch Cell.with(
      text,
      {
        DayReading.iso($0).map { .day($0) } ?? DayReading.british($0).map { .day($0) }
          ?? DayReading.slowly($0)
      })
    {
    case .day(let day), .otherwise(let day, _): return day
    case .wrong(let why, let remedy):
      log.tell(
        .fault, line: csv.line, column: name, value: text, rule: ReaderRule.day, why, remedy)
      return nil
    }
  }

  /// A cell in the terms of the return; one that cannot be understood is asked about, and kept as it
  /// stood.
  private func read<Value>(
    _ name: String, _ form: String, _ understand: (String) -> Value?
  ) -> Value? {
    guard let text = text(name) else { return nil }
    if let value = understand(text) { return value }
    ask(name, ReaderRule.code, "This is not \(form); it is kept as it stands.")
    unread.append(StatedRow.Value(column: name, text: text))
    return nil
  }

  private func takeUnread() -> [StatedRow.Value] {
    defer { unread = [] }
    return unread
  }

  private func percent(_ name: String) -> Int? {
    read(name, "a share of full time from 0 to 1.5") { text in
      Double(text).flatMap { (0...1.5).contains($0) ? Int(($0 * 100).rounded()) : nil }
    }
  }

  private func flag(_ name: String) -> Bool? {
    read(name, "Y or N") { text in
      switch text.uppercased() {
      case "Y", "YES", "1": true
      case "N", "NO", "0": false
      default: nil
      }
    }
  }

  private func ask(_ name: String, _ rule: String, _ message: String) {
    log.tell(
      .query, line: csv.line, column: name, value: text(name), rule: rule, message,
      "Check it at its source; it is kept.")
  }
}
