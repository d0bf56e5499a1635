import Measuring
import Testing

@Suite struct IntervalTests {
  /// Newcombe (1998), table I, method 3: the Wilson score interval of four shares.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func theWilsonIntervalAgreesWithPublishedValues(
    count: Int, total: Int, low: Double, high: Double
  ) throws {
    let interval = try #require(Interval.wilson(count, of: total))
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }

  @Test func nobodyOfTwentyStillLeavesRoomForSome() throws {
    let none = try #require(Interval.wilson(0, of: 20))
    let all = try #require(Interval.wilson(20, of: 20))
    #expect(none.low == 0)
    #expect(all.high == 1)
    #expect(abs(none.high + all.low - 1) < 1e-15)
  }

  /// With no count the bound has a closed form: z² / (n + z²).
  @Test func theUpperBoundOfNoneIsTheClosedForm() throws {
    let z = 1.959963984540054
    for total in [1, 7, 354, 83_300] {
      let bound = try #require(Interval.wilson(0, of: total)).high
      #expect(abs(bound - z * z / (Double(total) + z * z)) < 1e-15)
    }
  }

  /// The interval is the set of shares p whose score test does not refuse the count: at both ends
  /// |count/n - p| = z · √(p(1-p)/n).
  @Test func bothEndsSolveTheScoreEquation() throws {
    for total in [3, 10, 354] {
      for count in 1..<total {
        let interval = try #require(Interval.wilson(count, of: total))
        for end in [interval.low, interval.high] {
          let distance = abs(Double(count) / Double(total) - end)
          let spread = (end * (1 - end) / Double(total)).squareRoot()
          #expect(abs(distance - 1.959963984540054 * spread) < 1e-12)
        }
      }
    }
  }

  @Test func nothingIsKnownOfNobody() {
    #expect(Interval.wilson(0, of: 0) == nil)
    #expect(Interval.wilson(4, of: 3) == nil)
    #expect(Interval.wilson(-1, of: 3) == nil)
  }

  @Test func intervalsThatTouchOverlap() {
    let low = Interval(low: 0.1, high: 0.2)
    #expect(low.overlaps(Interval(low: 0.2, high: 0.3)))
    #expect(!low.overlaps(Interval(low: 0.21, high: 0.3)))
  }
}

@Suite struct ShareTests {
  @Test func aShareOfNobodyIsNotZero() {
    #expect(Share(0, of: 0).proportion == nil)
    #expect(Share(0, of: 0).percent == nil)
    #expect(Share(0, of: 0).interval == nil)
    #expect(Share(0, of: 5).proportion == 0)
  }

  @Test func aPercentageIsTheNearestWholeOne() {
    #expect(Share(48, of: 354).percent == 14)
    #expect(Share(1, of: 200).percent == 1)
    #expect(Share(1, of: 201).percent == 0)
    #expect(Share(7, of: 7).percent == 100)
  }
}

@Suite struct MedianTests {
  @Test func theMiddleOfAnOddNumberIsOneOfThem() { #expect([9, 1, 5].median == 5) }
  @Test func theMiddleOfAnEvenNumberIsHalfway() { #expect([4, 1, 2, 9].median == 3) }
  @Test func sharesHaveAMiddleToo() { #expect([0.25, 1.0, 0.5, 0.75].median == 0.625) }
  @Test func nobodyHasNoMiddle() {
    #expect([Int]().median == nil)
    #expect([Double]().median == nil)
  }
}

@Suite struct DecimalTests {
  @Test func decimalsAreWrittenInFull() {
    #expect(0.3.decimal(places: 12) == "0.300000000000")
    #expect(1.0.decimal(places: 12) == "1.000000000000")
    #expect(0.0.decimal(places: 2) == "0.00")
    #expect((2.0 / 3).decimal(places: 12) == "0.666666666667")
    #expect(12.5.decimal(places: 0) == "12")
    #expect((-1.25).decimal(places: 2) == "-1.25")
  }

  @Test func halvesGoToTheEvenDigitAndOnlyTrueHalvesAreHalves() {
    #expect(0.125.decimal(places: 2) == "0.12")
    #expect(0.375.decimal(places: 2) == "0.38")
    // The double nearest to 1.005 lies below it.
    #expect(1.005.decimal(places: 2) == "1.00")
  }

  @Test func tinyAndHugeValuesAreSafe() {
    #expect(Double.leastNonzeroMagnitude.decimal(places: 12) == "0.000000000000")
    #expect((-Double.leastNonzeroMagnitude).decimal(places: 12) == "0.000000000000")
    #expect(9_007_199_254_740_991.0.decimal(places: 1) == "9007199254740991.0")
    #expect(0x1p53.decimal(places: 1) == nil)
    #expect(Double.nan.decimal(places: 1) == nil)
    #expect(Double.infinity.decimal(places: 1) == nil)
  }
}
