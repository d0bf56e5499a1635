import Practice

/// Reads the children of one census.
final class CINReader {
  let year: CollectionYear
  let log: FaultLog
  let check: ElementCheck
  /// Line of each child's first record.
  private var seen: [String: Int] = [:]

  init(year: CollectionYear, log: FaultLog) {
    self.year = year
    self.log = log
    check = ElementCheck(log: log, year: year.number)
  }

  /// Nil where the child holds a fault, all of which were told.
  func child(_ record: Element) -> CINChild? {
    let faultsBefore = log.faults
    let identifiers =
      record["ChildIdentifiers"] ?? Element(name: "ChildIdentifiers", line: record.line)
    let name = check.text("LAchildID", of: identifiers)
    log.subject = "Child \(FaultLog.shortened(name ?? "without identifier"))"
    defer { log.subject = nil }
    if let name { checkIdentifier(name, identifiers) }
    let (born, expected) = (
      check.day("PersonBirthDate", of: identifiers),
      check.day("ExpectedPersonBirthDate", of: identifiers)
    )
    let died = check.day("PersonDeathDate", of: identifiers)
    let sex = sex(identifiers)
    askAboutDays(identifiers, born: born, expected: expected, died: died, sex: sex)
    let characteristics = record["ChildCharacteristics"]
    let ethnicity = characteristics.flatMap {
      check.code("Ethnicity", of: $0, in: Codes.ethnicity, rule: "4220", required: .query)
    }
    let disabilities = disabilities(characteristics)
    let details = record.all("CINdetails")
    if details.isEmpty { check.ask(record, "CINdetails", "8590", "No episode is stated.") }
    let referrals = details.compactMap { referral($0) }
    askAboutReferrals(referrals, record)
    let unknownNumber = check.code(
      "UPNunknown", of: identifiers, in: CINCodes.pupilNumberUnknown, rule: "8770Q")
    let stated = unknown(in: record)
    guard log.faults == faultsBefore, let name else {
      if name == nil { tellNoIdentifier(identifiers) }
      return nil
    }
    return CINChild(
      line: record.line, child: name, pupilNumber: pupilNumber("UPN", identifiers),
      formerPupilNumber: pupilNumber("FormerUPN", identifiers),
      pupilNumberUnknown: unknownNumber, born: born, expected: expected, died: died, sex: sex,
      ethnicity: ethnicity, disabilities: disabilities, referrals: referrals, stated: stated)
  }

  private func tellNoIdentifier(_ identifiers: Element) {
    log.tell(
      .fault, line: identifiers.line, column: "LAchildID", rule: "8500",
      "LAchildID is missing.", "Give each child an identifier of their own.")
  }

  private func checkIdentifier(_ name: String, _ identifiers: Element) {
    let (length, isPlain) = Cell.with(name) { ($0.count, $0.isAlphanumeric) }
    if length > 20 {
      check.ask(identifiers, "LAchildID", "1570", "This is longer than 20 characters.")
    }
    if !isPlain {
      check.ask(identifiers, "LAchildID", "1580", "This holds more than letters and digits.")
    }
    if let first = seen[name] {
      log.tell(
        .fault, line: identifiers["LAchildID"]?.line, column: "LAchildID", value: name,
        rule: "8510", "This identifier stands in the record on line \(first) already.",
        "Put everything about the child into one record.")
    } else {
      seen[name] = identifiers.line
    }
  }

  private func sex(_ identifiers: Element) -> String? {
    let (now, before) = (identifiers["Sex"], identifiers["GenderCurrent"])
    guard let element = now ?? before, !element.text.isEmpty else {
      check.ask(identifiers, "Sex", "4180", "Sex is missing.")
      return nil
    }
    let allowed: Set<String> = now == nil ? ["0", "1", "2", "9"] : ["M", "F", "U"]
    if !allowed.contains(element.text) {
      log.tell(
        .fault, line: element.line, column: element.name, value: element.text, rule: "4180",
        "This is not a code of \(element.name).",
        "Use one of \(allowed.sorted().joined(separator: ", ")).")
      return nil
    }
    return CINCodes.sex(element.text)
  }

  private func disabilities(_ characteristics: Element?) -> [String] {
    guard let group = characteristics?["Disabilities"] else { return [] }
    let codes = group.all("Disability").compactMap { element in
      element.text.isEmpty ? nil : check.code(element, in: CINCodes.disability, rule: "8540")
    }
    if Set(codes).count != codes.count {
      check.ask(group, nil, "8794", "A disability stands twice.")
    }
    if codes.count > 1, codes.contains("NONE") {
      check.ask(group, nil, "8790", "“None” stands beside a disability.")
    }
    return codes
  }

  private func pupilNumber(_ name: String, _ identifiers: Element) -> String? {
    guard let text = check.text(name, of: identifiers) else { return nil }
    if !Cell.with(text, { Shapes.isPupilNumber($0) }) {
      check.ask(
        identifiers, name, name == "UPN" ? "1540" : "1560Q",
        "This is not a pupil number: a letter, eleven digits, and a digit or letter.")
    }
    return text
  }

  private func askAboutDays(
    _ identifiers: Element, born: Day?, expected: Day?, died: Day?, sex: String?
  ) {
    if (born == nil) == (expected == nil) {
      check.ask(
        identifiers, "PersonBirthDate", "8525Q",
        "Either the day of birth or the expected one is to be stated, and not both.")
    }
    if let born, born > year.last {
      check.ask(identifiers, "PersonBirthDate", "8520", "This is after the census.")
    }
    if let born, let died, died < born {
      check.ask(identifiers, "PersonDeathDate", "8535Q", "This is before the day of birth.")
    }
    if born == nil, expected != nil, let sex, sex != "U" {
      check.ask(identifiers, "Sex", "8750", "The sex of an unborn child is to be U.")
    }
  }

  private func askAboutReferrals(_ referrals: [CINReferral], _ record: Element) {
    let inOrder = referrals.sorted { $0.referred < $1.referred }
    for (earlier, later) in zip(inOrder, inOrder.dropFirst())
    where earlier.isWithoutAction != true && later.isWithoutAction != true {
      if earlier.closed == nil {
        log.tell(
          .query, line: later.line, column: "CINreferralDate", value: later.referred.description,
          rule: "8816", "The episode on line \(earlier.line) was still open.",
          "Check when it was closed; both are kept.")
      } else if let closed = earlier.closed, closed > later.referred {
        log.tell(
          .query, line: later.line, column: "CINreferralDate", value: later.referred.description,
          rule: "8820", "The episode on line \(earlier.line) ended later than this began.",
          "Check both days; both are kept.")
      }
    }
  }

  private func unknown(in record: Element) -> [StatedElement] {
    let known: Set<String> = ["ChildIdentifiers", "ChildCharacteristics", "CINdetails"]
    let identifiers: Set<String> = [
      "LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate",
      "Sex", "GenderCurrent", "PersonDeathDate",
    ]
    var stated: [StatedElement] = []
    for child in record.children where !known.contains(child.name) {
      stated += keep(child, path: child.name)
    }
    for child in record["ChildIdentifiers"]?.children ?? [] where !identifiers.contains(child.name)
    {
      stated += keep(child, path: "ChildIdentifiers/\(child.name)")
    }
    for child in record["ChildCharacteristics"]?.children ?? []
    where child.name != "Ethnicity" && child.name != "Disabilities" {
      stated += keep(child, path: "ChildCharacteristics/\(child.name)")
    }
    return stated
  }

  /// An element that the census does not know, as it stood.
  func keep(_ element: Element, path: String) -> [StatedElement] {
    log.tellOnce(
      .note, about: path, line: element.line, column: element.name, rule: ReaderRule.element,
      "The census has no such element here; it is kept as it stands.", "Nothing needs doing.")
    return element.leaves(path: path)
  }
}
