import Practice

/// Reads the workers of one workforce census.
final class WorkforceReader {
  private let log: FaultLog
  private let check: ElementCheck
  private var seen: [String: Int] = [:]

  init(log: FaultLog) {
    self.log = log
    // No list of this census has changed with the years so far.
    check = ElementCheck(log: log, year: CollectionYear.known.upperBound)
  }

  func header(_ record: Element) -> WorkforceHeader? {
    let details = record["CollectionDetails"] ?? record
    if let collection = details["Collection"], collection.text != "CSWW" {
      log.tell(
        .fault, line: collection.line, column: "Collection", value: collection.text,
        rule: ReaderRule.table, "This is not the workforce census.",
        "Hand over a file of the census.")
    }
    return WorkforceHeader(
      line: record.line, year: details["Year"].flatMap { Int($0.text) },
      referenceDay: check.day("ReferenceDate", of: details),
      authority: record["Source"].flatMap { check.text("LEA", of: $0) })
  }

  /// Nil where the worker holds a fault, all of which were told.
  func worker(_ record: Element) -> WorkforceWorker? {
    let faultsBefore = log.faults
    let registration = check.text("SWENo", of: record)
    if let registration {
      checkNumber(registration, record)
    } else {
      log.tell(
        .fault, line: record.line, column: "SWENo", rule: ReaderRule.blank, "SWENo is missing.",
        "Add the worker's Social Work England number.")
    }
    if record["QualInst"] == nil {
      check.ask(record, "QualInst", ReaderRule.blank, "Where the worker qualified is missing.")
    }
    let begun = check.day("RoleStartDate", of: record)
    let ended = check.day("RoleEndDate", of: record)
    if let begun {
      _ = check.period(begun, ended, of: record, "RoleEndDate", rule: ReaderRule.order)
    }
    let (born, isAgency) = (
      check.day("PersonBirthDate", of: record),
      check.flag("AgencyWorker", of: record, rule: ReaderRule.code, required: .query)
    )
    let ethnicity = check.code(
      "Ethnicity", of: record, in: Codes.ethnicity, rule: ReaderRule.code)
    let role = check.code(
      "OrgRole", of: record, in: WorkforceReader.roles, rule: ReaderRule.code)
    let percent = percent("FTE", record)
    let percentAtCensus = self.percent("FTE30", record)
    let cases = check.whole("Cases30", of: record, upTo: 1000, rule: ReaderRule.number)
    let isAbsent = check.flag("Absat30Sept", of: record, rule: ReaderRule.code)
    guard log.faults == faultsBefore, let registration else { return nil }
    return WorkforceWorker(
      line: record.line, registration: registration, isAgency: isAgency,
      fullTimePercent: percent, born: born, ethnicity: ethnicity, role: role.flatMap { Int($0) },
      begun: begun, ended: ended, reasonLeft: check.text("ReasonLeave", of: record),
      fullTimePercentAtCensus: percentAtCensus, cases: cases, isAbsent: isAbsent,
      stated: record.children.flatMap { $0.leaves(path: $0.name) })
  }

  private func checkNumber(_ number: String, _ record: Element) {
    let isFine = Cell.with(number) { cell in
      cell.count >= 3 && cell.count <= 12 && Cell.isLetter(cell[0]) && Cell.isLetter(cell[1])
        && cell.isAlphanumeric
    }
    if !isFine {
      check.ask(record, "SWENo", ReaderRule.code, "A number is two letters and up to ten digits.")
    }
    if let first = seen[number] {
      check.ask(
        record, "SWENo", ReaderRule.twice,
        "This worker stands in the record on line \(first) already, with another post or by mistake."
      )
    } else {
      seen[number] = record.line
    }
  }

  /// Hundredths of a share from 0 to 1: `0.6` is 60.
  private func percent(_ name: String, _ record: Element) -> Int? {
    guard let element = record[name], !element.text.isEmpty else { return nil }
    if let share = Double(element.text), share >= 0, share <= 1.5 {
      if share > 1 { check.ask(record, name, ReaderRule.number, "This is more than full time.") }
      return Int((share * 100).rounded())
    }
    log.tell(
      .fault, line: element.line, column: name, value: element.text, rule: ReaderRule.number,
      "This is not a share of full time.", "Write 0.6 for three days of five.")
    return nil
  }

  private static let roles = CodeList("1 2 3 4 5 6")
}
