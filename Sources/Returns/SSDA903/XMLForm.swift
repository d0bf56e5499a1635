/// An SSDA903 return in its XML form, read child by child into rows of the same tables.
///
/// A child's `HEADER` holds the columns of header, uasc, ad1 and oc3 beside each other; a group
/// within it (`AREVIEW`, `OC2`, …) or beside it (`EPISODE`) is a row of the table that its elements
/// name.
final class XMLForm {
  private(set) var rows = 0
  var tables: [Table] { Table.allCases.filter { readers[$0] != nil } }

  private let records: XMLRecords
  private let year: CollectionYear
  private let book: ChildBook
  private let log: FaultLog
  private var readers: [Table: TableReader] = [:]
  private var waiting: ArraySlice<Statement> = []

  init(_ source: ByteSource, year: CollectionYear, book: ChildBook, log: FaultLog) {
    records = XMLRecords(
      source, log: log, root: "EXPSSDA903", wrappers: ["EXPSSDA903"], records: ["CHILD"])
    self.year = year
    self.book = book
    self.log = log
  }

  /// The next row without a fault; nil at the end of the file.
  func next() -> Statement? {
    while waiting.isEmpty {
      guard let child = records.next() else {
        finish()
        return nil
      }
      waiting = read(child)[...]
    }
    return waiting.popFirst()
  }

  private func finish() {
    if rows == 0, log.faults == 0 {
      log.tell(
        .fault, rule: ReaderRule.table, "The file holds no child.",
        "Each child is to be an element CHILD.")
    }
    for table in Table.allCases { readers[table]?.finish() }
  }

  private func read(_ child: Element) -> [Statement] {
    guard let header = child["HEADER"] else {
      log.tell(
        .fault, line: child.line, column: "HEADER", rule: ReaderRule.child,
        "This child has no HEADER.", "Export the file again.")
      return []
    }
    log.subject = "Child \(FaultLog.shortened(header["CHILDID"]?.text ?? "without identifier"))"
    defer { log.subject = nil }
    var shared: [String: Element] = [:]
    for element in header.children where element.children.isEmpty {
      shared[XMLForm.columnName(element.name)] = element
    }
    var statements: [Statement] = []
    for table in [Table.header, .uasc, .ad1, .oc3] where isStated(table, in: shared) {
      add(table, shared, line: header.line, to: &statements)
    }
    for group in header.children + child.children where !group.children.isEmpty {
      guard group.name != "HEADER" else { continue }
      var cells: [String: Element] = [:]
      for element in group.children { cells[XMLForm.columnName(element.name)] = element }
      let names = ColumnNames(names: cells.keys.sorted() + ["CHILD", "DOB"])
      guard let table = names.table(fileName: group.name) else {
        log.tellOnce(
          .note, about: group.name, line: group.line, column: group.name,
          rule: ReaderRule.element, "The return has no such element here; it is not kept.",
          "Nothing needs doing.")
        continue
      }
      for name in ["CHILD", "DOB", "SEX"] where cells[name] == nil { cells[name] = shared[name] }
      add(table, cells, line: group.line, to: &statements)
    }
    return statements
  }

  private static func columnName(_ element: String) -> String {
    switch element {
    case "CHILDID": "CHILD"
    case "PL": "PLACE"
    default: element
    }
  }

  /// True where one of the columns that only this table has is not blank; the header always.
  private func isStated(_ table: Table, in cells: [String: Element]) -> Bool {
    switch table {
    case .header: true
    case .uasc: cells["UASC"]?.text == "1" || cells["DUC"]?.text.isEmpty == false
    default:
      table.fields.contains {
        $0.name != "CHILD" && $0.name != "DOB" && cells[$0.name]?.text.isEmpty == false
      }
    }
  }

  private func add(
    _ table: Table, _ cells: [String: Element], line: Int, to statements: inout [Statement]
  ) {
    guard table.firstYear <= year.number else {
      log.tellOnce(
        .fault, about: table.rawValue, line: line, rule: ReaderRule.year,
        "The table \(table.rawValue) came with the collection of \(table.firstYear).",
        "Check the collection year.")
      return
    }
    rows += 1
    let reader =
      readers[table] ?? TableReader(table, year: year, book: book, log: log)
    readers[table] = reader
    // The row's cells lie one behind the other in bytes of their own.
    var bytes: [UInt8] = []
    let ranges = table.fields.map { field in
      let start = bytes.count
      if let text = cells[field.name]?.text { bytes.append(contentsOf: text.utf8) }
      return start..<bytes.count
    }
    bytes.append(0)
    let statement = bytes.withUnsafeBufferPointer { bytes -> Statement? in
      guard let base = bytes.baseAddress else { return nil }
      for (place, range) in ranges.enumerated() {
        reader.cells[place] = Cell(start: base + range.lowerBound, count: range.count)
      }
      return reader.statement(line: line, isSpoiled: false)
    }
    if let statement { statements.append(statement) }
  }
}
