import Practice
import Store

/// The deed of opening a record without a tie to the family, for a stated reason and a while.
struct OpenRecord: Sendable {
  let opening: Opening
  let telling: ID<Telling>

  /// False where there is nothing that the reader may open: no such family, a locked record, a family
  /// of their own. Which of them it is, nobody is told.
  func tell(in store: Store, by reader: Reader, _ authority: Int) async throws -> Bool {
    try await store.write { writing in
      let standing = try AccessDesk.standing(writing.reading, authority, of: opening.family)
      guard let standing, standing.canBeOpened(by: reader) else { return false }
      try writing.tell(
        TellingRow(
          .openRecord, id: telling, by: opening.account, recorded: opening.begun,
          happened: reader.today, family: opening.family),
        authority: authority,
        [AccessRecords.opening(opening, fact: ID(high: telling.high, low: telling.low))])
      return true
    }
  }
}

/// The deed of saying whether a record was rightly opened.
struct ReviewOpening: Sendable {
  let opening: ID<Fact>
  let isJustified: Bool
  let words: String
  let reviewer: String
  let telling: ID<Telling>
  let recorded: Instant

  func tell(in store: Store, _ family: ID<Family>, _ authority: Int) async throws {
    try await store.write { writing in
      try writing.tell(
        TellingRow(
          .reviewOpening, id: telling, by: reviewer, recorded: recorded, family: family),
        authority: authority,
        [
          AccessRecords.review(
            of: opening, isJustified: isJustified, words: words, reviewer: reviewer,
            fact: ID(high: telling.high, low: telling.low))
        ])
    }
  }
}
