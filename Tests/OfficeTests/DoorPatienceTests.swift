import HTTPTypes
import Practice
import Testing

@testable import Office

@Suite struct DoorPatienceTests {
  @Test func guessingAtOneAccountBecomesSlowAndItsOwnerStillGetsIn() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    for guess in 1...5 {
      #expect(try await Visitor(bench.site).signIn(DoorBench.name, "guess \(guess)").status == 422)
    }
    let slowed = try await Visitor(bench.site).signIn(DoorBench.name, "guess 6")
    #expect(slowed.status == 429)
    #expect(slowed.fields[.retryAfter] == "1")
    #expect(slowed.body.contains("Wait 1 second, then try again."))

    bench.pass(seconds: 1)
    #expect(try await Visitor(bench.site).signIn().status == 303)
    #expect(try await Visitor(bench.site).signIn(DoorBench.name, "a slip").status == 422)
  }

  @Test func theRightPasswordIsNotTakenEitherWhileOneHasToWait() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    for guess in 1...5 {
      _ = try await Visitor(bench.site).signIn(DoorBench.name, "guess \(guess)")
    }
    #expect(try await Visitor(bench.site).signIn().status == 429)
  }

  @Test func oneAddressThatTriesManyNamesBecomesSlowForAllOfThem() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    for guess in 1...20 {
      #expect(try await Visitor(bench.site).signIn("Nobody \(guess)", "guess").status == 422)
    }
    #expect(try await Visitor(bench.site).signIn("Nobody 21", "guess").status == 429)
    let elsewhere = Visitor(bench.site)
    elsewhere.address = "198.51.100.4"
    #expect(try await elsewhere.signIn().status == 303)
  }

  @Test func manyAddressesThatGuessAllDayDoNotKeepTheOwnerOut() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let owner = Visitor(bench.site)
    try await owner.signIn()
    owner.cookies["kith"] = nil
    for guess in 0..<400 {
      let stranger = Visitor(bench.site)
      stranger.address = "198.51.\(guess / 250).\(guess % 250)"
      _ = try await stranger.signIn(DoorBench.name, "guess \(guess)")
      bench.pass(seconds: 1)
      // At every moment the owner gets in at once, from a browser in which they did so before.
      if guess % 40 == 39 {
        #expect(try await Visitor(bench.site).signIn().status == 429)
        #expect(try await owner.signIn().status == 303)
        owner.cookies["kith"] = nil
      }
    }
  }

  @Test func aBrowserThatIsKnownForOneAccountIsNotForAnother() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add("Leila Hassan", DoorBench.password)
    let visitor = Visitor(bench.site)
    try await visitor.signIn("Leila Hassan")
    let known = try #require(visitor.cookies["kith-known"])
    for guess in 1...6 {
      visitor.cookies = ["kith-known": known]
      let seen = try await visitor.signIn(DoorBench.name, "guess \(guess)")
      #expect(seen.status == (guess < 6 ? 422 : 429))
    }
  }

  @Test func whoeverHasTheOwnersBrowserHasToWaitToo() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    visitor.cookies["kith"] = nil
    for guess in 1...5 {
      #expect(try await visitor.signIn(DoorBench.name, "guess \(guess)").status == 422)
    }
    #expect(try await visitor.signIn().status == 429)
  }

  @Test func waitsDoubleUpToALimitAndFailuresFade() {
    var patience = Patience()
    let key = Patience.Key.account("ama boateng")
    var now = DoorBench.morning
    var waits: [Int] = []
    for _ in 1...12 {
      if let wait = patience.begin([key], now: now) {
        waits.append(wait)
        now = now + wait
        let next = patience.begin([key], now: now)
        #expect(next == nil)
      }
    }
    #expect(waits == [1, 2, 4, 8, 16, 16, 16])
    for _ in 1...5 {
      let wait = patience.begin([key], now: now + 3600)
      #expect(wait == nil)
    }
  }

  @Test func whoeverSignsInAllDayFromOneAddressNeverWaits() {
    var patience = Patience()
    for place in 1...500 {
      let account = "person \(place)"
      let wait = patience.begin(
        [.account(account), .address("192.0.2.7")], now: DoorBench.morning)
      #expect(wait == nil)
      patience.opened([.account(account), .address("192.0.2.7")])
    }
  }

  @Test func manyNamesTakeNoMoreMemoryThanAFew() {
    var patience = Patience(most: 100)
    for place in 1...5000 {
      _ = patience.begin(
        [.account("name \(place)"), .address("a \(place)")], now: DoorBench.morning + place)
      #expect(patience.count <= 102)
    }
  }
}
