import Practice

/// Reads the children in need census: one XML file for an authority and a year.
public enum CINCensus {
  /// Reads the file child by child.
  ///
  /// A child without a fault goes to `take` as soon as they are read; the header goes first. What is
  /// wrong is told, all of it; as one identifier in two children shows only at the second, a file is
  /// good only when the report says that it has no faults.
  ///
  /// - Parameters:
  ///   - year: the collection year; nil to take the one that the file's header states.
  ///   - authority: the code of the authority whose census it is to be; nil takes any.
  ///   - keeping: how many faults, queries and notes each the report keeps.
  ///   - each: called with every fault, query and note as it is found.
  ///   - watch: sees every byte of the file once, in order.
  /// - Throws: only what `take` throws; reading then stops.
  public static func read<Failure: Error>(
    _ input: Input, year: CollectionYear? = nil, authority: String? = nil, keeping: Int = 1000,
    each: ((Fault) -> Void)? = nil, watch: ((UnsafeRawBufferPointer) -> Void)? = nil,
    into take: (CINStatement) throws(Failure) -> Void
  ) throws(Failure) -> FileReport {
    let log = FaultLog(file: input.name, keeping: keeping, each: each)
    guard let source = ByteSource(input, log: log, watch: watch) else {
      return FileReport(log: log, rows: 0, good: 0, bytes: 0)
    }
    let records = XMLRecords(
      source, log: log, root: "Message", wrappers: ["Message", "Children"],
      records: ["Header", "Child"])
    var (rows, good) = (0, 0)
    var reader: CINReader?
    while let record = records.next() {
      if record.name == "Header" {
        guard reader == nil, let header = header(record, asked: year, log) else { continue }
        record.tellUnless(authority, log)
        reader = CINReader(year: header.year, log: log)
        try take(.header(header))
        continue
      }
      rows += 1
      guard let reader = reader ?? year.map({ CINReader(year: $0, log: log) }) else {
        tellNoYear(record, log)
        break
      }
      if let child = reader.child(record) {
        good += 1
        try take(.child(child))
      }
    }
    if rows == 0, log.faults == 0 {
      log.tell(
        .fault, rule: ReaderRule.table, "The file holds no child.",
        "Each child is to be an element Child within Children.")
    }
    source.tellIfChanged()
    return FileReport(
      log: log, contents: ["CIN"], rows: rows, good: good, bytes: source.position)
  }

  private static func header(
    _ record: Element, asked: CollectionYear?, _ log: FaultLog
  ) -> CINHeader? {
    let details = record["CollectionDetails"] ?? record
    if let collection = details["Collection"], collection.text != "CIN" {
      log.tell(
        .fault, line: collection.line, column: "Collection", value: collection.text,
        rule: ReaderRule.table, "This is not the CIN census.", "Hand over a file of the census.")
    }
    let check = ElementCheck(log: log, year: 0)
    let referenceDay = check.day("ReferenceDate", of: details, rule: "100")
    let stated = details["Year"].flatMap { Int($0.text) }
    if let asked, let stated, stated != asked.number {
      log.refuseWhole(
        line: details["Year"]?.line, column: "Year", value: "\(stated)",
        rule: ReaderRule.year,
        "The file says that it is of \(stated), and it was handed over as that of \(asked.number).",
        "Say the year of the file, or hand over the file of that year.")
    }
    guard let year = asked ?? stated.flatMap({ CollectionYear($0) }) else { return nil }
    if let referenceDay, referenceDay != year.last {
      check.ask(
        details, "ReferenceDate", "100",
        "The census of \(year.number) is as at \(year.last.inWords).")
    }
    return CINHeader(
      line: record.line, year: year, referenceDay: referenceDay,
      authority: record["Source"].flatMap { check.text("LEA", of: $0) })
  }

  private static func tellNoYear(_ record: Element, _ log: FaultLog) {
    let known = CollectionYear.known
    log.tell(
      .fault, line: record.line, column: "Year", rule: ReaderRule.year,
      "Before the first child, no header says which of the collections \(known.lowerBound) to "
        + "\(known.upperBound) this is.",
      "Say the collection year when handing the file over.")
  }
}
