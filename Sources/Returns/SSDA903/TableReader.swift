import Practice

/// Reads the rows of one table: judges every cell, then the row, then the rows of each child
/// together.
final class TableReader {
  let table: Table
  let year: CollectionYear
  let book: ChildBook
  let log: FaultLog
  let checks: [FieldCheck]
  private(set) var spans = Spans()
  private(set) var rows = 0

  /// Cells of the row at hand in the order of the table's fields, trimmed.
  let cells: UnsafeMutableBufferPointer<Cell>
  let findings: UnsafeMutableBufferPointer<FieldCheck.Finding>
  private let hasHeader: Bool

  init(_ table: Table, year: CollectionYear, book: ChildBook, log: FaultLog) {
    self.table = table
    self.year = year
    self.book = book
    self.log = log
    checks = table.fields.map { FieldCheck($0, year: year.number) }
    cells = .allocate(capacity: checks.count)
    cells.initialize(repeating: .empty)
    findings = .allocate(capacity: checks.count)
    findings.initialize(repeating: .blank)
    hasHeader = book.hasHeader && table != .header
    if table == .header { book.hasHeader = true }
    if table == .episodes { book.hasEpisodes = true }
  }

  deinit {
    cells.deallocate()
    findings.deallocate()
  }

  /// Judges the row in `cells`. Nil where it holds a fault, all of which were told; `isSpoiled` says
  /// that one was told before.
  func statement(line: Int, isSpoiled: Bool) -> Statement? {
    rows += 1
    let faultsBefore = log.faults
    var begun: Day?
    for place in checks.indices {
      findings[place] = checks[place].judge(cells[place], begun: begun, line: line, log: log)
      if place == 1, case .day(let day) = findings[1] { begun = day }
    }
    let statement: Statement? =
      switch table {
      case .header: header(line)
      case .episodes: episode(line)
      case .workerEpisodes: worker(line)
      case .reviews: review(line)
      default: stated(line)
      }
    guard log.faults == faultsBefore, !isSpoiled, let statement else {
      spans.refuseLast(line: Int32(clamping: line))
      return nil
    }
    log.goodRows += 1
    return statement
  }

  /// Tells what only shows once every row is read.
  func finish() {
    spans.sort()
    checkRowsTogether()
  }

  func day(_ place: Int) -> Day? {
    if case .day(let day) = findings[place] { return day }
    return nil
  }

  func key(_ place: Int) -> UInt64? {
    if case .key(let key) = findings[place] { return key }
    return nil
  }

  func isFaulty(_ place: Int) -> Bool {
    if case .faulty = findings[place] { return true }
    return false
  }

  func text(_ place: Int) -> String? { cells[place].isEmpty ? nil : cells[place].text }

  func name(_ place: Int) -> String { checks[place].field.name }

  /// A code as the list writes it, whichever way the file did.
  func code(_ place: Int) -> String? {
    guard let key = key(place) else { return nil }
    return cells[place].key == key ? cells[place].text : Shapes.text(key)
  }

  /// Keeps what the checks across rows need, and looks the child up in the header. Nil where the
  /// row has no child.
  func keep(_ line: Int, from: Day?, until: Day? = nil, born: Day?, mark: UInt64 = 0) -> Int32? {
    guard !cells[0].isEmpty, !isFaulty(0) else { return nil }
    let number = book.number(of: cells[0].text)
    if hasHeader { checkHeader(number, line, born) }
    spans.append(
      Spans.Span(
        child: number, from: from?.number ?? Int32.min, until: until?.number ?? Int32.max,
        line: Int32(clamping: line), place: Int32(clamping: log.goodRows + 1), digest: digest(),
        mark: mark))
    return number
  }

  private func checkHeader(_ number: Int32, _ line: Int, _ born: Day?) {
    let entry = book[number]
    if entry.headerLine == 0 {
      log.tell(
        .fault, line: line, column: "CHILD", value: entry.name, rule: table.noHeaderRule,
        "This child is in no row of the header that was handed over with this file.",
        "Add the child to the header, or correct the identifier.")
    } else if let born, entry.born != Int32.min, born.number != entry.born {
      log.tell(
        .query, line: line, column: "DOB", value: cells[TableReader.bornPlace(table)].text,
        rule: table.bornDiffersRule,
        "The header says \(Day(number: entry.born).inWords) for this child.",
        "Find out which is right, and correct the other.")
    }
  }

  private static func bornPlace(_ table: Table) -> Int { table == .uasc ? 2 : 1 }

  /// A number that rows of the same cells have in common, and hardly any others.
  private func digest() -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for cell in cells {
      var at = 0
      while at + 8 <= cell.count {
        let eight = UnsafeRawPointer(cell.start + at).loadUnaligned(as: UInt64.self)
        digest = TableReader.mixed(digest, eight)
        at += 8
      }
      var rest = UInt64(cell.count)
      while at < cell.count {
        rest = rest << 8 | UInt64(cell[at])
        at += 1
      }
      digest = TableReader.mixed(digest, rest)
    }
    return digest
  }

  @inline(__always) private static func mixed(_ digest: UInt64, _ value: UInt64) -> UInt64 {
    let product = (digest ^ value) &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 29)
  }
}
