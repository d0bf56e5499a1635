/// What ties somebody to a family today: involvement gives access (fact book 7.1).
public enum Tie: String, Sendable, CaseIterable {
  /// They walk alongside a child of the family.
  case own
  /// A colleague of their team is the family's social worker.
  case team
  /// Joint work was agreed, from a day until another.
  case jointWork
  /// They chair the conferences or review the care of a child.
  case review
  /// The record is in a sample for audit.
  case sampled
  /// They were instructed in a matter of the family.
  case instructed
  /// They are a named reader of a locked record.
  case named
  /// They opened the record, and said why.
  case opened
  /// Nothing.
  case none

  public var words: String {
    switch self {
    case .own: "walks alongside the family"
    case .team: "works in the family’s team"
    case .jointWork: "works jointly with the family’s social worker"
    case .review: "reviews the child’s care, or chairs the conference"
    case .sampled: "audits the record"
    case .instructed: "is instructed in a legal matter"
    case .named: "is a named reader of this locked record"
    case .opened: "opened the record for a stated reason"
    case .none: "has no tie to the family"
    }
  }
}
