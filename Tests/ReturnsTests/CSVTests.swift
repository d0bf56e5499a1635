import Returns
import Testing

@Suite struct CSVTests {
  private func reviews(_ text: String) -> Bench { Bench(text, as: "reviews.csv") }
  private let columns = "CHILD,DOB,REVIEW,REVIEW_CODE"

  @Test func everyLineEndAndTheMarkOfUTF8ReadTheSame() {
    for end in ["\n", "\r\n", "\r"] {
      for mark in ["", "\u{FEFF}"] {
        let bench = reviews(mark + columns + end + "A1,01/02/2015,03/04/2025,PN1" + end)
        #expect(bench.refusals == [])
        #expect(bench.statements.map(\.line) == [2])
        #expect(bench.statements.map(\.child) == ["A1"])
      }
    }
  }

  @Test func aFileWithoutALastLineEndKeepsItsLastRow() {
    let bench = reviews(columns + "\nA1,01/02/2015,03/04/2025,PN1\nA2,01/02/2015,03/04/2025,PN1")
    #expect(bench.statements.count == 2)
  }

  @Test func cellsInQuotationMarksHoldCommasLineEndsAndQuotationMarks() {
    let bench = Bench(
      "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n"
        + "\"A\"\"1,\n2\",\"01/02/2015\",Z1,,\nA2,01/02/2015,Z1,,\n",
      as: "previous_permanence.csv")
    // A line end within an identifier is not an identifier; the next row begins on line 4.
    #expect(bench.refusals == ["KITH-CHILD"])
    #expect(bench.fault("KITH-CHILD")?.value == "A\"1,\n2")
    #expect(bench.statements.map(\.line) == [4])
  }

  @Test func aQuotationMarkThatIsNeverClosedIsNamedWhereItOpens() {
    let bench = reviews(
      columns + "\nA1,01/02/2015,\"03/04/2025,PN1\nA2,01/02/2015,03/04/2025,PN1\n"
        + "A3,01/02/2015,31/02/2025,PN1\n")
    #expect(bench.fault("KITH-QUOTE")?.line == 2)
    // Reading went on: the later rows are read, and their faults found.
    #expect(bench.statements.map(\.child) == ["A2"])
    #expect(bench.faults.contains { $0.rule == "166" && $0.line == 4 })
  }

  @Test func textBehindAClosingQuotationMarkIsAFault() {
    let bench = reviews(columns + "\n\"A1\"x,01/02/2015,03/04/2025,PN1\n")
    #expect(bench.refusals == ["KITH-QUOTE"])
    #expect(bench.statements.isEmpty)
  }

  @Test func aRowOfTooFewOrTooManyCellsIsAFaultOfThatRowAlone() {
    let bench = reviews(
      columns + "\nA1,01/02/2015,03/04/2025\nA2,01/02/2015,03/04/2025,PN1,more\n"
        + "A3,01/02/2015,03/04/2025,PN1,,\n,,,\n\nA4,01/02/2015,03/04/2025,PN1\n")
    #expect(bench.refusals == ["KITH-CELLS", "KITH-CELLS"])
    #expect(bench.statements.map(\.child) == ["A3", "A4"])
  }

  @Test func bytesThatAreNotUTF8AreShownAndReadingGoesOn() {
    var bytes = Array((columns + "\nA1,01/02/2015,03/04/2025,PN").utf8)
    bytes += [0xE9]
    bytes += Array("\nA2,01/02/2015,03/04/2025,PN1\n".utf8)
    let bench = Bench(bytes, as: "reviews.csv", in: SSDA903Set(year: CollectionYear(2026)!))
    let fault = bench.fault("KITH-ENCODING")
    #expect(fault?.line == 2)
    #expect(fault?.column == "REVIEW_CODE")
    #expect(fault?.value == "PNé")
    #expect(bench.statements.map(\.child) == ["A2"])
  }

  @Test func aFileThatIsNotTextGivesOneFault() {
    let kinds: [[UInt8]] = [
      [0x50, 0x4B, 3, 4, 20, 0, 6, 0], [0xFF, 0xFE, 67, 0, 72, 0], [0xFE, 0xFF, 0, 67],
      Array((columns + "\nA1,\0,,\n\0\0").utf8), [UInt8](repeating: 0, count: 10_000),
    ]
    for bytes in kinds {
      let bench = Bench(bytes, as: "reviews.csv", in: SSDA903Set(year: CollectionYear(2026)!))
      #expect(bench.refusals == ["KITH-NOT-TEXT"])
    }
  }

  @Test func aLineLongerThanAnyRowIsSkippedAndTheNextOneRead() {
    let bench = reviews(
      columns + "\n" + String(repeating: "x", count: 3_000_000)
        + "\r\nA2,01/02/2015,03/04/2025,PN1\n")
    #expect(bench.refusals == ["KITH-LENGTH"])
    #expect(bench.statements.map(\.line) == [3])
  }

  @Test func rowsThatLieAcrossTheEdgesOfTheBufferAreReadWhole() {
    var text = columns + "\r\n"
    for number in 0..<60_000 { text += "\"C\(number)\",01/02/2015,03/04/2025,PN1\r\n" }
    let bench = reviews(text)
    #expect(text.utf8.count > 2 << 20)
    #expect(bench.refusals == [])
    #expect(bench.statements.count == 60_000)
    #expect(bench.statements.last?.child == "C59999")
    #expect(bench.statements.last?.line == 60_001)
  }

  @Test func aQuotationMarkThatOpensBeforeAMegabyteOfRowsIsStillNamed() {
    var text = columns + "\nA0,01/02/2015,\"03/04/2025,PN1\n"
    for number in 0..<60_000 { text += "C\(number),01/02/2015,03/04/2025,PN1\n" }
    let bench = reviews(text)
    #expect(bench.fault("KITH-QUOTE")?.line == 2)
    #expect(bench.statements.count == 60_000)
  }

  @Test func anEmptyFileSaysWhatItsFirstLineShouldBe() {
    #expect(reviews("").refusals == ["KITH-HEADER"])
    #expect(reviews("\n\n").refusals == ["KITH-HEADER"])
    #expect(reviews(columns + "\n").refusals == [])
    #expect(reviews("A1,01/02/2015,03/04/2025,PN1\n").refusals == ["KITH-HEADER"])
    #expect(
      reviews("A1,01/02/2015,03/04/2025,PN1\n").faults.first?.remedy.contains(columns) == true)
  }
}
