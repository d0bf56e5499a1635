import Foundation
import Office
import Practice
import Returns
import Store
import Testing

/// A council hands over the return it already makes every year.
@Suite struct HandingOverTests {
  @Test func withinAMinuteItSeesWhoHasWalkedAlongsideEachChild() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let report = try await council.handOver(HandedOver.set, year: 2026)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")

    let histories = try await council.histories()
    let stability = Stability.twelveMonths(of: histories, asAt: Day("2026-03-31")!)
    #expect(stability.children == 2)
    #expect(stability.one == 1)
    // A, B, A is two people, however often they changed.
    #expect(stability.two == 1)
    #expect(stability.threeOrMore == 0)
    let changes = WorkerChanges(of: histories, in: LookBack(months: 12, asAt: Day("2026-03-31")!))
    #expect(changes.promisedToEnd == 1)
    #expect(try await council.store.verify().ok)
  }

  @Test func theSameFilesAgainAddNothing() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver(HandedOver.set, year: 2026)
    let before = try await (council.count("tenure"), council.count("telling"))
    let again = try await council.handOver(HandedOver.set, year: 2026)
    #expect(again.files.map(\.outcome) == [.keptBefore, .keptBefore, .keptBefore])
    #expect(again.files.map(\.added) == [0, 0, 0])
    #expect(try await council.count("tenure") == before.0)
    #expect(try await council.count("telling") == before.1)
  }

  @Test func columnsInAnyOrderLineEndsAndBOMSayTheSame() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver(HandedOver.set, year: 2026)
    let shuffled =
      "\u{feff}"
      + HandedOver.workers.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).reversed()
          .joined(separator: ",")
      }.joined(separator: "\r\n") + "\r\n"
    let report = try await council.handOver(
      [("header.csv", HandedOver.header), ("sw_episodes.csv", shuffled)], year: 2026)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    // Another file, the same facts: nothing is added.
    #expect(report.files.last?.added == 0)
    #expect(report.files.last?.outcome == .kept)
  }

  @Test func theNextYearJoinsTheThreadsAndSupersedesWhatIsRestated() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver(HandedOver.set, year: 2026)
    let next = [
      ("header.csv", HandedOver.header), ("episodes.csv", HandedOver.episodes),
      (
        "sw_episodes.csv",
        """
        CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
        501,04/05/2012,SW100001,20/11/2025,02/06/2026,MANAGE
        501,04/05/2012,SW100003,02/06/2026,,LEFTRL
        502,17/11/2016,SW100003,01/09/2025,,FCONTA
        """
      ),
    ]
    let report = try await council.handOver(next, year: 2027)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    // One tenure came to an end and one began; the rest was known.
    #expect(report.files.last?.added == 2)
    let histories = try await council.histories()
    let thread = try #require(histories.first { $0.tenures.count == 4 })
    let ends: [Day?] = [Day("2025-07-01"), Day("2025-11-20"), Day("2026-06-02"), nil]
    #expect(thread.tenures.map(\.period.until) == ends)
    // Who walks alongside 501 now is the same person who walks alongside 502.
    let other = try #require(histories.first { $0.tenures.count == 1 })
    #expect(thread.tenures[3].practitioner == other.tenures[0].practitioner)
    // As it was known before this year's return, the second tenure of A was still going on.
    let authority = council.authority
    let then = try await council.store.read { try StabilityDesk($0, authority, asKnownAt: 3) }
    #expect(then.histories.flatMap(\.tenures).filter { $0.period.until == nil }.count == 2)
    #expect(try await council.store.verify().ok)
  }

  @Test func theXMLFormSaysTheSameAsTheFilesOfCells() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <EXPSSDA903><CHILD><HEADER><CHILDID>501</CHILDID><UPN>L846000000501</UPN><SEX>F</SEX>
      <DOB>04/05/2012</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC></HEADER>
      <EPISODE><DECOM>10/06/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>
      <PL_POST>BN2 1TW</PL_POST><HOME_POST>BN1 1AA</HOME_POST><PLACE_PROVIDER>PR1</PLACE_PROVIDER>
      </EPISODE></CHILD></EXPSSDA903>
      """
    let report = try await council.handOver([("return.xml", xml)], year: 2026)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    let known = try await council.handOver(HandedOver.set, year: 2026)
    #expect(known.isGood)
    #expect(try await council.count("person") == 2)
    #expect(try await council.count("care_episode") == 2)
  }

  @Test func aTownsOwnReturnComesBackAsItsOwnFacts() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let out = council.folder.appendingPathComponent("return").path
    let chronicle = TownReturn.small
    _ = try TownReturn.write(chronicle, year: 2026, to: out)
    let plan = try FolderPlan(path: out)
    let report = try await council.run().ssda903(
      plan.files.map { .file(path: $0.path) }, year: CollectionYear(2026)!)
    #expect(report.isGood, "\(report.files.flatMap(\.firstFaults).prefix(5))")
    let returned = Stability.twelveMonths(
      of: try await council.histories(), asAt: Day("2026-03-31")!)
    let lived = try await TownReturn.stability(chronicle, in: council.folder)
    #expect(returned.children == lived.children)
    #expect(returned.children > 3)
    #expect(returned.one == lived.one)
    #expect(returned.two == lived.two)
    #expect(returned.threeOrMore == lived.threeOrMore)
    #expect(returned.none == lived.none)
  }

  @Test func everySampleSetIsKeptOrRefusedWithItsReasons() async throws {
    guard let folder = ProcessInfo.processInfo.environment["KITH_SAMPLES"] else { return }
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder).sorted() {
      let council = try await HandedOver()
      defer { council.remove() }
      let plan = try FolderPlan(path: folder + "/" + name)
      let years = plan.years.isEmpty ? [CollectionYear(2026)!] : plan.years
      for year in years {
        let files = plan.years.isEmpty ? plan.files : plan.files(of: year)
        let report = try await council.run().ssda903(
          files.map { .file(path: $0.path) }, year: year)
        for file in report.files {
          print("\(name) \(year) \(file.name): \(file.outcome), \(file.rows) rows")
          #expect(file.outcome != .refused || file.faults > 0)
          #expect(file.outcome != .refused || file.added == 0)
        }
      }
      #expect(try await council.store.verify().ok)
    }
  }
}
