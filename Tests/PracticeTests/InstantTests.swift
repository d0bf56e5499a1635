import Practice
import Testing

@Suite struct InstantTests {
  @Test func whatIsWrittenIsReadAgain() {
    for microseconds in [0, -1, 1_774_947_600_123_456, 1_774_947_600_000_000, -62_000_000_000_000] {
      let instant = Instant(microseconds: Int64(microseconds))
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test(arguments: [
    ("2026-03-31T23:59:59Z", 1_775_001_599_000_000), ("2026-03-31T23:59Z", 1_775_001_540_000_000),
    ("2026-03-31T23:59:59.5Z", 1_775_001_599_500_000), ("1970-01-01T00:00:00.000001Z", 1),
  ])
  func shorterFormsMeanWhatTheySay(_ text: String, _ microseconds: Int) {
    #expect(Instant(text)?.microseconds == Int64(microseconds))
  }

  @Test(arguments: [
    "", "2026-03-31", "2026-03-31T23:59:59", "2026-03-31T23:59:59+01:00", "2026-02-30T10:00:00Z",
    "2026-03-31T24:00:00Z", "2026-03-31T10:60:00Z", "2026-03-31T10:00:60Z", "2026-03-31T10Z",
    "2026-03-31T10:00:00.Z", "2026-03-31T10:00:00.1234567Z", "2026-03-31T1:00:00Z",
    "2026-03-31T-1:00:00Z", "2026-03-31 10:00:00Z", "2026-03-31T10:00.5Z", "yesterday",
  ])
  func whatMightMeanSomethingElseIsNotRead(_ text: String) {
    #expect(Instant(text) == nil)
  }
}
