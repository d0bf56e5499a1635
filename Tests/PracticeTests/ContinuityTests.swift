// Long because: the indices, their identities and the counting kernel share one oracle.
import Practice
import Testing

/// Every index by its definition, the slow way: the oracle for what the readings answer.
struct ByDefinition {
  let workers: [UInt32]
  let days: [Int]

  var n: Int { workers.count }
  var counts: [Int] {
    Dictionary(grouping: workers, by: { $0 }).values.map(\.count)
  }
  var squares: Int { counts.reduce(0) { $0 + $1 * $1 } }
  var repeats: Int { zip(workers, workers.dropFirst()).count { $0 == $1 } }
  var familiar: Int {
    workers.indices.dropFirst().count { j in
      (0..<j).contains { workers[$0] == workers[j] && days[$0] >= days[j] - 365 }
    }
  }
  func distinct(_ first: Int, _ last: Int) -> Int {
    Set(workers.indices.filter { (first...last).contains(days[$0]) }.map { workers[$0] }).count
  }
  var mostIn365Days: Int { days.map { distinct($0 - 364, $0) }.max() ?? 0 }
}

/// A generator that gives every run of the tests the same worlds.
struct SmallWorlds: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct ContinuityTests {
  func continuity(_ letters: String) -> Continuity { Continuity(of: letters.map { [$0] }) }

  @Test func theWorkedExampleOfTheFactBook() {
    let answer = continuity("AABAC")
    #expect(answer.contacts == 5)
    #expect(answer.providers == 3)
    #expect(answer.upc == 0.6)
    #expect(answer.coc == 0.3)
    #expect(answer.secon == 0.25)
    #expect(answer.herfindahl == 0.44)
    #expect(answer.k == 0.5)
    #expect(answer.words(\.upc) == "0.60 of 5 contacts")
  }

  @Test func noContactIsNotZero() {
    let answer = continuity("")
    #expect(answer.standing == .noContact)
    #expect(answer.upc == nil)
    #expect(answer.coc == nil)
    #expect(answer.secon == nil)
    #expect(answer.herfindahl == nil)
    #expect(answer.k == nil)
    #expect(answer.words(\.coc) == "no contact")
  }

  @Test func oneContactHasAUsualProviderAndNoMore() {
    let answer = continuity("A")
    #expect(answer.upc == 1)
    #expect(answer.herfindahl == 1)
    #expect(answer.coc == nil)
    #expect(answer.secon == nil)
    #expect(answer.k == nil)
    #expect(answer.reported(\.upc) == nil)
    #expect(answer.words(\.upc) == "too few to say (1 contact)")
  }

  @Test func twoContactsExistButAreTooFewToReport() {
    let answer = continuity("AB")
    #expect(answer.coc == 0)
    #expect(answer.standing == .tooFew)
    #expect(answer.reported(\.coc) == nil)
    #expect(answer.words(\.coc) == "too few to say (2 contacts)")
    #expect(continuity("ABA").reported(\.coc) != nil)
  }

  @Test func aSharedContactCountsAnEqualPartForEach() {
    // A alone, A and B together, B alone: parts 1½ and 1½.
    let answer = Continuity(of: [["A"], ["A", "B"], ["B"]])
    #expect(answer.contacts == 3)
    #expect(answer.providers == 2)
    #expect(answer.upc == 0.5)
    #expect(answer.herfindahl == 0.5)
    // Somebody was there again both times.
    #expect(answer.secon == 1)
    // Of the six ordered pairs: A with AB ½, AB with B ½, A with B 0, and back.
    #expect(abs((answer.coc ?? 0) - 1.0 / 3) < 1e-15)
  }

  @Test func moreWorkersThanContactsGiveNoNegativeIndex() {
    let answer = Continuity(of: [["A", "B", "C"], ["D", "E"]])
    #expect(answer.k == 0)
    #expect(answer.coc == 0)
  }

  @Test func aContactWithNobodyIsNotCounted() {
    #expect(Continuity(of: [["A"], [], ["A"]]).contacts == 2)
  }

  /// All 1,092 sequences of one to six contacts over three workers.
  @Test func everySmallWorldAgreesWithTheDefinitionsAndTheIdentities() throws {
    for length in 1...6 {
      for code in 0..<Int(pow3(length)) {
        var rest = code
        let workers = (0..<length).map { _ in
          defer { rest /= 3 }
          return UInt32(rest % 3)
        }
        let answer = Continuity(of: workers.map { [$0] })
        let truth = ByDefinition(workers: workers, days: Array(0..<length))
        let n = Double(length)
        let upc = try #require(answer.upc)
        let herfindahl = try #require(answer.herfindahl)
        #expect(upc == Double(truth.counts.max() ?? 0) / n)
        #expect(herfindahl == Double(truth.squares) / (n * n))
        #expect(upc >= 1 / n && upc <= 1)
        #expect(herfindahl >= 1 / Double(truth.counts.count) - 1e-15)
        guard length >= 2 else { continue }
        let coc = try #require(answer.coc)
        #expect(coc == Double(truth.squares - length) / (n * (n - 1)))
        #expect(abs(coc - (n * herfindahl - 1) / (n - 1)) < 1e-12)
        #expect(answer.secon == Double(truth.repeats) / (n - 1))
        #expect(answer.k == (n - Double(truth.counts.count)) / (n - 1))
        if truth.counts.count == 1 {
          #expect([answer.upc, answer.coc, answer.secon, answer.k] == [1, 1, 1, 1])
        }
        if truth.counts.count == length {
          #expect([answer.coc, answer.secon, answer.k] == [0, 0, 0])
          #expect(upc == 1 / n && abs(herfindahl - 1 / n) < 1e-15)
        }
      }
    }
  }

  func pow3(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 3 } }

  @Test func brothersAndSistersAreSummedUpByTheirMedianAndTooFewAreLeftOut() {
    let children = ["AAAA", "AB", "", "AABB", "ABCD"].map(continuity)
    let family = ContinuitySummary(of: children)
    #expect(family.noContact == 1)
    #expect(family.tooFew == 1)
    #expect(family.measured.count == 3)
    #expect(family.contacts == 12)
    #expect(family.median(\.upc) == 0.5)
    let mean: Double = (1 + 2.0 / 3 + 0) / 3
    #expect(family.mean(\.secon) == mean)
    let sensitivity = ContinuitySummary(of: children, fewest: 2)
    #expect(sensitivity.measured.count == 4)
    #expect(ContinuitySummary(of: [continuity("")]).median(\.upc) == nil)
  }
}

@Suite struct ContactCounterTests {
  func tally(
    _ contacts: [(worker: UInt32, day: Int)], asAt day: Int = 60_000,
    _ counter: inout ContactCounter
  ) -> ContactTally {
    let log = contacts.map { LoggedContact(worker: $0.worker, day: UInt16($0.day)) }
    return counter.tally(log.span, asAt: UInt16(day))
  }

  func expectAgreement(
    _ contacts: [(worker: UInt32, day: Int)], asAt day: Int, _ tally: ContactTally
  ) {
    let counted = contacts.filter { $0.day <= day }
    let truth = ByDefinition(workers: counted.map(\.worker), days: counted.map(\.day))
    var expected = ContactTally()
    expected.contacts = truth.n
    expected.workers = truth.counts.count
    expected.most = truth.counts.max() ?? 0
    expected.squares = truth.squares
    expected.repeats = truth.repeats
    expected.familiar = truth.familiar
    expected.mostIn365Days = truth.mostIn365Days
    expected.inLast365Days = truth.distinct(day - 364, day)
    #expect(tally == expected)
  }

  @Test func theBoundaryOfAYearIsExact() {
    var counter = ContactCounter()
    #expect(tally([(1, 0), (1, 365)], &counter).familiar == 1)
    #expect(tally([(1, 0), (1, 366)], &counter).familiar == 0)
    #expect(tally([(1, 0), (2, 364)], &counter).mostIn365Days == 2)
    #expect(tally([(1, 0), (2, 365)], &counter).mostIn365Days == 1)
    #expect(tally([(1, 100)], asAt: 464, &counter).inLast365Days == 1)
    #expect(tally([(1, 100)], asAt: 465, &counter).inLast365Days == 0)
  }

  @Test func contactsAfterTheDayAreNotKnownOnTheDay() {
    var counter = ContactCounter()
    #expect(tally([(1, 10), (2, 11)], asAt: 10, &counter).contacts == 1)
    #expect(tally([(1, 10)], asAt: 9, &counter) == ContactTally())
    #expect(tally([], &counter) == ContactTally())
  }

  /// Every order of up to six contacts by three workers, on days that straddle a year.
  @Test func everySmallWorldAgreesWithTheDefinitions() {
    var counter = ContactCounter()
    for spacing in [0, 1, 122, 182, 183, 364, 365, 366] {
      for length in 0...6 {
        for code in 0..<(0..<length).reduce(1, { power, _ in power * 3 }) {
          var rest = code
          let contacts = (0..<length).map { place in
            defer { rest /= 3 }
            return (worker: UInt32(rest % 3), day: place * spacing)
          }
          let day = max(0, (length - 1) * spacing)
          expectAgreement(contacts, asAt: day, tally(contacts, asAt: day, &counter))
        }
      }
    }
  }

  /// Small and large casts, slow and busy times, contacts of one day among them; one counter for
  /// all, which begins with a table that soon becomes too small.
  @Test func randomLogsAgreeWithTheDefinitions() {
    var worlds = SmallWorlds(state: 7)
    var counter = ContactCounter()
    for round in 0..<400 {
      let cast = UInt32.random(in: 1...(round % 4 == 0 ? 300 : 12), using: &worlds)
      let span = Int.random(in: 1...3000, using: &worlds)
      let contacts = (0..<Int.random(in: 0...120, using: &worlds))
        .map { _ in
          (
            worker: UInt32.random(in: 0..<cast, using: &worlds) &* 0x0100_0001,
            day: Int.random(in: 0..<span, using: &worlds)
          )
        }
        .sorted { $0.day < $1.day }
      let day = Int.random(in: 0...4000, using: &worlds)
      expectAgreement(contacts, asAt: day, tally(contacts, asAt: day, &counter))
    }
  }

  @Test func aChildWithThousandsOfWorkersIsStillCounted() {
    var counter = ContactCounter()
    let many = (0..<5000).map { (worker: UInt32($0), day: $0 / 2) }
    let answer = tally(many, &counter)
    #expect(answer.workers == 5000)
    #expect(answer.mostIn365Days == 730)
    #expect(tally([(4999, 1)], &counter).familiar == 0)
  }

  @Test func theIndicesOfATallyAreThoseOfTheContacts() {
    var counter = ContactCounter()
    let answer = tally([(1, 0), (1, 1), (2, 2), (1, 3), (3, 4)], &counter)
    #expect(answer.upc == 0.6)
    #expect(answer.coc == 0.3)
    #expect(answer.secon == 0.25)
    #expect(ContactTally().upc == nil)
    #expect(tally([(1, 0)], &counter).coc == nil)
    #expect(tally([(1, 0)], &counter).secon == nil)
  }
}
