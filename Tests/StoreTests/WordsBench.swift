import Practice
import Testing

@testable import Store

/// A record of notes that are found by their words.
struct WordsBench {
  static let note = Table(
    "note", .fact, key: ["family", "day", "id"],
    searched: Table.Searched("title", "words", by: "day"),
    [
      Column("family", .id), Column("day", .day), Column("title", .text), Column("words", .text),
    ])
  static let schema = Schema([Schema.Version(1, creates: [note])])
  static let friday = Day(number: 20_000)
  static let marshes: ID<Family> = SmallRecord.id(700)
  static let osmans: ID<Family> = SmallRecord.id(701)

  let backups: BackupBench
  var record: SmallRecord { backups.record }
  var store: Store { record.store }

  init() async throws { backups = try await BackupBench(Self.schema) }

  func remove() { record.remove() }

  /// One note as a fact: `number` is its id.
  static func fact(
    _ number: UInt64, _ words: String, title: String = "", on day: Day = friday,
    of family: ID<Family> = marshes, supersedes: UInt64? = nil, withdrawn: Bool = false
  ) -> FactRow {
    FactRow(
      note, id: SmallRecord.id(number) as ID<Fact>,
      supersedes: supersedes.map { SmallRecord.id($0) },
      because: supersedes.map { _ in "misheard" },
      withdrawn: withdrawn, [family.bound, day.bound, title.bound, words.bound])
  }

  /// All of them in one telling.
  func tell(_ telling: UInt64, _ facts: [FactRow], by authority: Authority? = nil) async throws {
    let number = (authority ?? record.authority).number
    try await store.write { writing in
      try writing.tell(
        SmallRecord.telling(telling, after: Int(telling)), authority: number, facts)
    }
  }

  func tell(_ number: UInt64, _ words: String) async throws {
    try await tell(number, [Self.fact(number, words)])
  }

  struct Found: Equatable {
    var notes: [UInt64] = []
    var hasMore = false
    var goesOn = false
  }

  static func ask(
    _ reading: Reading, _ typed: String, _ authority: Int, most: Int = 20,
    where condition: SQL = "1 = 1"
  ) throws -> Found {
    let found = try reading.found(
      WordsAsked(typed), in: note, authority: authority, most: most, "f.words, f.id",
      where: condition
    ) { row in (row.id(1) as ID<Fact>).low & ~0x8000_0000_0000_0000 }
    return Found(notes: found.values, hasMore: found.hasMore, goesOn: found.goesOn)
  }

  func ask(
    _ typed: String, most: Int = 20, in store: Store? = nil, where condition: SQL = "1 = 1"
  ) async throws -> Found {
    let authority = record.authority.number
    return try await (store ?? self.store).read {
      try Self.ask($0, typed, authority, most: most, where: condition)
    }
  }

  func notes(_ typed: String, in store: Store? = nil) async throws -> [UInt64] {
    try await ask(typed, in: store).notes
  }
}
