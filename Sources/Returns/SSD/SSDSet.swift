/// Reads the files of one extract of the Standard Safeguarding Dataset, one after the other, in the
/// order of `SSDPlan`: people before who was alongside them.
public final class SSDSet {
  private var ids: [SSDTable: [String: Int]] = [:]

  public init() {}

  /// Reads one CSV file row by row, as `SSDA903Set.read` does.
  public func read<Failure: Error>(
    _ input: Input, keeping: Int = 1000, each: ((Fault) -> Void)? = nil,
    watch: ((UnsafeRawBufferPointer) -> Void)? = nil,
    into take: (SSDStatement) throws(Failure) -> Void
  ) throws(Failure) -> FileReport {
    let log = FaultLog(file: input.name, keeping: keeping, each: each)
    guard let source = ByteSource(input, log: log, watch: watch) else {
      return FileReport(log: log, rows: 0, good: 0, bytes: 0)
    }
    let csv = CSVReader(source, log: log)
    var (rows, good) = (0, 0)
    let table = columns(csv, log)
    if let table {
      let row = SSDRow(csv, names: csv.columnNames, table: table, log: log)
      var seen: [String: Int] = [:]
      while rows < SSDA903Set.mostRows, csv.next() {
        rows += 1
        guard row.fits() else { continue }
        let faultsBefore = log.faults
        let statement = statement(row, table, &seen)
        guard let statement, log.faults == faultsBefore, !csv.isSpoiled else { continue }
        good += 1
        try take(statement)
      }
      if rows == SSDA903Set.mostRows {
        log.tell(
          .fault, line: csv.line, rule: ReaderRule.rows,
          "The file has more than \(SSDA903Set.mostRows) rows.",
          "Check that this is the file you meant. It was read up to this line.")
      }
      ids[table] = seen
    }
    source.tellIfChanged()
    return FileReport(
      log: log, contents: table.map { [$0.rawValue] } ?? [], rows: rows, good: good,
      bytes: source.position)
  }

  private func columns(_ csv: CSVReader, _ log: FaultLog) -> SSDTable? {
    let faultsBefore = log.faults
    guard csv.next() else {
      if log.faults == faultsBefore {
        log.tell(
          .fault, line: 1, rule: ReaderRule.header, "The file is empty.",
          "Its first line must hold the names of the columns.")
      }
      return nil
    }
    let names = csv.cells.map { $0.trimmed.text(limit: 100).lowercased() }
    csv.columnNames = names
    guard let table = SSDTable.recognised(by: names) else {
      log.tell(
        .fault, line: csv.line, value: names.prefix(8).joined(separator: ","),
        rule: ReaderRule.table, "These columns are of no table that is read from this dataset.",
        "Hand over ssd_person, ssd_family, ssd_involvements, ssd_professionals or ssd_department.")
      return nil
    }
    for name in table.required where !names.contains(name) {
      log.tell(
        .fault, line: csv.line, column: name, rule: ReaderRule.column,
        "The column \(name) is missing.", "Export the table again with it.")
    }
    for name in names where !table.columns.contains(name) && !name.isEmpty {
      log.tell(
        .note, line: csv.line, column: name, rule: ReaderRule.column,
        "This column is not part of the table; it is not kept.", "Nothing needs doing.")
    }
    return table.required.allSatisfy { names.contains($0) } ? table : nil
  }

  private func statement(_ row: SSDRow, _ table: SSDTable, _ seen: inout [String: Int])
    -> SSDStatement?
  {
    switch table {
    case .department: return row.department(&seen).map { .department($0) }
    case .professionals: return row.professional(&seen).map { .professional($0) }
    case .person: return row.person(&seen).map { .person($0) }
    case .family:
      guard let link = row.family() else { return nil }
      row.askWhether(link.person, isIn: ids[.person], "fami_person_id")
      return .family(link)
    case .involvements:
      guard let involvement = row.involvement() else { return nil }
      row.askWhether(involvement.person, isIn: ids[.person], "invo_person_id")
      row.askWhether(involvement.professional, isIn: ids[.professionals], "invo_professional_id")
      return .involvement(involvement)
    }
  }
}
