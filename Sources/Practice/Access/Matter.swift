/// What somebody may want to see or do, as far as the table of roles tells it apart (fact book 7.2).
public enum Matter: String, Sendable, CaseIterable {
  // Of one family.

  /// That they are known here: name, birth, family, who the social worker is.
  case find
  /// Who they are, where they live, who walks alongside, and on which days they were met.
  case people
  /// What was written of meeting them.
  case words
  /// To write down that they were met.
  case meet
  /// Who has looked at the record.
  case lookers

  // Of the service.

  /// Figures that name nobody.
  case service
  /// Who works where.
  case teams
  /// What was brought in from returns, and what was wrong with it.
  case returns
  /// To bring in a return.
  case bringIn
  /// Everything that is told, for another system.
  case feed
  /// To open a record without a tie, for a reason of one's daily work.
  case open
  /// To open a record without a tie because a child is not safe otherwise.
  case breakGlass
  /// To say whether a record was rightly opened.
  case review
  /// To lock a record, to name its readers, and to end that.
  case restrict
  /// To agree joint work, samples and instructions, and to say that a family is a colleague's own.
  case agree
  /// Who has looked, at any record.
  case looked
  /// To change what a role may see and do.
  case govern

  /// True for what is asked of one family; the rest is asked of the service as a whole.
  public var isOfFamily: Bool {
    switch self {
    case .find, .people, .words, .meet, .lookers: true
    default: false
    }
  }

  public var words: String {
    switch self {
    case .find: "find by name"
    case .people: "see who they are and who is alongside"
    case .words: "read what was written"
    case .meet: "write down a meeting"
    case .lookers: "see who has looked at their record"
    case .service: "see the figures of the service"
    case .teams: "see the teams"
    case .returns: "see what was brought in"
    case .bringIn: "bring in a return"
    case .feed: "read everything that is told, as another system"
    case .open: "open a record for a stated reason"
    case .breakGlass: "open a record in an emergency"
    case .review: "review why records were opened"
    case .restrict: "lock a record and name its readers"
    case .agree: "tie somebody to a family for a while"
    case .looked: "see who looked at any record"
    case .govern: "change what a role may see and do"
    }
  }
}
