import Practice

/// Reads the children's social work workforce census: one XML file for an authority and a year.
public enum WorkforceCensus {
  /// Reads the file worker by worker, as `CINCensus.read` does child by child.
  /// - Parameter authority: the code of the authority whose census it is to be; nil takes any.
  public static func read<Failure: Error>(
    _ input: Input, authority: String? = nil, keeping: Int = 1000, each: ((Fault) -> Void)? = nil,
    watch: ((UnsafeRawBufferPointer) -> Void)? = nil,
    into take: (WorkforceStatement) throws(Failure) -> Void
  ) throws(Failure) -> FileReport {
    let log = FaultLog(file: input.name, keeping: keeping, each: each)
    guard let source = ByteSource(input, log: log, watch: watch) else {
      return FileReport(log: log, rows: 0, good: 0, bytes: 0)
    }
    let records = XMLRecords(
      source, log: log, root: "Message", wrappers: ["Message"],
      records: ["Header", "LALevelVacancies", "CSWWWorker"])
    let reader = WorkforceReader(log: log)
    var (rows, good) = (0, 0)
    while let record = records.next() {
      switch record.name {
      case "Header":
        record.tellUnless(authority, log)
        if let header = reader.header(record) { try take(.header(header)) }
      case "LALevelVacancies":
        try take(.vacancies(record.leaves(path: record.name)))
      case "CSWWWorker":
        rows += 1
        guard let worker = reader.worker(record) else { continue }
        good += 1
        try take(.worker(worker))
      default: continue
      }
    }
    if rows == 0, log.faults == 0 {
      log.tell(
        .fault, rule: ReaderRule.table, "The file holds no worker.",
        "Each worker is to be an element CSWWWorker.")
    }
    source.tellIfChanged()
    return FileReport(
      log: log, contents: ["CSWW"], rows: rows, good: good, bytes: source.position)
  }
}
