public import Practice
public import Store

/// The deed of telling that somebody was met: one encounter, one transaction, one telling.
///
/// The telling's id is made when the form is shown and comes back with it, so that the same form sent
/// twice is kept once. The encounter is named by the same bits: whoever sends the form again can be
/// told whether what is kept is what they wrote.
public struct RecordEncounter: Sendable {
  public let encounter: Encounter
  public let telling: ID<Telling>
  /// The account's name.
  public let teller: String
  public let recorded: Instant

  public init(
    _ encounter: Encounter, telling: ID<Telling>, by teller: String, recorded: Instant
  ) {
    self.encounter = encounter
    self.telling = telling
    self.teller = teller
    self.recorded = recorded
  }

  /// Tells it in the transaction of `writing`. Told before, it adds nothing.
  @discardableResult
  public func tell(_ writing: Writing, _ authority: Int) throws -> Kept {
    try writing.tell(
      TellingRow(
        .recordEncounter, id: telling, by: teller, recorded: recorded, happened: encounter.day,
        family: encounter.family),
      authority: authority, RelationshipRecords.encounter(encounter))
  }
}

extension RecordEncounter {
  /// Tells it in a transaction of its own.
  /// - Throws: `RecordEncounterRefusal.toldOtherwise` where the same telling was kept before and says
  ///   something else: it stands as it was. `StoreRefusal`.
  func tell(in store: Store, _ authority: Int) async throws {
    try await store.write { writing in
      guard try tell(writing, authority).already else { return }
      let family = try FamilyDesk.members(writing.reading, authority, of: [encounter.family])
      let kept = try RelationshipDesk.encounter(
        writing.reading, authority, encounter.id, met: Set(family.map(\.person)).sorted())
      guard kept == encounter else { throw RecordEncounterRefusal.toldOtherwise }
    }
  }

  /// The encounter that this telling keeps.
  static func encounter(of telling: ID<Telling>) -> ID<Encounter> {
    ID(high: telling.high, low: telling.low)
  }
}

/// Why a meeting is not written down.
enum RecordEncounterRefusal: Refusal, Equatable {
  /// The account belongs to nobody who meets families.
  case noPractitioner
  case toldOtherwise

  var what: String {
    switch self {
    case .noPractitioner: "You cannot write down a meeting."
    case .toldOtherwise: "You have written this meeting down before, and it stands as it was."
    }
  }

  var why: String {
    switch self {
    case .noPractitioner:
      "Whoever met a family writes it down themselves, and your account does not say who you are "
        + "among those who meet families."
    case .toldOtherwise: "What you have typed now is not the same, and was not kept."
    }
  }

  var remedy: String {
    switch self {
    case .noPractitioner:
      "Ask the person who looks after Kith to make you an account with your registration number."
    case .toldOtherwise:
      "If it was another meeting, send it again, and it is kept as one more. If you meant to change "
        + "what is kept, that cannot be done yet: leave this page."
    }
  }
}
