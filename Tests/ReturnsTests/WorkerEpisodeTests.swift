import Practice
import Returns
import Testing

@Suite struct WorkerEpisodeTests {
  private func read(_ rows: String..., year: Int = 2026) -> Bench {
    Bench(
      workerColumns + rows.map { "A1,22/02/2015," + $0 + "\r\n" }.joined(), as: "sw_episodes.csv",
      year: year)
  }

  @Test func twoWorkersEndToEndAreFine() {
    let bench = read("SW913651,19/08/2025,21/11/2025,FCONTA", "SW361150,21/11/2025,,MANAGE")
    #expect(bench.faults == [])
    #expect(
      bench.statements.last
        == .worker(
          WorkerEpisodeRow(
            line: 3, child: "A1", born: day("2015-02-22"), worker: "SW361150",
            period: Period(from: day("2025-11-21")), reason: .managingCaseloads)))
  }

  @Test func overlappingWorkersAreRefused() {
    let bench = read("SW913651,19/08/2025,21/11/2025,FCONTA", "SW361150,20/11/2025,,MANAGE")
    #expect(bench.refusals == ["SW10STG2"])
    #expect(bench.fault("SW10STG2")?.line == 3)
    #expect(bench.fault("SW10STG2")?.value == "2025-11-20")
  }

  @Test func aNewWorkerWhileTheOneBeforeHasNotEndedIsRefused() {
    #expect(
      read("SW361150,20/11/2025,,MANAGE", "SW913651,19/08/2025,,FCONTA").refusals == ["SW08STG2"])
  }

  @Test func whatMustBeLetGoToKeepTheGoodRowsIsNamedByItsPlace() {
    let bench = read(
      "nobody,19/08/2025,21/11/2025,FCONTA", "SW913651,19/08/2025,21/11/2025,FCONTA",
      "SW361150,20/11/2025,01/12/2025,MANAGE", "SW4,01/12/2025,,MANAGE")
    #expect(bench.refusals == ["SW02STG1", "SW10STG2", "SW10STG2"])
    // Line 2 was never handed on; of those that were, the second overlaps the row that was not
    // good, or the first.
    #expect(bench.statements.map(\.line) == [3, 4, 5])
    #expect(bench.report?.takenBack.contains(2) == true)
    #expect(bench.report?.takenBack.contains(3) == false)
  }

  @Test func theSameWorkerEpisodeTwiceIsRefused() {
    let bench = read(
      "SW913651,19/08/2025,21/11/2025,FCONTA", "SW913651,19/08/2025,21/11/2025,FCONTA",
      "SW361150,21/11/2025,,MANAGE")
    #expect(bench.refusals == ["KITH-TWICE"])
  }

  @Test func theReasonIsOneOfTenAndABlankOneIsAskedFor() {
    #expect(read("SW913651,19/08/2025,,SWLAZY").refusals == ["SW13STG1"])
    let blank = read("SW913651,19/08/2025,,")
    #expect(blank.refusals == [])
    #expect(blank.queries == ["SW01bSTG1"])
    #expect(blank.statements.count == 1)
  }

  @Test func aWorkersNumberBeginsWithSWOrXX() {
    #expect(read("123456,19/08/2025,,FCONTA").refusals == ["SW02STG1"])
    #expect(read(",19/08/2025,,FCONTA").refusals == ["SW01aSTG1"])
    let without = read("xx123,19/08/2025,21/11/2025,FCONTA", "XX123,21/11/2025,,MANAGE")
    #expect(without.refusals == [])
    #expect(without.statements.count == 2)
    guard case .worker(let row) = without.statements[0] else { return }
    #expect(row.worker == "XX123")
  }

  @Test func daysOfWorkersAreCheckedWithTheirOwnRules() {
    #expect(read("SW913651,31/02/2025,,FCONTA").refusals == ["SW04STG1"])
    #expect(read("SW913651,,,FCONTA").refusals == ["SW01aSTG1"])
    #expect(read("SW913651,19/08/2025,32/12/2025,FCONTA").refusals == ["SW05STG1"])
    #expect(read("SW913651,19/08/2025,18/08/2025,FCONTA").refusals == ["KITH-ORDER"])
    #expect(read("SW913651,19/08/2025,19/08/2025,FCONTA").queries.contains("SW09STG2"))
    #expect(read("SW913651,19/08/2026,,FCONTA").queries == ["SW06STG2"])
    #expect(
      read("SW913651,19/08/2024,20/01/2025,FCONTA", "SW1,20/01/2025,,MANAGE").queries
        == ["SW07STG2"])
    #expect(read("SW913651,19/08/2025,20/01/2026,FCONTA").queries == ["SW11bSTG2"])
  }

  @Test func theTableIsRefusedForYearsThatDidNotHaveIt() {
    let bench = read("SW913651,19/08/2022,,FCONTA", year: 2023)
    #expect(bench.refusals == ["KITH-YEAR"])
    #expect(bench.faults.first?.message.contains("2024") == true)
    #expect(bench.statements.isEmpty)
  }

  @Test func childrenInCareOn31MarchAreDueTheirWorkersOfTheWholeYear() {
    let set = SSDA903Set(year: CollectionYear(2026)!)
    _ = Bench(
      Array(
        (episodeColumns
          + "A1,01/01/2024,S,C2,N1,U4,PR1,,,,,,\r\nA2,01/01/2024,S,C2,N1,U4,PR1,,,,,,\r\n"
          + "A3,01/01/2024,S,C2,N1,U4,PR1,,,,,,\r\nA4,01/01/2024,S,V4,N1,U4,PR1,,,,,,\r\n").utf8),
      as: "episodes.csv", in: set)
    let bench = Bench(
      Array(
        (workerColumns + "A1,22/02/2015,SW1,01/06/2025,,FCONTA\r\n"
          + "A2,22/02/2015,SW1,01/02/2024,01/03/2026,FCONTA\r\n").utf8),
      as: "sw_episodes.csv", in: set)
    #expect(bench.refusals == [])
    #expect(bench.queries.sorted() == ["SW12STG2", "SW12STG2", "SW17STG2"])
    #expect(bench.faults.contains { $0.rule == "SW12STG2" && $0.value == "A3" && $0.line == nil })
  }
}
