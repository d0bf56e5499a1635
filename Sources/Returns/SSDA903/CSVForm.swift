/// An SSDA903 table in a CSV file, read row by row.
final class CSVForm {
  private(set) var table: Table?
  var rows: Int { reader?.rows ?? 0 }

  private let csv: CSVReader
  private let year: CollectionYear
  private let book: ChildBook
  private let log: FaultLog
  private var reader: TableReader?
  private var places: [Int] = []
  private var width = 0
  private var seen = 0
  /// Columns of tables that were put together from several returns, and the first value of each.
  private var sources: [(column: String, place: Int, first: String?)] = []

  init(_ source: ByteSource, year: CollectionYear, book: ChildBook, log: FaultLog) {
    csv = CSVReader(source, log: log)
    self.year = year
    self.book = book
    self.log = log
  }

  /// The next row without a fault; nil at the end of the file.
  func next() -> Statement? {
    guard let reader = reader ?? begin() else { return nil }
    let places = places
    while seen < SSDA903Set.mostRows {
      guard csv.next() else {
        finish(reader)
        return nil
      }
      seen += 1
      guard fits() else { continue }
      let isOfAnother = !sources.isEmpty && !checkSources()
      for (place, column) in places.enumerated() {
        reader.cells[place] = column < 0 ? Cell.empty : csv.cells[column].trimmed
      }
      if let statement = reader.statement(line: csv.line, isSpoiled: csv.isSpoiled || isOfAnother) {
        return statement
      }
    }
    log.tell(
      .fault, line: csv.line, rule: ReaderRule.rows,
      "The file has more than \(SSDA903Set.mostRows) rows: more than all returns of the country.",
      "Check that this is the file you meant. It was read up to this line.")
    return nil
  }

  /// Reads the row of column names. Nil, and told, where the table cannot be read.
  private func begin() -> TableReader? {
    let faultsBefore = log.faults
    guard csv.next() else {
      if log.faults == faultsBefore {
        log.tell(
          .fault, line: 1, rule: ReaderRule.header, "The file is empty.",
          "Its first line must hold the names of the columns, such as CHILD,SEX,DOB.")
      }
      return nil
    }
    let names = ColumnNames(csv.cells)
    guard let table = names.table(fileName: log.file) else {
      tellNoTable(names)
      return nil
    }
    self.table = table
    guard table.firstYear <= year.number else {
      log.tell(
        .fault, line: csv.line, rule: ReaderRule.year,
        "The table \(table.rawValue) came with the collection of \(table.firstYear); this was to "
          + "be read as that of \(year.number) (\(year)).",
        "Check the collection year.")
      return nil
    }
    places = names.places(of: table, log: log, line: csv.line)
    width = names.names.count
    csv.columnNames = names.names
    for (place, name) in names.names.enumerated() where name == "LA" || name == "YEAR" {
      sources.append((name, place, nil))
    }
    let reader = TableReader(table, year: year, book: book, log: log)
    self.reader = reader
    return reader
  }

  private func tellNoTable(_ names: ColumnNames) {
    if let first = csv.cells.first, names.names.count == 1,
      first.bytes.contains(where: { $0 == UInt8(ascii: ";") || $0 == 9 || $0 == UInt8(ascii: "|") })
    {
      log.tell(
        .fault, line: csv.line, value: first.text(limit: 400), rule: ReaderRule.header,
        "The columns are not separated by commas.", Sniff.saveAsCSV)
      return
    }
    let known = Set(Table.allCases.flatMap { $0.fields.map(\.name) })
    let found = names.names.filter { known.contains($0) }
    let shown = names.names.prefix(12).joined(separator: ",")
    if found.isEmpty, let first = csv.cells.first, first[0] == UInt8(ascii: "<") {
      log.tell(
        .fault, line: csv.line, value: shown, rule: ReaderRule.table,
        "This looks like XML.", "Give the file a name that ends with .xml.")
    } else if found.isEmpty {
      log.tell(
        .fault, line: csv.line, value: shown, rule: ReaderRule.header,
        "No row of column names was found where it should be, on the first line.",
        Table.hinted(by: log.file).map { table in
          "Add the line \(table.fields.map(\.name).joined(separator: ","))"
        } ?? "Its first line must hold the names of the columns, such as CHILD,SEX,DOB.")
    } else {
      log.tell(
        .fault, line: csv.line, value: shown, rule: ReaderRule.table,
        "These columns are of no table of the SSDA903.",
        "Check that this file belongs to the return.")
    }
  }

  /// False, and told, where the row has not as many cells as there are columns. Blank cells beyond
  /// the last column do no harm.
  private func fits() -> Bool {
    let count = csv.cells.count
    if count == width { return !csv.cells.allSatisfy { $0.isEmpty } }
    if csv.cells.allSatisfy({ $0.isEmpty }) { return false }
    if count > width, csv.cells.dropFirst(width).allSatisfy({ $0.trimmed.isEmpty }) { return true }
    log.tell(
      .fault, line: csv.line, rule: ReaderRule.cells,
      "This row has \(count) cells, and there are \(width) columns.",
      count > width
        ? "Put a cell that holds a comma in quotation marks." : "Complete the row.")
    return false
  }

  /// A return is of one authority and one year; tables that were put together are not one. False,
  /// and told, where the row is of another than the first row.
  private func checkSources() -> Bool {
    var isOfFirst = true
    for at in sources.indices {
      let value = csv.cells[sources[at].place].trimmed
      guard !value.isEmpty else { continue }
      guard let first = sources[at].first else {
        sources[at].first = value.text(limit: 80)
        continue
      }
      let column = sources[at].column
      guard value.count != first.utf8.count || !value.bytes.elementsEqual(first.utf8) else {
        continue
      }
      isOfFirst = false
      log.tell(
        .fault, line: csv.line, column: column, value: value.text,
        rule: column == "LA" ? ReaderRule.authorities : ReaderRule.year,
        "This row is of another \(column == "LA" ? "authority" : "collection year") than the first, "
          + "which is of \(first).",
        "Split the file by the column \(column), and hand over each part by itself.")
    }
    return isOfFirst
  }

  private func finish(_ reader: TableReader) {
    if reader.rows == 0, log.faults == 0 {
      log.tell(
        .note, rule: ReaderRule.rows, "The table has no rows.", "Nothing needs doing.")
    }
    reader.finish()
  }
}
