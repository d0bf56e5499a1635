/// One thing that was looked at: how it is, and what to do where it is not as it should be.
public struct Finding: Sendable, Equatable, Encodable {
  public enum Severity: String, Sendable, Encodable {
    case good
    /// Somebody should look at it soon; Kith does its work.
    case look
    /// The work, or what was told, is in danger.
    case wrong
  }

  /// What was looked at, in a word or two.
  public internal(set) var about = ""
  public let severity: Severity
  public let sentence: String
  /// Nil where nothing needs to be done.
  public let remedy: String?

  static func good(_ sentence: String) -> Finding {
    Finding(severity: .good, sentence: sentence, remedy: nil)
  }

  static func look(_ sentence: String, _ remedy: String) -> Finding {
    Finding(severity: .look, sentence: sentence, remedy: remedy)
  }

  static func wrong(_ sentence: String, _ remedy: String) -> Finding {
    Finding(severity: .wrong, sentence: sentence, remedy: remedy)
  }
}
