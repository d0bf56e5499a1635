/// Whether somebody may, and by what tie; or why not.
public enum AccessDecision: Sendable, Equatable {
  case yes(Tie)
  /// Nothing but this: the record is locked, and whom to call about it.
  case call(String)
  case no(Refused)

  public enum Refused: Sendable, Equatable {
    /// Their role does not go with it.
    case role
    /// Nothing ties them to the family.
    case noTie
    /// The record is locked, and they are not named.
    case restricted
    /// It is a family of their own.
    case conflict
  }

  public var isYes: Bool { if case .yes = self { true } else { false } }
}

extension FamilyStanding {
  /// False for a locked record that does not name the reader, and for a family of their own: no reason
  /// opens these.
  public func canBeOpened(by reader: Reader) -> Bool {
    if isConflicted(reader.practitioner, on: reader.today) { return false }
    return locks(on: reader.today).allSatisfy { names(reader, for: $0) }
  }
}

extension AccessPolicy {
  /// Of the service as a whole.
  public func decide(_ matter: Matter, _ role: AccountRole) -> AccessDecision {
    allows(role, .none, matter) ? .yes(.none) : .no(.role)
  }

  /// Of one family, or of one person: nothing that is locked is shown to anybody who is not named, to
  /// whom it is of their own it is never shown, and the Front Door learns whom to call.
  public func decide(
    _ matter: Matter, _ reader: Reader, of standing: FamilyStanding
  ) -> AccessDecision {
    let ties = standing.ties(of: reader)
    if !standing.canBeOpened(by: reader) {
      guard !standing.isConflicted(reader.practitioner, on: reader.today),
        let lock = standing.locks(on: reader.today).first(where: {
          !standing.names(reader, for: $0)
        })
      else { return .no(.conflict) }
      return matter == .find && reader.role == .frontDoor ? .call(lock.call) : .no(.restricted)
    }
    if let tie = ties.first(where: { allows(reader.role, $0, matter) }) { return .yes(tie) }
    return .no(ties == [.none] ? .noTie : .role)
  }
}
