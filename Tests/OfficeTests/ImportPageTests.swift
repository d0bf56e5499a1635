import Foundation
import Practice
import Returns
import Store
import Testing

@testable import Office

@Suite struct ImportPageTests {
  @Test func aReturnIsKeptAndTheHistorySaysWhoBroughtIt() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let answer = try await bench.bringIn(OneChildReturn.all)
    #expect(!answer.asksAgain && answer.text.count(of: ">kept</span>") == 3)
    let history = try await ImportsPage.show(bench.visit()).text
      .between("id=\"before-title\"", "</section>").words
    #expect(history.contains("sw_episodes.csv SSDA903, 2025-26 20 Nov 2026, 12:00 Wei Chen"))
  }

  @Test func theSameFileAgainAddsNothing() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    try await bench.bringIn(OneChildReturn.all)
    let before = try await bench.tellings()
    let again = try await bench.bringIn(OneChildReturn.all)
    #expect(again.text.count(of: ">known already</span>") == 3)
    #expect(try await bench.tellings() == before)
  }

  @Test func theHeaderIsReadFirstWhateverTheOrderInWhichFilesWereChosen() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let answer = try await bench.bringIn(OneChildReturn.all.reversed())
    #expect(!answer.asksAgain)
    #expect(try await bench.numbered("100234") != nil)
  }

  @Test func whoeverSeesReturnsAndBringsNoneInIsToldSo() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let page = try await ImportsPage.show(bench.visit(.socialWorker)).text
    #expect(page.contains("You cannot bring in a return.") && !page.contains("type=\"file\""))
  }

  @Test func onlyAnalystsLeadersAndAdministratorsBringInReturns() {
    let policy = AccessPolicy(on: ChildBench.today)
    let may = AccountRole.allCases.filter { policy.decide(.bringIn, $0).isYes }
    #expect(Set(may) == [.analyst, .leader, .administrator])
  }

  @Test func aFileWithFaultsIsRefusedWholeAndEveryFaultIsShownWhereItStands() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let bad =
      OneChildReturn.header.1 + "100235,M,31/02/2015,WBRI,UN1,0,\n100236,X,01/02/2015,,UN1,0,\n"
    let answer = try await bench.bringIn([("الأطفال.csv", bad)])
    #expect(answer.asksAgain)
    #expect(try await bench.tellings() == 0)
    let words = answer.text.words
    #expect(words.contains("Nothing was kept."))
    #expect(words.contains("3 DOB 31/02/2015") && words.contains("4 SEX X"))
    #expect(answer.text.contains("<bdi>الأطفال.csv</bdi>"))
  }

  @Test func otherReturnsAreKnownByWhatTheyHoldAndBroughtInTogether() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let code = bench.authority.code
    let census = """
      <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
      <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>\(code)</LEA></Source>
      </Header><Children><Child><ChildIdentifiers><LAchildID>100234</LAchildID>
      <PersonBirthDate>2014-05-04</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><CINdetails>
      <CINreferralDate>2025-05-01</CINreferralDate></CINdetails></Child></Children></Message>
      """
    let workforce = """
      <Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year>
      </CollectionDetails><Source><LEA>\(code)</LEA></Source></Header>
      <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW100001</SWENo></CSWWWorker></Message>
      """
    let involvements = """
      invo_professional_id,invo_person_id,invo_involvement_start_date
      P1,100234,2025-11-20
      """
    let people = "pers_person_id,pers_forename,pers_surname\n100234,Siân,O'Dowd\n"
    let answer = try await bench.bringIn([
      ("involvements.csv", involvements), ("people.csv", people), ("cin.xml", census),
      ("csww.xml", workforce), OneChildReturn.header,
    ])
    #expect(!answer.asksAgain, "\(answer.text.words)")
    #expect(answer.text.count(of: ">kept</span>") == 5)
    let history = try await ImportsPage.show(bench.visit()).text
      .between("id=\"before-title\"", "</section>").words
    for line in [
      "SSDA903, 2025-26", "Children in need census, 2025-26", "workforce census",
      "Standard safeguarding dataset",
    ] { #expect(history.contains(line), "\(line) in \(history)") }
  }

  @Test func everythingThatWasFoundCanBeTakenAwayByWhoeverHandedItOverAndNobodyElse() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let rows = (1...300).map { "A\($0),=HYPERLINK(1),04/05/2014,WBRI,UN1,0,\n" }.joined()
    let answer = try await bench.bringIn([("header.csv", OneChildReturn.header.1 + rows)])
    let id = try #require(
      ID<ImportFaultLists>(answer.text.between("href=\"/imports/faults/", "\"")))
    let csv = try await ImportFaultLists.show(bench.visit(.analyst), id).text
    #expect(csv.count(of: "\r\n") >= 301)
    #expect(csv.hasPrefix("severity,file,line,column,value,rule,message,remedy"))
    #expect(csv.contains("'=HYPERLINK(1)") && !csv.contains(",=HYPERLINK"))
    let others = try await ImportFaultLists.show(bench.visit(as: "Somebody Else"), id)
    #expect(others.isNotFound)
    let clean = try await bench.bringIn([OneChildReturn.header])
    #expect(!clean.text.contains("/imports/faults/"))
  }

  @Test func aScriptInACellIsOnlyText() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let bad =
      OneChildReturn.header.1
      + "100235,<script>alert(1)</script>,04/05/2014,WBRI,UN1,0,\n"
    let answer = try await bench.bringIn([("<script>x</script>.csv", bad)])
    #expect(answer.text.count(of: "<script") == 0)
    #expect(answer.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func rowsWithoutFaultAreKeptWhereTheReaderWishesIt() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let bad = OneChildReturn.header.1 + "100235,M,31/02/2015,WBRI,UN1,0,\n"
    let answer = try await bench.bringIn([("header.csv", bad)], keepGoodRows: true)
    #expect(answer.text.contains("good rows kept"))
    #expect(try await bench.numbered("100234") != nil)
    #expect(try await bench.numbered("100235") == nil)
  }

  @Test func withoutFilesOrYearTheFormAsksAgain() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let nothing = try await bench.bringIn([], year: "1066")
    #expect(nothing.asksAgain)
    #expect(nothing.text.contains("Choose the files of the return"))
    #expect(nothing.text.contains("Choose the year of the return"))
    // What a browser sends where no file was chosen.
    let empty = try await bench.bringIn([("", "")])
    #expect(empty.asksAgain && empty.text.contains("Choose the files of the return"))
  }

  @Test func anEmptyPageTeachesWhereTheReturnComesFrom() async throws {
    let bench = try await ChildBench()
    defer { bench.remove() }
    let page = try await ImportsPage.show(bench.visit()).text
    #expect(page.contains("Nothing has been brought in yet."))
    #expect(page.contains("<details open><summary>Where the files come from"))
    #expect(page.contains("sw_episodes.csv") && page.contains("2023-24"))
    #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("value=\"proof\""))
  }

  @Test(arguments: [
    ("ssda903 2025-26: episodes.csv", "episodes.csv", 2026, "SSDA903, 2025-26"),
    ("ssd: a: b, SHA-256 c.csv", "a: b, SHA-256 c.csv", nil, "Standard safeguarding dataset"),
    ("cin-census 2023-24: حالة.xml", "حالة.xml", 2024, "Children in need census, 2023-24"),
  ])
  func aNoteSaysWhichFileOfWhichReturn(
    note: String, file: String, year: Int?, words: String
  ) {
    let read = HandedOver(note: note + ", SHA-256 " + String(repeating: "0a", count: 32))
    #expect(read.file == file && read.year?.number == year && read.words == words)
  }
}
