import Practice
import Testing

@testable import Office

@Suite struct DoorFormTests {
  @Test(arguments: [
    ("q=Se%C3%A1n+O%27Neill", "Seán O'Neill"), ("q=a%2Bb+c", "a+b c"), ("q=", ""), ("q", ""),
    ("q=%D9%84%D9%8A%D9%84%D9%89", "ليلى"), ("q=100%", "100%"), ("q=%zz%4", "%zz%4"),
    ("q=%ff%fe", "\u{fffd}\u{fffd}"), ("q=a=b=c", "a=b=c"), ("&&q=x&&", "x"),
    ("q=first&q=second", "first"), ("%71=x", "x"), ("q=%22%CC%81", "\"\u{301}"),
    ("q=%00", "\0"), ("q=a;b", "a;b"),
  ])
  func aQueryIsReadAsBrowsersWriteIt(text: String, value: String) {
    let read = Query(urlEncoded: Array(text.utf8))["q"]
    #expect(read.map { Array($0.utf8) } == Array(value.utf8))
  }

  @Test func whatIsAbsentIsNilAndAllValuesCanBeAsked() {
    let query = Query(urlEncoded: Array("a=1&b=2&a=3".utf8))
    #expect(query["c"] == nil)
    #expect(query.all("a") == ["1", "3"])
  }

  @Test(arguments: [
    ("day=2026-03-31", Day(year: 2026, month: 3, day: 31)), ("day=2026-02-31", nil), ("", nil),
    ("day=31/03/2026", nil), ("day=2026-03-31%00", nil),
  ])
  func daysAreDaysOfTheCalendarOrNothing(text: String, day: Day?) {
    #expect(Query(urlEncoded: Array(text.utf8)).day("day") == day)
  }

  @Test func whateverIsEncodedComesBackByteForByte() {
    var generator = Seeded(state: 7)
    for _ in 1...500 {
      let scalars = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2ff, using: &generator))
      }
      let value = String(String.UnicodeScalarView(scalars))
      let text = "x=1&\(Visitor.encoded(value))=\(Visitor.encoded(value))&y"
      let pairs = Query(urlEncoded: Array(text.utf8)).pairs
      #expect(pairs.count == 3)
      #expect(Array(pairs[1].name.utf8) == Array(value.utf8))
      #expect(Array(pairs[1].value.utf8) == Array(value.utf8))
    }
  }

  @Test func bytesOfAnyKindAreReadWithoutFailing() {
    var generator = Seeded(state: 11)
    for _ in 1...500 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        Array("&=%+;a0\u{e9}".utf8).randomElement(using: &generator) ?? 0
      }
      #expect(Query(urlEncoded: bytes).pairs.count <= bytes.count)
    }
    let many = Array(repeating: Array("a=1&".utf8), count: 5000).flatMap { $0 }
    #expect(Query(urlEncoded: many).pairs.count == NamedValues.most)
  }
}

/// The same numbers from the same beginning (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
