import Practice

/// One column of one file, ready to be checked row by row in one collection year.
final class FieldCheck {
  let field: Field
  let year: Int
  private let keys: [UInt64]
  private let list: CodeList?
  private let isRestated: Bool

  init(_ field: Field, year: Int) {
    self.field = field
    self.year = year
    switch field.shape {
    case .code(let list): (self.list, isRestated) = (list, false)
    case .restatedCode(let list): (self.list, isRestated) = (list, true)
    default: (list, isRestated) = (nil, false)
    }
    keys = list?.keys(in: year) ?? []
  }

  /// What a cell says once it has been judged.
  enum Finding {
    case blank
    case fine
    case day(Day)
    case key(UInt64)
    case number(Int)
    /// Told to the log already.
    case faulty
  }

  func judge(_ cell: Cell, begun: Day?, line: Int, log: FaultLog) -> Finding {
    guard !cell.isEmpty else { return blank(line, log) }
    switch field.shape {
    case .day: return day(cell, line, log)
    case .code, .restatedCode: return code(cell, begun, line, log)
    case .child: return child(cell, line, log)
    case .whole(let range): return whole(cell, range, line, log)
    case .dayPerhaps: return Shapes.isPartlyKnownDay(cell) ? .fine : day(cell, line, log)
    case .worker: return worker(cell, line, log)
    case .postcode:
      return query(Shapes.isPostcode(cell), cell, line, log, "This is not a full postcode.")
    case .pupilNumber:
      return query(
        Shapes.isPupilNumber(cell), cell, line, log,
        "This is neither a unique pupil number of 13 characters nor one of UN1 to UN7.")
    case .providerNumber:
      return query(
        Shapes.isProviderNumber(cell), cell, line, log,
        "This is not an Ofsted number of seven digits.")
    case .authority:
      return query(
        Shapes.isAuthority(cell), cell, line, log,
        "This is not the three digits of an authority.")
    }
  }

  private func blank(_ line: Int, _ log: FaultLog) -> Finding {
    guard field.isRequired else { return .blank }
    switch field.shape {
    case .pupilNumber, .postcode, .providerNumber, .authority:
      log.tell(
        .query, line: line, column: field.name, rule: field.blankRule ?? ReaderRule.blank,
        "\(field.name) is blank.", "Add it at its source if it is known.")
      return .blank
    default:
      log.tell(
        .fault, line: line, column: field.name, rule: field.blankRule ?? ReaderRule.blank,
        "\(field.name) is blank, and the return does not let it be.",
        "Add it at its source and export again.")
      return .faulty
    }
  }

  private func day(_ cell: Cell, _ line: Int, _ log: FaultLog) -> Finding {
    if let day = DayReading.british(cell) { return .day(day) }
    switch DayReading.slowly(cell) {
    case .day(let day): return .day(day)
    case .otherwise(let day, let how):
      log.tellOnce(
        .note, about: "\(field.name) \(how)", line: line, column: field.name, value: cell.text,
        rule: ReaderRule.understood, "Days are written \(how) here; they were understood.",
        "Nothing needs doing.")
      return .day(day)
    case .wrong(let why, let remedy):
      log.tell(
        .fault, line: line, column: field.name, value: cell.text(limit: 400),
        rule: field.rule ?? ReaderRule.day, why, remedy)
      return .faulty
    }
  }

  @inline(__always) private func code(
    _ cell: Cell, _ begun: Day?, _ line: Int, _ log: FaultLog
  ) -> Finding {
    if let key = cell.key, keys.contains(key) { return .key(key) }
    return codeSlowly(cell, begun, line, log)
  }

  private func codeSlowly(_ cell: Cell, _ begun: Day?, _ line: Int, _ log: FaultLog) -> Finding {
    guard let list else { return .fine }
    let likely = cell.wholeNumberWithZeros.map { UInt64($0) + 48 } ?? Shapes.capitalKey(cell)
    if let likely, keys.contains(likely) {
      log.tellOnce(
        .note, about: "\(field.name) as", line: line, column: field.name, value: cell.text,
        rule: ReaderRule.understood, "This is written otherwise than the code; it was understood.",
        "Nothing needs doing.")
      return .key(likely)
    }
    let years = likely.flatMap { list.years(of: $0) }
    if let years, let likely, isRestated, let begun, years.upperBound < year,
      CollectionYear.number(of: begun) <= years.upperBound
    {
      return .key(likely)
    }
    // Which year first took a code is known less surely than the code itself, and a council that
    // used it early did nothing to a child's history: ask, do not refuse.
    if let years, let likely, years.lowerBound > year {
      log.tell(
        .query, line: line, column: field.name, value: cell.text(limit: 400),
        rule: field.rule ?? ReaderRule.code, Shapes.ofOtherYears(field.name, years, year),
        "It is kept as it stands; check the collection year.")
      return .key(likely)
    }
    log.tell(
      .fault, line: line, column: field.name, value: cell.text(limit: 400),
      rule: field.rule ?? ReaderRule.code,
      years.map { Shapes.ofOtherYears(field.name, $0, year) }
        ?? "This is not a code of \(field.name).",
      years == nil
        ? "Use one of \(list.words(in: year))."
        : "Check the collection year, or use one of \(list.words(in: year)).")
    return .faulty
  }

  private func child(_ cell: Cell, _ line: Int, _ log: FaultLog) -> Finding {
    if cell.count <= 10, cell.isAlphanumeric { return .fine }
    let isUsable = cell.count <= 40 && !cell.bytes.contains { $0 < 32 }
    log.tell(
      isUsable ? .query : .fault, line: line, column: field.name, value: cell.text(limit: 400),
      rule: ReaderRule.child,
      "A child's identifier has at most ten letters and digits.",
      isUsable
        ? "It is kept as it stands; the Department would not take it."
        : "Check that this column holds the identifier.")
    return isUsable ? .fine : .faulty
  }

  private func whole(_ cell: Cell, _ range: ClosedRange<Int>, _ line: Int, _ log: FaultLog)
    -> Finding
  {
    if let number = cell.wholeNumber ?? cell.wholeNumberWithZeros, range.contains(number) {
      return .number(number)
    }
    log.tell(
      .fault, line: line, column: field.name, value: cell.text(limit: 400),
      rule: field.rule ?? ReaderRule.number,
      "This is not a whole number from \(range.lowerBound) to \(range.upperBound).",
      "Correct it at its source and export again.")
    return .faulty
  }

  private func worker(_ cell: Cell, _ line: Int, _ log: FaultLog) -> Finding {
    let start = cell.count >= 3 ? UInt16(cell[0] & 0xDF) << 8 | UInt16(cell[1] & 0xDF) : 0
    if start == Shapes.sw, cell.count <= 12, cell.isAlphanumeric { return .fine }
    if start == Shapes.xx, cell.count <= 12, cell.isAlphanumeric {
      log.tellOnce(
        .query, about: cell.text, line: line, column: field.name, value: cell.text,
        rule: "SW02STG1", "This worker has no Social Work England number.",
        "Ask whether they have one by now; until then the XX number stands for them.")
      return .fine
    }
    log.tell(
      .fault, line: line, column: field.name, value: cell.text(limit: 400), rule: "SW02STG1",
      "A worker's number begins with SW (or XX where there is none) and has at most 12 characters.",
      "Correct it at its source and export again.")
    return .faulty
  }

  private func query(
    _ isFine: Bool, _ cell: Cell, _ line: Int, _ log: FaultLog, _ message: String
  ) -> Finding {
    if isFine { return .fine }
    // A text that is kept as it stands still has to be of a length that somebody wrote.
    let isUsable = cell.count <= 40
    log.tell(
      isUsable ? .query : .fault, line: line, column: field.name, value: cell.text(limit: 400),
      rule: field.rule ?? ReaderRule.tooLong, message,
      isUsable ? "It is kept as it stands; correct it at its source." : "Check the column.")
    return isUsable ? .fine : .faulty
  }
}
