import Returns
import Testing

@Suite struct FaultListTests {
  @Test func aCellThatASpreadsheetWouldRunIsMadeHarmless() {
    for dangerous in ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1"] {
      let fault = Fault(
        severity: .fault, file: "header.csv", line: 2, column: "SEX", value: dangerous, rule: "101",
        message: "This is \"wrong\".", remedy: "Mend it, please.")
      let row = FaultList.row(fault)
      #expect(row.contains("'" + dangerous))
      #expect(row.hasPrefix("fault,header.csv,2,SEX,"))
      #expect(row.contains("\"This is \"\"wrong\"\".\""))
      #expect(row.hasSuffix("\r\n"))
    }
  }

  @Test func aMillionFaultsAreCountedAndTheFirstOnesKept() {
    var text = headerColumns
    for number in 0..<20_000 { text += "C\(number),X,,Y,,,\r\n" }
    var passedOn = 0
    let report = SSDA903Set(year: CollectionYear(2026)!).read(
      .bytes(Array(text.utf8), name: "header.csv"), keeping: 10, each: { _ in passedOn += 1 },
      into: { _ in })
    #expect(report.faults == 60_000)
    #expect(report.kept.count == 20)  // ten faults and ten queries
    #expect(passedOn == report.faults + report.queries)
    #expect(report.linesAtFault.count == 20_000)
    #expect(report.good == 0)
  }

  @Test func aValueIsShownInAtMostEightyCharacters() {
    let bench = Bench(
      headerColumns + "A1,\(String(repeating: "é", count: 5000)),22/02/2009,WBRI,UN1,,\r\n",
      as: "header.csv")
    #expect(bench.fault("101")?.value?.count == 80)
  }
}
