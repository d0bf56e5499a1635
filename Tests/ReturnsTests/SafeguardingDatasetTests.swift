import Practice
import Returns
import Testing

@Suite struct SafeguardingDatasetTests {
  private func read(_ set: SSDSet, _ text: String, as name: String) -> (
    statements: [SSDStatement], faults: [Fault]
  ) {
    var (statements, faults): ([SSDStatement], [Fault]) = ([], [])
    _ = set.read(
      .bytes(Array(text.utf8), name: name), each: { faults.append($0) },
      into: { statements.append($0) })
    return (statements, faults)
  }

  private let involvementColumns =
    "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,"
    + "invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,"
    + "invo_person_id,invo_referral_id\r\n"

  @Test func whoWasAlongsideWhomIsRead() throws {
    let set = SSDSet()
    let people = read(
      set,
      "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_upn_unknown\r\n"
        + "P1,<script>,O'Neill,F,2012-01-14T00:00:00,NULL\r\n", as: "ssd_person.csv")
    #expect(people.faults == [])
    guard case .person(let person) = try #require(people.statements.first) else { return }
    #expect(person.forename == "<script>")
    #expect(person.born == day("2012-01-14"))
    #expect(person.stated == [])
    let involved = read(
      set,
      involvementColumns
        + "I1,W1,Allocated Case Worker,T1,2025-01-02 09:30:00.000,,manage,P1,R1\r\n"
        + "I2,W1,,T1,2025-01-02,2025-01-01,,P1,\r\nI3,W1,,T1,31/02/2025,,,P1,\r\n"
        + "I4,W1,,T1,2025-01-02,,WENT AWAY,P9,\r\n", as: "ssd_involvements.csv")
    #expect(
      involved.faults.map(\.rule) == ["KITH-ORDER", "KITH-DAY", "SW13STG1", "KITH-NO-HEADER"])
    #expect(involved.statements.map(\.line) == [2, 5])
    guard case .involvement(let row) = involved.statements[0] else { return }
    #expect(row.period == Period(from: day("2025-01-02")))
    #expect(row.reason == .managingCaseloads)
    guard case .involvement(let other) = involved.statements[1] else { return }
    #expect(other.statedReason == "WENT AWAY")
    #expect(other.reason == nil)
  }

  @Test func professionalsTeamsAndFamiliesAreRead() throws {
    let set = SSDSet()
    let workers = read(
      set,
      "prof_professional_id,prof_professional_name,prof_social_worker_registration_no,"
        + "prof_full_time_equivalency,prof_agency_worker_flag\nW1,Ada Moss,SW12,0.8,N\nW1,Ada,,,\n",
      as: "ssd_professionals.csv")
    #expect(workers.faults.map(\.rule) == ["KITH-TWICE"])
    guard case .professional(let worker) = try #require(workers.statements.first) else { return }
    #expect(worker.fullTimePercent == 80)
    #expect(worker.isAgency == false)
    let teams = read(
      set, "dept_team_id,dept_team_name,dept_team_parent_id\nT1,Pod 1,T0\n",
      as: "ssd_department.csv")
    guard case .department(let team) = try #require(teams.statements.first) else { return }
    #expect(team.parent == "T0")
    let families = read(
      set, "fami_family_id,fami_person_id\nF1,P1\n,P2\n", as: "ssd_family.csv")
    #expect(families.statements.map(\.line) == [2])
    #expect(families.faults.map(\.rule) == ["KITH-BLANK"])
  }

  @Test func aTableOfAnotherKindOrWithoutItsColumnsIsRefused() {
    #expect(read(SSDSet(), "a,b\n1,2\n", as: "x.csv").faults.map(\.rule) == ["KITH-TABLE"])
    let without = read(
      SSDSet(), "invo_professional_id,invo_involvement_start_date\nW1,2025-01-02\n",
      as: "ssd_involvements.csv")
    #expect(without.faults.map(\.column) == ["invo_person_id"])
    #expect(without.statements.isEmpty)
  }
}
