import Foundation
import Office
import Practice
import Returns
import Store
import Testing

/// The other returns join the same history by the same numbers.
@Suite struct OtherReturnsTests {
  @Test func aCensusOfChildrenInNeedJoinsTheChildrenAlreadyKnown() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver(HandedOver.set, year: 2026)
    let census = """
      <?xml version="1.0" encoding="utf-8"?>
      <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
      <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
      <Source><SourceLevel>L</SourceLevel><LEA>846</LEA></Source></Header>
      <Children><Child><ChildIdentifiers><LAchildID>501</LAchildID><UPN>L846000000501</UPN>
      <PersonBirthDate>2012-05-04</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
      <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
      <CINdetails><CINreferralDate>2024-05-01</CINreferralDate><ReferralSource>1A</ReferralSource>
      <PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>
      <ChildProtectionPlans><CPPstartDate>2024-05-20</CPPstartDate>
      <CPPendDate>2024-06-10</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
      <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
      </ChildProtectionPlans></CINdetails></Child></Children></Message>
      """
    let report = try await council.run().cinCensus(
      .bytes(Array(census.utf8), name: "cin.xml"), year: nil)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    #expect(try await council.count("person") == 2)
    #expect(try await council.count("help_period") == 1)
    #expect(try await council.count("plan") == 1)
    let again = try await council.run().cinCensus(
      .bytes(Array(census.utf8), name: "another-name.xml"), year: nil)
    #expect(again.files[0].outcome == .keptBefore)
  }

  private func workforce(of authority: String) -> String {
    """
    <Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year>
    <ReferenceDate>2025-09-30</ReferenceDate></CollectionDetails><Source><LEA>\(authority)</LEA>
    </Source></Header><LALevelVacancies><NumberOfVacancies>4</NumberOfVacancies></LALevelVacancies>
    <CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>SW100001</SWENo><FTE>0.603665</FTE>
    <QualInst>A</QualInst><OrgRole>5</OrgRole></CSWWWorker></Message>
    """
  }

  @Test func aCensusOfTheWorkforceIsKeptToItsLastCell() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let report = try await council.run().workforce(
      .bytes(Array(workforce(of: "846").utf8), name: "csww.xml"))
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    let stated = try await council.store.read { reading in
      try reading.all("SELECT cells FROM stated_row ORDER BY id") { $0.text(0) }
    }
    #expect(stated.count == 2)
    #expect(stated.first?.contains("NumberOfVacancies=4") == true)
    // No post began on a known day, and still nothing of it is lost.
    #expect(stated.last?.contains("FTE=0.603665") == true)
    #expect(stated.last?.contains("AgencyWorker=1") == true)
  }

  @Test func eachCensusIsAWordOfItsOwnEvenWhereItSaysTheSameAsTheOneBefore() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    for year in ["2024", "2025"] {
      let census = workforce(of: "846").replacingOccurrences(
        of: "<Year>2025", with: "<Year>\(year)")
      let report = try await council.run().workforce(
        .bytes(Array(census.utf8), name: "csww-\(year).xml"))
      #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    }
    #expect(try await council.count("stated_row") == 4)
  }

  @Test func keepingGoodRowsDoesNotKeepAnotherCouncilsCensus() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    var run = council.run()
    run.keepGoodRows = true
    let report = try await run.workforce(
      .bytes(Array(workforce(of: "301").utf8), name: "csww.xml"))
    #expect(report.files[0].outcome == .refused)
    #expect(try await council.count("telling") == 0)
  }

  @Test func anotherCouncilsCensusIsRefused() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let report = try await council.run().workforce(
      .bytes(Array(workforce(of: "301").utf8), name: "csww.xml"))
    #expect(report.files[0].outcome == .refused)
    let fault = try #require(report.files[0].firstFaults.first)
    #expect(fault.column == "LEA")
    #expect(fault.value == "301")
    #expect(fault.line == 2)
    #expect(try await council.count("telling") == 0)
  }

  @Test func anEntityThatReadsTheMachinesFilesIsRefused() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let attack = """
      <?xml version="1.0"?><!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <Message><Children><Child><ChildIdentifiers><LAchildID>&x;</LAchildID></ChildIdentifiers>
      </Child></Children></Message>
      """
    let report = try await council.run().cinCensus(
      .bytes(Array(attack.utf8), name: "cin.xml"), year: CollectionYear(2026))
    #expect(report.files[0].outcome == .refused)
    #expect(try await council.count("person") == 0)
  }

  @Test func theDatasetBringsTeamsWorkersFamiliesAndWhoIsAlongside() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver(HandedOver.set, year: 2026)
    let files = [
      (
        "ssd_department.csv",
        "dept_team_id,dept_team_name,dept_team_parent_id,dept_team_parent_name\nT1,Harbour Pod,,\n"
      ),
      (
        "ssd_professionals.csv",
        """
        prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no
        P1,77,Ama Boateng,SW100001
        """
      ),
      (
        "ssd_person.csv",
        "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob\n501,Siân,O'Dowd,F,2012-05-04\n"
      ),
      ("ssd_family.csv", "fami_table_id,fami_family_id,fami_person_id\n1,F9,501\n"),
      (
        "ssd_involvements.csv",
        """
        invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,\
        invo_person_id,invo_involvement_start_date,invo_involvement_end_date,\
        invo_worker_change_reason,invo_referral_id
        1,P1,CW,T1,501,2025-11-20,,MANAGE,R1
        """
      ),
    ]
    let inputs = files.map { Input.bytes(Array($0.1.utf8), name: $0.0) }
    let report = try await council.run().safeguardingDataset(inputs)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    #expect(try await council.count("person") == 2)
    #expect(try await council.count("family_member") == 1)
    // The worker whom the SSDA903 knew by number alone has a name now.
    let names = try await council.store.read { reading in
      try reading.all(
        "SELECT name FROM practitioner_about WHERE supersedes IS NOT NULL"
      ) { $0.text(0) }
    }
    #expect(names == ["Ama Boateng"])
    // The involvement restates the tenure that the SSDA903 had stated, and adds its team.
    let histories = try await council.histories()
    let open = try #require(
      histories.flatMap(\.tenures).first { $0.period.from == Day("2025-11-20") })
    #expect(open.team != nil)
    #expect(histories.flatMap(\.tenures).count == 4)
    let again = try await council.run().safeguardingDataset(inputs)
    #expect(again.files.allSatisfy { $0.added == 0 })
    #expect(try await council.store.verify().ok)
  }
}
