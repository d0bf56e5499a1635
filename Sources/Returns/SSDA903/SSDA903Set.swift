import Practice

/// Reads the files of one SSDA903 return, one after the other: the files share what they say of the
/// same children.
///
/// Read them in the order of `FolderPlan`, the header first: then a row about a child whom no header
/// names is a fault. A set is read by one task at a time.
public final class SSDA903Set {
  /// Rows of one file after which reading stops: the tables of all England hold a tenth of it.
  public static let mostRows = 5_000_000

  public let year: CollectionYear
  private let book = ChildBook()

  public init(year: CollectionYear) { self.year = year }

  /// Reads one file, CSV or XML, row by row.
  ///
  /// Each row without a fault goes to `take` as soon as it is read; what is wrong with the others is
  /// told, all of it. Faults that show only when rows are seen together are told at the end, after
  /// their rows were taken: so a file is good only when the report says that it has no faults, and
  /// what was taken from it must be let go when it has.
  ///
  /// - Parameters:
  ///   - keeping: how many faults, queries and notes each the report keeps.
  ///   - each: called with every fault, query and note as it is found.
  ///   - watch: sees every byte of the file once, in order (for a digest, for progress).
  /// - Throws: only what `take` throws; reading then stops.
  public func read<Failure: Error>(
    _ input: Input, keeping: Int = 1000, each: ((Fault) -> Void)? = nil,
    watch: ((UnsafeRawBufferPointer) -> Void)? = nil,
    into take: (Statement) throws(Failure) -> Void
  ) throws(Failure) -> FileReport {
    let log = FaultLog(file: input.name, keeping: keeping, each: each)
    guard let source = ByteSource(input, log: log, watch: watch) else {
      return FileReport(log: log, tables: [], rows: 0, good: 0, bytes: 0)
    }
    var good = 0
    var outside = RowsOutside(year)
    let (tables, rows): ([Table], Int)
    if source.isXML {
      let form = XMLForm(source, year: year, book: book, log: log)
      while let statement = form.next() {
        good += 1
        outside.see(statement)
        try take(statement)
      }
      (tables, rows) = (form.tables, form.rows)
    } else {
      let form = CSVForm(source, year: year, book: book, log: log)
      while let statement = form.next() {
        good += 1
        outside.see(statement)
        try take(statement)
      }
      (tables, rows) = (form.table.map { [$0] } ?? [], form.rows)
    }
    outside.tell(log)
    source.tellIfChanged()
    return FileReport(
      log: log, tables: tables, rows: rows, good: good, bytes: source.position)
  }
}

/// Counts the rows of a file that no collection of the year can hold: a file of another year.
private struct RowsOutside {
  private let year: CollectionYear
  private var dated = 0
  private var after = 0
  private var before = 0

  init(_ year: CollectionYear) { self.year = year }

  mutating func see(_ statement: Statement) {
    let (from, until): (Day, Day?)
    switch statement {
    case .episode(let row): (from, until) = (row.period.from, row.period.until)
    case .worker(let row): (from, until) = (row.period.from, nil)
    // Reviews of a child's whole time in care are handed over by many.
    case .review, .header, .other: return
    }
    dated += 1
    if from > year.last { after += 1 }
    if let until, until < year.first { before += 1 }
  }

  /// One fault where most rows lie outside: each by itself is only asked about, and a handful proves
  /// nothing.
  func tell(_ log: FaultLog) {
    guard dated >= 10, 2 * max(after, before) > dated else { return }
    log.refuseWhole(
      rule: ReaderRule.year,
      "\(max(after, before)) of \(dated) rows are of \(after > before ? "a later" : "an earlier") "
        + "year than the collection that ends on \(year.last.inWords).",
      "Say the collection year of this return.")
  }
}
