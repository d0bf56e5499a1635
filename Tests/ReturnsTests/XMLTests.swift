import Practice
import Returns
import Testing

@Suite struct XMLTests {
  private let child = """
    <CHILD><HEADER><CHILDID>A1</CHILDID><UPN>UN1</UPN><SEX>F</SEX><DOB>22/02/2009</DOB>
    <ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>22/02/2027</DUC>
    <AREVIEW><REVIEW>03/10/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
    <AREVIEW><REVIEW>03/01/2026</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW><MOTHER/><MC_DOB/>
    <OC2><SDQ_SCORE>21</SDQ_SCORE></OC2></HEADER>
    <EPISODE><DECOM>19/08/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>
    <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/></EPISODE>
    <SWEPISODE><SW_ID>SW1</SW_ID><SW_DECOM>19/08/2025</SW_DECOM><SW_DEC/>
    <SW_REASON>FCONTA</SW_REASON></SWEPISODE></CHILD>
    """

  private func read(_ children: String) -> Bench {
    Bench("<?xml version='1.0'?>\n<EXPSSDA903>\(children)</EXPSSDA903>", as: "903.xml")
  }

  @Test func theXMLFormBecomesTheSameRows() {
    let bench = read(child)
    #expect(bench.refusals == [])
    #expect(bench.notes == [])
    #expect(bench.report?.rows == 7)
    #expect(
      bench.report?.tables == [.header, .episodes, .workerEpisodes, .reviews, .uasc, .oc2])
    #expect(
      bench.statements.contains {
        if case .episode(let row) = $0 { row.home == "U4" && row.child == "A1" } else { false }
      })
    #expect(
      bench.statements.contains {
        if case .worker(let row) = $0 {
          row.worker == "SW1" && row.born == day("2009-02-22") && row.reason == .firstContact
        } else {
          false
        }
      })
  }

  @Test func faultsInXMLNameLineElementAndChild() {
    let bench = read(child.replacing("19/08/2025</DECOM>", with: "31/02/2025</DECOM>"))
    #expect(bench.refusals == ["141"])
    #expect(bench.fault("141")?.line == 7)
    #expect(bench.fault("141")?.message.hasPrefix("Child A1: ") == true)
    let unknown = read(child.replacing("OC2>", with: "SURPRISE>").replacing("SDQ_SCORE", with: "X"))
    #expect(unknown.notes == ["KITH-ELEMENT"])
  }

  @Test func aDocumentTypeIsRefusedAndNothingOutsideIsRead() {
    for type in [
      "<!DOCTYPE EXPSSDA903 [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE EXPSSDA903 SYSTEM \"http://127.0.0.1:9/x.dtd\">",
      "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
    ] {
      let bench = Bench(
        "<?xml version='1.0'?>\(type)<EXPSSDA903>\(child)</EXPSSDA903>", as: "903.xml")
      #expect(bench.refusals == ["KITH-XML"])
      #expect(bench.statements.isEmpty)
    }
  }

  @Test func brokenXMLGivesWhatCameBeforeAndTheLineOfTheBreak() {
    let three = ["A1", "A2", "A3"].map { child.replacing("A1<", with: $0 + "<") }.joined(
      separator: "\n")
    let bench = Bench(
      "<EXPSSDA903>\(three)\n<CHILD><HEADER><CHILDID>A4</CHILD></EXPSSDA903>", as: "903.xml")
    #expect(bench.statements.contains { $0.child == "A1" })
    #expect(bench.fault("KITH-XML")?.line == 28)
    #expect(!bench.statements.contains { $0.child == "A4" })
  }

  @Test func linesAreNamedBeyondWhatSixteenBitsHold() throws {
    let blank = String(repeating: "\n", count: 70_000)
    let bench = read(blank + child.replacing(">S<", with: ">Q<"))
    // Up to the line before, the break in the text after the first one, and the child's lines.
    let line = try #require(bench.fault("143")?.line)
    #expect((70_002...70_016).contains(line))
  }

  @Test func anotherXMLFileIsNotTheReturn() {
    #expect(Bench("<html><body/></html>", as: "903.xml").refusals == ["KITH-XML"])
    #expect(Bench("<EXPSSDA903/>", as: "903.xml").refusals == ["KITH-TABLE"])
    #expect(Bench("<EXPSSDA903>&nothing;</EXPSSDA903>", as: "903.xml").refusals.isEmpty == false)
  }
}
