/// One thing found in a file that was handed over: where it stands, what was written there, which
/// rule it meets, and what to do about it.
public struct Fault: Sendable, Equatable {
  /// How much it weighs.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Said so that nothing happens unseen; nothing needs doing.
    case note
    /// Worth asking about; an honest file may hold it, so it is kept.
    case query
    /// Cannot be kept as it stands: it refuses the row, and with it the file.
    case fault

    public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

    private var weight: Int {
      switch self {
      case .note: 0
      case .query: 1
      case .fault: 2
      }
    }
  }

  public let severity: Severity
  /// Name of the file without its folder.
  public let file: String
  /// Line of the file, counted from 1; nil where it concerns the file as a whole.
  public let line: Int?
  /// Name of the column or element as the return calls it.
  public let column: String?
  /// What was written there, at most 80 characters of it; nil where that says nothing.
  public let value: String?
  /// Number of the official rule where one fits (`141`, `SW13STG1`), else a name of Kith's own that
  /// begins with `KITH-`.
  public let rule: String
  /// What is wrong, in a sentence.
  public let message: String
  /// What to do now, in a sentence.
  public let remedy: String

  public init(
    severity: Severity, file: String, line: Int? = nil, column: String? = nil,
    value: String? = nil, rule: String, message: String, remedy: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.rule = rule
    self.message = message
    self.remedy = remedy
  }
}

extension Fault: CustomStringConvertible {
  /// `episodes.csv, line 12, DECOM "31/02/2026": … (141)`
  public var description: String {
    var text = file
    if let line { text += ", line \(line)" }
    if let column { text += ", \(column)" }
    if let value { text += " \"\(value)\"" }
    return "\(text): \(message) \(remedy) (\(rule))"
  }
}
