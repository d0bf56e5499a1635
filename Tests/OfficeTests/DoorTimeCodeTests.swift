import Practice
import Testing

@testable import Office

@Suite struct DoorTimeCodeTests {
  private static let secret = Array("12345678901234567890".utf8)

  /// RFC 6238, appendix B, the last six figures of each.
  @Test(
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
      (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ] as [(Int64, String)])
  func codesAreThoseOfTheStandard(seconds: Int64, code: String) {
    let now = Instant(microseconds: seconds * 1_000_000)
    #expect(TimeCode.code(of: Self.secret, step: TimeCode.step(at: now)) == code)
  }

  @Test func aCodeHoldsForItsHalfMinuteAndOneOnEitherSide() {
    let now = Instant(microseconds: 1_234_567_890_000_000)
    let this = TimeCode.step(at: now)
    for step in -3...3 {
      let code = TimeCode.code(of: Self.secret, step: this + step)
      let found = TimeCode.step(of: code, secret: Self.secret, at: now)
      #expect(found == (abs(step) < 2 ? this + step : nil), "\(step)")
    }
  }

  @Test(arguments: ["", "5924", "0005924", "05924x", "００５９２４"])
  func whatIsNoCodeIsNone(typed: String) {
    let now = Instant(microseconds: 1_234_567_890_000_000)
    #expect(TimeCode.step(of: typed, secret: Self.secret, at: now) == nil)
    #expect(TimeCode.step(of: "005 924", secret: Self.secret, at: now) != nil)
  }

  /// RFC 4648, chapter 10, without the signs that only fill.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func bytesBecomeLettersAsTheStandardSays(bytes: String, text: String) {
    #expect(Base32.text(Array(bytes.utf8)) == text)
  }

  @Test func theLinkSaysWhoseSecretItIs() {
    let link = TimeCode.link(Self.secret, account: "Ama Boateng", service: "Kith Marlhaven").text
    #expect(
      link == "otpauth://totp/Kith%20Marlhaven%3AAma%20Boateng"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kith%20Marlhaven")
  }
}
