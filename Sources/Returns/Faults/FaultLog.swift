/// What was found in one file: every fault is counted and passed on, and the first of each weight
/// are kept, so that a million faults do not fill the memory.
public final class FaultLog {
  /// Name of the file without its folder.
  public let file: String
  /// The first found of each weight, in the order in which they were found.
  public private(set) var kept: [Fault] = []
  /// How many were found of each weight.
  public private(set) var faults = 0
  public private(set) var queries = 0
  public private(set) var notes = 0
  /// Lines that hold at least one fault, in the order found; a line stands here once for each run
  /// of faults on it.
  public private(set) var linesAtFault: [Int] = []

  /// Whom what follows is about, put before every message: for forms in which a line number alone
  /// does not lead there.
  var subject: String?

  /// How many rows were found good by themselves so far.
  var goodRows = 0
  /// Places of good rows, counted from 1, that turned out to be at fault beside others.
  var takenBack: Set<Int> = []

  /// True where a fault is of the whole file: no row of it can be kept by itself.
  private(set) var refusesWhole = false

  private let keeping: Int
  private let each: ((Fault) -> Void)?
  private var told: Set<String> = []

  /// Keeps the first `keeping` faults, queries and notes each; `each` is called with every one.
  public init(file: String, keeping: Int = 1000, each: ((Fault) -> Void)? = nil) {
    self.file = file
    self.keeping = keeping
    self.each = each
  }

  /// Counts one more, and makes its words only where somebody will read them.
  func tell(
    _ severity: Fault.Severity, line: Int? = nil, column: String? = nil,
    value: @autoclosure () -> String? = nil, rule: String,
    _ message: @autoclosure () -> String, _ remedy: @autoclosure () -> String
  ) {
    let count = add(severity)
    if severity == .fault, let line, linesAtFault.last != line { linesAtFault.append(line) }
    guard count <= keeping || each != nil else { return }
    let fault = Fault(
      severity: severity, file: file, line: line, column: column,
      value: value().map { FaultLog.shortened($0) }, rule: rule,
      message: subject.map { "\($0): \(message())" } ?? message(), remedy: remedy())
    if count <= keeping { kept.append(fault) }
    each?(fault)
  }

  /// Tells a fault that no row has by itself: the file is of another authority or another year.
  func refuseWhole(
    line: Int? = nil, column: String? = nil, value: String? = nil, rule: String,
    _ message: String, _ remedy: String
  ) {
    refusesWhole = true
    tell(.fault, line: line, column: column, value: value, rule: rule, message, remedy)
  }

  /// Tells something once for the whole file, however often it is met: at its first line.
  func tellOnce(
    _ severity: Fault.Severity, about key: String, line: Int? = nil, column: String? = nil,
    value: @autoclosure () -> String? = nil, rule: String,
    _ message: @autoclosure () -> String, _ remedy: @autoclosure () -> String
  ) {
    guard told.count < 100_000, told.insert(key).inserted else { return }
    tell(
      severity, line: line, column: column, value: value(), rule: rule, message(), remedy())
  }

  private func add(_ severity: Fault.Severity) -> Int {
    switch severity {
    case .note:
      notes += 1
      return notes
    case .query:
      queries += 1
      return queries
    case .fault:
      faults += 1
      return faults
    }
  }

  /// At most 80 characters, with an ellipsis where more was written. Works on a prefix of the
  /// bytes, so that a value of a megabyte costs no more than a short one.
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > 80 else { return text }
    let scalars = String(text.unicodeScalars.prefix(81))
    guard scalars.unicodeScalars.count > 80 else { return text }
    return String(scalars.unicodeScalars.prefix(79)) + "…"
  }
}
