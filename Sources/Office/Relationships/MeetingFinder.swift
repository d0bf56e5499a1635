import Practice
import Store

/// A meeting that was found by what was written of it.
struct MeetingFound: Sendable {
  let family: ID<Family>
  let day: Day
  let kind: Encounter.Kind
  let place: Encounter.Place?
  let title: Excerpt
  let words: Excerpt
}

/// The answer to a search in what was written of meetings.
struct MeetingsFound: Sendable {
  let asked: WordsAsked
  /// The newest first.
  var meetings: [MeetingFound] = []
  var families: [ID<Family>: Family] = [:]
  var hasMore = false
}

/// Finds meetings by the words of their titles and of what was written of them.
struct MeetingFinder {
  /// As many as a page shows.
  static let most = 20

  let reading: Reading
  let authority: Int

  /// - Parameter condition: leaves out families that the reader may not see, as a condition of the store's
  ///   own question on `f.family`. Nothing of the answer tells what was left out.
  func find(_ asked: WordsAsked, where condition: SQL = "1 = 1") throws -> MeetingsFound {
    var answer = MeetingsFound(asked: asked)
    let found = try reading.found(
      asked, in: RelationshipTables.encounter, authority: authority, most: Self.most,
      "f.family, f.day, f.kind, f.place, f.title, f.words", where: condition
    ) { row in
      (
        family: row.id(0) as ID<Family>, day: row.day(1), kind: row.code(2) ?? Encounter.Kind.other,
        place: row.code(3, as: Encounter.Place.self), title: row.text(4), words: row.text(5)
      )
    }
    answer.hasMore = found.hasMore
    answer.meetings = found.values.map { one in
      MeetingFound(
        family: one.family, day: one.day, kind: one.kind, place: one.place,
        title: Excerpt(all: one.title, asked, goingOn: found.goesOn),
        words: Excerpt(of: one.words, asked, goingOn: found.goesOn))
    }
    let families = try FamilyDesk.families(
      reading, authority, Set(answer.meetings.map(\.family)))
    answer.families = Dictionary(families.map { ($0.id, $0) }) { _, later in later }
    return answer
  }
}
