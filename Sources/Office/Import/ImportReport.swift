public import Returns

/// What became of each file that was handed over.
public struct ImportReport: Sendable {
  public struct File: Sendable {
    public let name: String
    /// Rows read, and of these the rows whose facts are in the store now.
    public let rows: Int
    public let kept: Int
    /// Facts that this file added; rows that only repeat what was known add none.
    public let added: Int
    public let faults: Int
    public let queries: Int
    public let notes: Int
    /// The first of them; the whole list goes to whoever asked for it while the file was read.
    public let firstFaults: [Returns.Fault]
    public let outcome: Outcome
    public let seconds: Double
  }

  public enum Outcome: Sendable, Equatable {
    case kept
    /// The same file had been kept before: nothing was added.
    case keptBefore
    /// Its faults refuse it; nothing of it was kept.
    case refused
    /// Rows at fault were left out at the reader's own wish; the others are kept.
    case keptGoodRows
  }

  public var files: [File] = []
  /// Files of the folder that are no part of the return.
  public var leftAlone: [String] = []

  public var isGood: Bool { files.allSatisfy { $0.outcome == .kept || $0.outcome == .keptBefore } }

  public init() {}
}
