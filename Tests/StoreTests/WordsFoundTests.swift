import Ground
import Practice
import Testing

@testable import Store

/// What was written is found by its words, and by the same ones in every store.
@Suite struct WordsFoundTests {
  private func told(_ words: [String]) async throws -> WordsBench {
    let bench = try await WordsBench()
    for (number, words) in zip(UInt64(1)..., words) { try await bench.tell(number, words) }
    return bench
  }

  @Test func everyWordHasToStandThereInAnyOrderAndTheLastMayBeABeginning() async throws {
    let bench = try await told(["The kite flew over the school", "A school day", "No kite today"])
    defer { bench.remove() }
    #expect(try await bench.notes("kite") == [3, 1])
    #expect(try await bench.notes("school kite") == [1])
    #expect(try await bench.notes("kite sch") == [1])
    #expect(try await bench.notes("kit school") == [])
    #expect(try await bench.notes("the kite the") == [1])
    #expect(try await bench.notes("a day") == [2])
  }

  @Test func theVeryWordsComeFirstAndBeginningsWhereThereIsRoom() async throws {
    let bench = try await told(["the bus", "the business", "a bus again", "busy"])
    defer { bench.remove() }
    #expect(try await bench.ask("bus", most: 1) == .init(notes: [3], hasMore: true))
    #expect(
      try await bench.ask("bus", most: 2) == .init(notes: [4, 3], hasMore: true, goesOn: true))
    #expect(try await bench.ask("bus") == .init(notes: [4, 3, 2, 1], goesOn: true))
    // Of two letters too many words begin.
    #expect(try await bench.ask("bu") == .init())
  }

  static let text =
    "Siân O’Brien, Llŷr and MÜLLER’s dog met محمد at 14b; 家庭. It’s Leo's “kite-string”."

  @Test(arguments: [
    "sian", "SIÂN", "Sia\u{302}n", "o'brien", "obrien", "O\u{2019}BRIEN", "llŷr", "llyr", "müller",
    "mullers", "Muller's", "محمد", "محم", "14b", "家庭", "its", "it's", "leo", "Leo's", "leos",
    "kite string", "kite-string", "STRING kite", "“kite", "leo sian",
  ])
  func noAccentCapitalOrMarkHidesAWord(_ typed: String) async throws {
    let bench = try await told([Self.text, "nothing of the kind"])
    defer { bench.remove() }
    #expect(try await bench.notes(typed) == [1])
  }

  @Test(arguments: [
    "leo OR mia", "leo AND NOT mia", "NEAR(leo mia)", "NEAR leo", "leo NOT", "leo -mia", "mia*",
    "words:leo", "{title words}: leo", "^leo", "\"leo mia\"", "leo & !mia", "leo | mia", "leo:*",
    "leo <-> mia", "'leo' 'mia'", "leo\\", "=1", "$1", "?1", "'); DROP TABLE note; --", "%", "_",
  ])
  func whatIsTypedIsWordsAndNeverASign(_ typed: String) async throws {
    let bench = try await told(["leo", "mia", "leo mia", "it said: \(typed)!"])
    defer { bench.remove() }
    let asked = WordsAsked(typed)
    let expected: [UInt64] =
      asked.isEmpty || asked.isTooLittle
      ? []
      : [4]
        + [(3, "leo mia"), (2, "mia"), (1, "leo")].filter { _, words in
          asked.words.allSatisfy { words.split(separator: " ").map(String.init).contains($0) }
        }.map { UInt64($0.0) }
    #expect(try await bench.notes(typed) == expected)
  }

  @Test(arguments: ["", " ", "\u{0}", "'", "\"", "*", "()", "a", "é", "\u{301}", "🙂", "\u{202E}"])
  func whereNoWordIsTypedNothingIsFound(_ typed: String) async throws {
    let bench = try await told(["a é 🙂 ' \" * ()"])
    defer { bench.remove() }
    #expect(try await bench.ask(typed) == .init())
  }

  @Test func theNewestDayComesFirstAndThoseOfADayInTheOrderOfTheirIds() async throws {
    let bench = try await WordsBench()
    defer { bench.remove() }
    let friday = WordsBench.friday
    let days = [friday + 2, friday, friday + 9, friday, friday + 2, friday - 30_000, friday]
    for (number, day) in zip([4, 9, 1, 7, 5, 2, 8] as [UInt64], days) {
      try await bench.tell(number, [WordsBench.fact(number, "a kite", on: day)])
    }
    #expect(try await bench.notes("kite") == [1, 5, 4, 9, 8, 7, 2])
    #expect(try await bench.ask("kite", most: 4) == .init(notes: [1, 5, 4, 9], hasMore: true))
    #expect(try await bench.ask("kite", most: 7).hasMore == false)
  }

  @Test func aTitleIsFoundAndSoIsWhatStandsInBoth() async throws {
    let bench = try await WordsBench()
    defer { bench.remove() }
    try await bench.tell(1, [WordsBench.fact(1, "he flew it", title: "A kite")])
    #expect(try await bench.notes("kite flew") == [1])
  }

  @Test func aCorrectionIsFoundByItsOwnWordsAndNoMoreByTheOldOnes() async throws {
    let bench = try await told(["his brother hit him", "he is well"])
    defer { bench.remove() }
    try await bench.tell(3, [WordsBench.fact(3, "his cousin met him", supersedes: 1)])
    #expect(try await bench.notes("brother") == [])
    #expect(try await bench.notes("cousin") == [3])
    #expect(try await bench.notes("him") == [3])
    try await bench.tell(
      4, [WordsBench.fact(4, "his cousin met him", supersedes: 3, withdrawn: true)])
    #expect(try await bench.notes("cousin") == [])
    #expect(try await bench.notes("well") == [2])
    #expect(try await bench.store.verify().ok)
  }

  @Test func familiesAreLeftOutBeforeAnythingIsCounted() async throws {
    let bench = try await WordsBench()
    defer { bench.remove() }
    let facts = (1...300 as ClosedRange<UInt64>).map { number in
      WordsBench.fact(
        number, "a kite \(number)", on: WordsBench.friday + Int(number),
        of: number == 7 || number == 150 ? WordsBench.osmans : WordsBench.marshes)
    }
    try await bench.tell(1, facts)
    let hidden = WordsBench.marshes
    let seen = try await bench.ask("kite", where: "f.family <> \(hidden)")
    #expect(seen == .init(notes: [150, 7], goesOn: true))
    #expect(try await bench.ask("kite", most: 2, where: "f.family <> \(hidden)").hasMore == false)
    #expect(try await bench.ask("kite", most: 1, where: "f.family <> \(hidden)").hasMore)
    let none = try await bench.ask("kite", where: "f.family IN \(anyOf: [ID<Family>]())")
    #expect(none == .init(goesOn: true))
  }

  @Test func whatATransactionHasToldItFindsAndWhatItTakesBackNobodyDoes() async throws {
    let bench = try await told(["a kite"])
    defer { bench.remove() }
    struct Stopped: Error {}
    let authority = bench.record.authority.number
    await #expect(throws: (any Error).self) {
      try await bench.store.write { writing in
        try writing.tell(
          SmallRecord.telling(2), authority: authority, [WordsBench.fact(2, "a red kite")])
        let found = try WordsBench.ask(writing.reading, "kite", authority).notes
        #expect(found == [2, 1])
        throw Stopped()
      }
    }
    #expect(try await bench.notes("kite") == [1])
    try await bench.tell(3, "a kite")
    #expect(try await bench.notes("kite") == [3, 1])
    #expect(try await bench.store.verify().ok)
  }

  @Test func whatIsFoundIsNeverTakenFromMemory() async throws {
    struct Kept: Sendable { let notes: [UInt64] }
    let bench = try await told(["a kite"])
    defer { bench.remove() }
    let authority = bench.record.authority.number
    func ask() async throws -> [UInt64]? {
      try await bench.store.kept(
        Kept.self, of: WordsBench.osmans, authority: authority, weight: { _ in 1 },
        { Kept(notes: try WordsBench.ask($0, "kite", authority).notes) })?.notes
    }
    #expect(try await ask() == [1])
    try await bench.tell(2, "another kite")
    #expect(try await ask() == [2, 1])
  }

  @Test func wordsOfAnyLengthAndNumberAreKept() async throws {
    let bench = try await WordsBench()
    defer { bench.remove() }
    let long = String(repeating: "ŵy", count: 2000)
    let many = (1...60_000).map { "word\($0)" }.joined(separator: " ")
    try await bench.tell(
      1, [WordsBench.fact(1, long), WordsBench.fact(2, many), WordsBench.fact(3, long + "x")])
    #expect(try await bench.notes(long) == [3, 1])
    #expect(try await bench.notes("word1 word39999") == [2])
    #expect(try await bench.store.verify().ok)
  }

  @Test func manyRowsAreKeptInOneTelling() async throws {
    let bench = try await WordsBench()
    defer { bench.remove() }
    let authority = bench.record.authority
    try await bench.store.of(authority).write { writing in
      try writing.tell(SmallRecord.telling(1), authority: authority.number) { state in
        for number in 1...3000 as ClosedRange<UInt64> {
          let words = number % 1000 == 1 ? "the kite \(number)" : "the bus \(number)"
          try state(WordsBench.fact(number, words, on: WordsBench.friday - Int(number % 50)))
        }
      }
    }
    #expect(try await bench.notes("kite the") == [2001, 1001, 1])
    let mine = try await bench.ask("the", in: bench.store.of(authority))
    #expect(mine == .init(notes: try await bench.ask("the").notes, hasMore: true))
    #expect(try await bench.store.verify().ok)
  }
}
