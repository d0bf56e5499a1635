/// What came of reading one file.
public struct FileReport: Sendable {
  /// Name of the file without its folder.
  public let file: String
  /// The tables of the SSDA903 that were found in it: one in a CSV file, several in the XML form,
  /// none where it is no such return.
  public let tables: [Table]
  /// What was found in it, by the names that the return uses: `sw_episodes`, `ssd_person`, `CIN`.
  public let contents: [String]
  /// Rows of data that were read.
  public let rows: Int
  /// Rows in which no fault was found by themselves, all of which were handed on.
  public let good: Int
  /// Places of rows, counted from 1 in the order in which they were handed on, that turned out to
  /// be at fault beside others: all that must be let go to keep the good rows of a refused file.
  public let takenBack: Set<Int>
  /// Bytes that were read.
  public let bytes: Int
  /// How many were found of each weight.
  public private(set) var faults: Int
  /// True where it cannot be kept even without its rows at fault: it is of another authority or year.
  public private(set) var refusesWhole: Bool
  public let queries: Int
  public let notes: Int
  /// The first found of each weight, in the order found.
  public private(set) var kept: [Fault]
  /// The lines on which at least one fault was found.
  public let linesAtFault: Set<Int>

  /// The same, where what was read turned out not to be what was announced.
  public func changedMeanwhile(_ each: (Fault) -> Void) -> FileReport {
    var report = self
    let fault = Fault(
      severity: .fault, file: file, rule: ReaderRule.changed,
      message: "Another file was put in its place while it was being read.",
      remedy: "Wait until whatever writes it has finished, and read it again.")
    report.faults += 1
    report.refusesWhole = true
    report.kept.append(fault)
    each(fault)
    return report
  }

  /// True where nothing speaks against keeping the file.
  public var isGood: Bool { faults == 0 }

  init(
    log: FaultLog, tables: [Table] = [], contents: [String]? = nil, rows: Int, good: Int,
    bytes: Int
  ) {
    file = log.file
    self.tables = tables
    self.contents = contents ?? tables.map(\.rawValue)
    self.rows = rows
    self.good = good
    self.bytes = bytes
    faults = log.faults
    refusesWhole = log.refusesWhole
    queries = log.queries
    notes = log.notes
    kept = log.kept
    takenBack = log.takenBack
    linesAtFault = Set(log.linesAtFault)
  }
}
