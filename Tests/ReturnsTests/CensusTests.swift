import Practice
import Returns
import Testing

@Suite struct CensusTests {
  private func census(
    _ children: String, year: Int? = 2026, stating stated: Int? = nil, header: String? = nil
  ) -> (
    statements: [CINStatement], faults: [Fault], report: FileReport
  ) {
    var (statements, faults): ([CINStatement], [Fault]) = ([], [])
    let text =
      (header
        ?? """
        <Message><Header><CollectionDetails><Collection>CIN</Collection>
        <Year>\(stated ?? year ?? 2026)</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>846</LEA></Source>
        </Header>
        """) + "<Children>\(children)</Children></Message>"
    let report = CINCensus.read(
      .bytes(Array(text.utf8), name: "cin.xml"), year: year.flatMap { CollectionYear($0) },
      each: { faults.append($0) }, into: { statements.append($0) })
    return (statements, faults, report)
  }

  private let child = """
    <Child><ChildIdentifiers><LAchildID>K1</LAchildID><UPN>V846860913909</UPN>
    <PersonBirthDate>2012-01-14</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
    <ChildCharacteristics><Ethnicity>WOTH</Ethnicity><Disabilities><Disability>NONE</Disability>
    </Disabilities></ChildCharacteristics><CINdetails><CINreferralDate>2025-04-14</CINreferralDate>
    <ReferralSource>3A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><Assessments>
    <AssessmentActualStartDate>2025-04-14</AssessmentActualStartDate>
    <AssessmentAuthorisationDate>2025-05-30</AssessmentAuthorisationDate>
    <FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors>
    <AssessmentFactors>24A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
    <Section47><S47ActualStartDate>2025-04-17</S47ActualStartDate>
    <DateOfInitialCPC>2025-05-08</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
    <ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-05-08</CPPstartDate>
    <InitialCategoryOfAbuse>EMO</InitialCategoryOfAbuse>
    <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
    <Reviews><CPPreviewDate>2025-07-28</CPPreviewDate><CPPreviewDate>2025-12-29</CPPreviewDate>
    </Reviews></ChildProtectionPlans><PreProceedingsandFGDM><PPStartDate>2026-01-09</PPStartDate>
    </PreProceedingsandFGDM></CINdetails></Child>
    """

  @Test func aChildInNeedIsReadWhole() throws {
    let (statements, faults, report) = census(child)
    #expect(faults == [])
    #expect(report.rows == 1)
    guard case .header(let header) = try #require(statements.first),
      case .child(let read) = try #require(statements.last)
    else {
      Issue.record("no header and child")
      return
    }
    #expect(header.authority == "846")
    #expect(read.child == "K1")
    #expect(read.sex == "F")
    let referral = try #require(read.referrals.first)
    #expect(referral.isWithoutAction == false)
    #expect(referral.assessments.first?.factors == ["2B", "24A"])
    #expect(referral.enquiries.first?.isConferenceNotRequired == false)
    #expect(referral.protectionPlans.first?.latestCategory == "NEG")
    #expect(referral.protectionPlans.first?.reviews == [day("2025-07-28"), day("2025-12-29")])
    #expect(
      referral.stated == [
        StatedElement(path: "PreProceedingsandFGDM/PPStartDate", text: "2026-01-09")
      ])
  }

  @Test func faultsNameTheRuleTheLineAndTheChild() {
    let wrong: [(String, String, String)] = [
      ("2012-01-14", "2012-02-30", "KITH-DAY"), ("<Sex>F", "<Sex>1", "4180"),
      ("WOTH", "WHAT", "4220"), ("NONE", "SOME", "8540"), (">3A<", ">3Z<", "8866"),
      (">N1<", ">N11<", "8650"), ("2025-05-30", "2025-04-13", "8608"),
      ("2025-04-17</S47", "</S47", "8615"), (">EMO<", ">EMX<", "8905"),
      (">0</ReferralNFA", ">maybe</ReferralNFA", "8568"), ("K1</LAchildID", "</LAchildID", "8500"),
    ]
    for (from, to, rule) in wrong {
      let (statements, faults, _) = census(child.replacing(from, with: to))
      #expect(faults.first { $0.severity == .fault }?.rule == rule, "\(to)")
      #expect(faults.first?.line.map { $0 >= 3 } == true)
      #expect(statements.count == 1, "\(to)")
    }
    #expect(census(child + child).faults.contains { $0.rule == "8510" })
  }

  @Test func codesAreThoseOfTheYear() {
    let older = child.replacing("<Sex>F</Sex>", with: "<GenderCurrent>2</GenderCurrent>")
    #expect(census(older, year: 2022).faults.filter { $0.severity == .fault } == [])
    #expect(
      census(older, year: 2021).faults.contains { $0.rule == "KITH-CODE" && $0.value == "24A" })
  }

  @Test func theYearComesFromTheHeaderOrIsAskedFor() {
    #expect(census(child, year: nil).statements.count == 2)
    let other = census(child, year: 2025, stating: 2026).faults
    #expect(other.contains { $0.rule == "KITH-YEAR" && $0.severity == .fault && $0.line == 2 })
    let without = census(child, year: nil, header: "<Message>")
    #expect(without.faults.map(\.rule) == ["KITH-YEAR"])
    #expect(without.statements.isEmpty)
    #expect(census(child, year: 2026, header: "<Message>").statements.count == 1)
  }

  @Test func unknownElementsAreKeptAsTheyStand() {
    let (statements, faults, _) = census(
      child.replacing("</ChildIdentifiers>", with: "<Shoe>4</Shoe></ChildIdentifiers>"))
    #expect(faults.map(\.rule) == ["KITH-ELEMENT"])
    guard case .child(let read)? = statements.last else { return }
    #expect(read.stated == [StatedElement(path: "ChildIdentifiers/Shoe", text: "4")])
  }

  @Test func aWorkerIsReadFromTheWorkforceCensus() throws {
    let text = """
      <Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year>
      <ReferenceDate>2025-09-30</ReferenceDate></CollectionDetails></Header>
      <CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>SW1234</SWENo><FTE>0.6</FTE>
      <OrgRole>5</OrgRole><RoleStartDate>2020-01-02</RoleStartDate><Cases30>14</Cases30>
      <CFKSSstatus>1</CFKSSstatus></CSWWWorker>
      <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1235</SWENo><FTE>lots</FTE>
      <QualInst>A</QualInst></CSWWWorker></Message>
      """
    var (statements, faults): ([WorkforceStatement], [Fault]) = ([], [])
    let report = WorkforceCensus.read(
      .bytes(Array(text.utf8), name: "csww.xml"), each: { faults.append($0) },
      into: { statements.append($0) })
    #expect(report.rows == 2)
    #expect(faults.filter { $0.severity == .fault }.map(\.column) == ["FTE"])
    #expect(faults.filter { $0.severity == .query }.map(\.column) == ["QualInst"])
    guard case .worker(let worker) = try #require(statements.last) else { return }
    #expect(worker.registration == "SW1234")
    #expect(worker.fullTimePercent == 60)
    #expect(worker.role == 5)
    #expect(worker.cases == 14)
    // Whatever Kith makes of a cell, it is kept as it stood.
    #expect(
      worker.stated.map(\.path) == [
        "AgencyWorker", "SWENo", "FTE", "OrgRole", "RoleStartDate", "Cases30", "CFKSSstatus",
      ])
    #expect(worker.stated.first { $0.path == "FTE" }?.text == "0.6")
  }
}
