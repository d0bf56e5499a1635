import Practice

/// Reads the values of elements, and tells what is wrong with them.
struct ElementCheck {
  let log: FaultLog
  let year: Int

  /// The day of the child element of that name; nil, and told, where it is none. A blank is told
  /// only where `required` is a weight.
  func day(
    _ name: String, of group: Element, rule: String? = nil, required: Fault.Severity? = nil
  ) -> Day? {
    guard let element = present(name, of: group, rule: rule, required: required) else { return nil }
    return day(element, rule: rule)
  }

  func day(_ element: Element, rule: String? = nil) -> Day? {
    let reading = Cell.with(element.text) { cell -> DayReading in
      if let day = DayReading.iso(cell) { return .day(day) }
      if let day = DayReading.british(cell) { return .otherwise(day, "day first") }
      return DayReading.slowly(cell)
    }
    switch reading {
    case .day(let day): return day
    case .otherwise(let day, let how):
      log.tellOnce(
        .note, about: element.name, line: element.line, column: element.name,
        value: element.text, rule: ReaderRule.understood,
        "Days are written \(how) here; they were understood.", "Nothing needs doing.")
      return day
    case .wrong(let why, _):
      log.tell(
        .fault, line: element.line, column: element.name, value: element.text,
        rule: rule ?? ReaderRule.day, why, "Write it as 2026-03-31, or leave the element out.")
      return nil
    }
  }

  /// The code in the child element of that name; nil, and told, where the list has no such code in
  /// this year.
  func code(
    _ name: String, of group: Element, in list: CodeList, rule: String,
    required: Fault.Severity? = nil
  ) -> String? {
    present(name, of: group, rule: rule, required: required).flatMap {
      code($0, in: list, rule: rule)
    }
  }

  func code(_ element: Element, in list: CodeList, rule: String) -> String? {
    let key = Cell.with(element.text) { Shapes.capitalKey($0) }
    if let key, let years = list.years(of: key), years.contains(year) { return Shapes.text(key) }
    let years = key.flatMap { list.years(of: $0) }
    log.tell(
      .fault, line: element.line, column: element.name, value: element.text, rule: rule,
      years.map { Shapes.ofOtherYears(element.name, $0, year) }
        ?? "This is not a code of \(element.name).",
      "Use one of \(list.words(in: year)).")
    return nil
  }

  /// True for `1` and `true`, false for `0` and `false`: both are in use.
  func flag(
    _ name: String, of group: Element, rule: String, required: Fault.Severity? = nil
  ) -> Bool? {
    guard let element = present(name, of: group, rule: rule, required: required) else { return nil }
    switch element.text.lowercased() {
    case "1", "true", "yes", "y": return true
    case "0", "false", "no", "n": return false
    default:
      log.tell(
        .fault, line: element.line, column: element.name, value: element.text, rule: rule,
        "This is neither yes nor no.", "Write 1 for yes and 0 for no.")
      return nil
    }
  }

  func whole(
    _ name: String, of group: Element, upTo most: Int, rule: String,
    required: Fault.Severity? = nil
  ) -> Int? {
    guard let element = present(name, of: group, rule: rule, required: required) else { return nil }
    if let number = Cell.with(element.text, { $0.wholeNumber }), number <= most { return number }
    log.tell(
      .fault, line: element.line, column: element.name, value: element.text, rule: rule,
      "This is not a whole number from 0 to \(most).", "Correct it at its source.")
    return nil
  }

  /// The text of the child element of that name, where it is not blank.
  func text(_ name: String, of group: Element) -> String? {
    guard let text = group[name]?.text, !text.isEmpty else { return nil }
    if text.utf8.count <= 200 { return text }
    log.tell(
      .fault, line: group.line, column: name, value: text, rule: ReaderRule.tooLong,
      "This is longer than 200 characters.", "Check the element.")
    return nil
  }

  func ask(_ element: Element, _ name: String? = nil, _ rule: String, _ message: String) {
    log.tell(
      .query, line: element.line, column: name ?? element.name,
      value: name.flatMap { element[$0]?.text }, rule: rule, message,
      "Check it at its source; it is kept.")
  }

  /// From when until when; nil, and told, where it would end before it begins.
  func period(_ from: Day, _ until: Day?, of group: Element, _ name: String, rule: String)
    -> Period?
  {
    if let period = Period(from: from, until: until) { return period }
    log.tell(
      .fault, line: group[name]?.line ?? group.line, column: name, value: group[name]?.text,
      rule: rule, "This is before \(from.inWords), the day it began.",
      "Correct the day that is wrong at its source.")
    return nil
  }

  private func present(
    _ name: String, of group: Element, rule: String?, required: Fault.Severity?
  ) -> Element? {
    if let element = group[name], !element.text.isEmpty { return element }
    if let required {
      log.tell(
        required, line: group.line, column: name, rule: rule ?? ReaderRule.blank,
        "\(name) is missing.", "Add it at its source and export again.")
    }
    return nil
  }
}

extension Element {
  /// Tells a header that is of another authority than the one handed over for.
  func tellUnless(_ authority: String?, _ log: FaultLog) {
    guard let authority, let stated = self["Source"]?["LEA"], !stated.text.isEmpty,
      stated.text != authority
    else { return }
    log.refuseWhole(
      line: stated.line, column: "LEA", value: stated.text,
      rule: ReaderRule.authorities,
      "The file is of authority \(stated.text), and it was handed over for \(authority).",
      "Hand it over for the authority that it is of.")
  }

  /// Every leaf beneath it, with its path.
  func leaves(path: String) -> [StatedElement] {
    if children.isEmpty { return text.isEmpty ? [] : [StatedElement(path: path, text: text)] }
    return children.flatMap { $0.leaves(path: path + "/" + $0.name) }
  }
}
