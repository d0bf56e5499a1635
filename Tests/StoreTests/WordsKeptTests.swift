import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// The index of words is made from facts: behind walls, checked against them, and made anew.
@Suite struct WordsKeptTests {
  /// Two authorities with a note each, and a third note of the first.
  private func two() async throws -> (WordsBench, Authority) {
    let bench = try await WordsBench()
    let other = try await bench.store.addAuthority(
      code: "999", name: "Marlhaven", now: SmallRecord.morning)
    try await bench.tell(1, "our kite")
    try await bench.tell(2, [WordsBench.fact(2, "their kite, a secret")], by: other)
    try await bench.tell(3, "our bus")
    return (bench, other)
  }

  @Test func oneAuthorityFindsNothingOfAnothers() async throws {
    let (bench, other) = try await two()
    defer { bench.remove() }
    for store in [bench.store, bench.store.of(bench.record.authority)] {
      #expect(try await bench.notes("kite", in: store) == [1])
      #expect(try await bench.notes("secret", in: store) == [])
    }
    let theirs = try await bench.store.of(other).read {
      try WordsBench.ask($0, "kite", other.number).notes
    }
    #expect(theirs == [2])
  }

  @Test(.enabled(if: !Ground.isFile)) func behindTheWallNoQuestionLeadsToAnothersWords()
    async throws
  {
    let (bench, other) = try await two()
    defer { bench.remove() }
    let mine = bench.store.of(bench.record.authority)
    // Asking for another authority, asking the function for its sign, and reading the words themselves.
    let asked = try await mine.read { try WordsBench.ask($0, "secret", other.number).notes }
    #expect(asked == [])
    for words in ["'=\(other.number)'", "'secret'", "'=\(other.number)' & 'secret'", "!'nothing'"] {
      let found = try await mine.read { reading in
        try reading.all("SELECT found_id FROM note_words_found(\(words), NULL, NULL, 10)") {
          ($0.id(0) as ID<Fact>).low & 0xFF
        }
      }
      #expect(found.allSatisfy { $0 != 2 }, "\(words) found \(found)")
    }
    let all = try await mine.read {
      try $0.all("SELECT id FROM note_words") { $0.id(0) as ID<Fact> }
    }
    #expect(Set(all.map { $0.low & 0xFF }) == [1, 3])
    for statement in [
      "UPDATE note_words SET day = day", "DELETE FROM note_words",
      "INSERT INTO note_words SELECT 2, day, id, words FROM note_words",
      "CREATE OR REPLACE FUNCTION note_words_found(text, date, uuid, bigint) RETURNS bigint LANGUAGE "
        + "sql AS 'SELECT 1'",
    ] {
      await #expect(throws: StoreRefusal.self) {
        try await mine.write { _ = try $0.run(SQL(made: statement)) }
      }
    }
    #expect(try await bench.store.verify().ok)
  }

  @Test(.enabled(if: !Ground.isFile)) func theServerGoesByItsIndexOfWords() async throws {
    let bench = try await WordsBench()
    defer { bench.remove() }
    let facts = (1...3000 as ClosedRange<UInt64>).map { number in
      WordsBench.fact(
        number, number == 5 ? "a heron" : "a bus", on: WordsBench.friday - Int(number))
    }
    try await bench.tell(1, facts)
    let plan = try await bench.store.of(bench.record.authority).write { writing in
      // What the function asks, planned as its owner asks it.
      try writing.run("SET LOCAL ROLE NONE")
      let words = PostgreSQLWords.table(of: WordsBench.note)
      return try writing.reading.all(
        SQL(
          made: "EXPLAIN " + PostgreSQLWords.question(words, "$1"),
          [.integer(1), .text("'=1' & 'heron'"), .null, .null, .integer(20)])
      ) { $0.text(0) }.joined(separator: "\n")
    }
    #expect(plan.contains("note_words_by_word"), "\(plan)")
  }

  private static let tampers: [(file: [String], server: [String], finds: String)] = [
    (
      ["DELETE FROM note_words_at WHERE place = (SELECT min(place) FROM note_words_at)"],
      ["DELETE FROM note_words WHERE id = (SELECT id FROM note WHERE words = 'our kite')"],
      "Rows of note cannot be found by their words: 1, the first \(SmallRecord.id(1) as ID<Fact>)"
    ),
    (
      ["INSERT INTO note_words (rowid, words) SELECT min(place), 'forged' FROM note_words_at"],
      [
        "UPDATE note_words SET words = words || 'forged'::tsvector WHERE id = "
          + "(SELECT id FROM note WHERE words = 'our kite')"
      ],
      "Rows of note are found by other words than theirs: 1, the first \(SmallRecord.id(1) as ID<Fact>)"
    ),
    (
      [
        "INSERT INTO note_words (note_words, rowid, words) "
          + "SELECT 'delete', min(place), 'kite' FROM note_words_at"
      ],
      [
        "UPDATE note_words SET words = ts_delete(words, 'kite') WHERE id = "
          + "(SELECT id FROM note WHERE words = 'our kite')"
      ],
      "Rows of note are found by other words than theirs: 1, the first \(SmallRecord.id(1) as ID<Fact>)"
    ),
    (
      [
        "INSERT INTO note_words_at SELECT max(place) + 1, 1, zeroblob(16) FROM note_words_at",
        "INSERT INTO note_words (rowid, words) SELECT max(place), 'kite' FROM note_words_at",
      ],
      [
        "INSERT INTO note_words SELECT authority, day, gen_random_uuid(), words FROM note_words LIMIT 1"
      ],
      "Words are kept of 1 rows of note that nobody told."
    ),
    (
      ["INSERT INTO note_words (rowid, words) VALUES (77, 'kite')"],
      [
        "UPDATE note_words SET day = day + 1 WHERE id = (SELECT id FROM note WHERE words = 'our bus')"
      ],
      "Words are kept of 1 rows of note that nobody told."
    ),
    (
      ["DROP TABLE note_words_seen"], ["DROP INDEX note_words_by_word"],
      Ground.isFile ? "note_words_seen is missing" : "note_words_by_word is missing"
    ),
    (
      [
        "UPDATE note_words_at SET place = place + 16777216 WHERE place = (SELECT max(place) FROM note_words_at)"
      ],
      ["ALTER TABLE note_words DISABLE ROW LEVEL SECURITY"],
      Ground.isFile
        ? "Rows of note cannot be found by their words" : "note_words is missing or asleep"
    ),
    (
      ["INSERT INTO note_words (note_words) VALUES ('delete-all')"],
      [
        "ALTER FUNCTION note_words_found(text, date, uuid, bigint) RESET search_path"
      ],
      Ground.isFile ? "are found by other words than theirs: 3" : "note_words_found is missing"
    ),
  ]

  @Test(arguments: tampers.indices) func aCheckNamesWhatIsMissingTooMuchOrAltered(
    _ place: Int
  ) async throws {
    let (bench, _) = try await two()
    defer { bench.remove() }
    let before = try await bench.store.verify()
    #expect(before.ok, "\(before.findings)")
    let tamper = Self.tampers[place]
    try await bench.store.write { writing in
      for statement in Ground.isFile ? tamper.file : tamper.server {
        try writing.run(SQL(made: statement))
      }
    }
    let after = try await bench.store.verify()
    #expect(!after.ok)
    #expect(after.findings.contains { $0.contains(tamper.finds) }, "\(after.findings)")
    // The facts themselves are as they were.
    #expect(after.firstBroken == nil)
  }

  @Test func aRestoreMakesTheWordsAnew() async throws {
    let (bench, _) = try await two()
    defer { bench.remove() }
    try await bench.tell(4, [WordsBench.fact(4, "our red kite", supersedes: 1)])
    _ = try await bench.backups.backUp()
    _ = try await bench.backups.restore(schema: WordsBench.schema)
    let restored = try await bench.backups.open("restored.db", WordsBench.schema)
    defer { try? restored.close() }
    #expect(try await bench.notes("kite", in: restored) == [4])
    #expect(try await bench.notes("bus", in: restored) == [3])
    let check = try await restored.verify()
    #expect(check.ok, "\(check.findings)")
  }

  @Test func aStoreAsItStoodEarlierIsFoundByTheWordsOfThen() async throws {
    let (bench, _) = try await two()
    defer { bench.remove() }
    try await bench.tell(4, [WordsBench.fact(4, "our red kite", supersedes: 1)])
    _ = try await bench.backups.backUp()
    _ = try await bench.backups.restore(until: SmallRecord.morning + 3, schema: WordsBench.schema)
    let restored = try await bench.backups.open("restored.db", WordsBench.schema)
    defer { try? restored.close() }
    #expect(try await bench.notes("kite", in: restored) == [1])
    #expect(try await bench.notes("red", in: restored) == [])
    #expect(try await restored.verify().ok)
  }

  @Test func aMoveMakesTheWordsAnewInAnyStore() async throws {
    let (bench, other) = try await two()
    defer { bench.remove() }
    let places = [
      bench.backups.place("moved.db"), Ground.location(in: bench.record.folder, "again"),
    ]
    var from = bench.store
    for place in places {
      _ = try await from.move(
        to: place, keeping: bench.record.folder.path, now: SmallRecord.morning
      ) { _ in }
      from = try await Store.open(
        at: place, keeping: bench.record.folder.path, schema: WordsBench.schema,
        now: SmallRecord.morning)
      #expect(try await bench.notes("kite", in: from) == [1])
      let theirs = try await from.of(other).read {
        try WordsBench.ask($0, "secret", other.number).notes
      }
      #expect(theirs == [2])
      let check = try await from.verify()
      #expect(check.ok, "\(check.findings)")
    }
    // Whatever is told after that is found beside it.
    let authority = bench.record.authority.number
    try await from.write { writing in
      try writing.tell(
        SmallRecord.telling(9, after: 9), authority: authority, [WordsBench.fact(9, "a new kite")])
    }
    #expect(try await bench.notes("kite", in: from) == [9, 1])
    try from.close()
  }
}
