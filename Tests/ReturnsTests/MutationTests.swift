import Practice
import Returns
import Testing

/// The same numbers in every run (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

@Suite struct MutationTests {
  private let seeds: [String] = [
    headerColumns + "A1,F,22/02/2009,WBRI,UN1,1,03/06/2025\r\n\"A2\",M,01/01/2010,REFU,,,\r\n",
    episodeColumns
      + "A1,19/08/2025,S,C2,N1,U4,PR1,20/09/2025,X1,CARPL,\"BN1 1AA\",BN2 1TW,1234567\n"
      + "A1,20/09/2025,P,C2,N1,U4,PR1,,,,,,\n",
    workerColumns
      + "A1,22/02/2015,SW1,19/08/2025,21/11/2025,FCONTA\rA1,22/02/2015,XX2,21/11/2025,,MANAGE\r",
    "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,22/02/2015,M,19/08/2025,20/08/2025\n",
    "<?xml version='1.0'?><EXPSSDA903><CHILD><HEADER><CHILDID>A1</CHILDID><SEX>F</SEX>"
      + "<DOB>22/02/2009</DOB><ETHNIC>WBRI</ETHNIC></HEADER><EPISODE><DECOM>19/08/2025</DECOM>"
      + "<RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL></EPISODE></CHILD></EXPSSDA903>",
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
      + "</CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>K1</LAchildID>"
      + "</ChildIdentifiers><CINdetails><CINreferralDate>2025-04-14</CINreferralDate>"
      + "</CINdetails></Child></Children></Message>",
    "pers_person_id,pers_forename,pers_dob\nP1,\"A \"\"b\"\"\",2012-01-14T00:00:00\n",
  ]

  /// Whatever is changed, every reader ends, and counts every row at most once.
  @Test func noChangeOfBytesStopsTheReaders() {
    var dice = Dice(state: 903)
    let year = CollectionYear(2026)!
    for seed in seeds {
      for _ in 0..<120 {
        let bytes = mutated(Array(seed.utf8), &dice)
        var taken = 0
        let input = Input.bytes(bytes, name: "episodes.csv")
        let report = SSDA903Set(year: year).read(input) { _ in taken += 1 }
        #expect(report.good == taken && taken <= report.rows)
        #expect(report.isGood == (report.faults == 0))
        let census = CINCensus.read(input, year: year) { _ in }
        #expect(census.good <= census.rows)
        _ = WorkforceCensus.read(input) { _ in }
        _ = SSDSet().read(input) { _ in }
      }
    }
  }

  private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    let special: [UInt8] = [
      0, 10, 13, 34, 44, 47, 60, 62, 38, 45, 0x80, 0xC3, 0xEF, 0xFE, 0xFF, 49,
    ]
    for _ in 0...Int.random(in: 0..<6, using: &dice) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes[at] = special.randomElement(using: &dice) ?? 0
      case 2: bytes.insert(special.randomElement(using: &dice) ?? 0, at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &dice)))
      case 4:
        let piece = bytes[at..<min(bytes.count, at + Int.random(in: 1...60, using: &dice))]
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &dice))
      default: bytes.removeLast(Int.random(in: 0...bytes.count, using: &dice) / 4)
      }
    }
    return bytes
  }

  @Test func randomBytesAreRefusedAndNothingIsTaken() {
    var dice = Dice(state: 1)
    for length in [1, 2, 3, 10, 1000, 100_000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let report = SSDA903Set(year: CollectionYear(2026)!).read(
        .bytes(bytes, name: "header.csv")
      ) { _ in Issue.record("a row of noise was taken") }
      #expect(!report.isGood)
    }
  }
}
