import Foundation
import Office
import Practice
import Returns
import Store
import Testing

/// Whatever is handed over, the answer is clear, nothing is half kept and the store stays whole.
@Suite struct BadFilesTests {
  @Test(arguments: [
    ("endsBeforeItStarts", "501,04/05/2012,SW100001,10/06/2025,01/05/2025,FCONTA"),
    ("noSuchDay", "501,04/05/2012,SW100001,31/02/2026,,FCONTA"),
    ("unknownReason", "501,04/05/2012,SW100001,10/06/2025,,BECAUSE"),
    ("noNumber", "501,04/05/2012,,10/06/2025,,FCONTA"),
    ("script", "501,04/05/2012,<script>alert(1)</script>,10/06/2025,,FCONTA"),
    ("unknownChild", "599,04/05/2012,SW100001,10/06/2025,,FCONTA"),
    (
      "overlap",
      "501,04/05/2012,SW100001,10/06/2025,,FCONTA\n501,04/05/2012,SW100002,01/08/2025,,MANAGE"
    ),
  ])
  func aFaultRefusesItsFileAndLetsTheOthersBeKept(_ name: String, _ row: String) async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let bad =
      "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n502,17/11/2016,SW100003,01/09/2025,,FCONTA\n"
      + row
    let report = try await council.handOver(
      [
        ("header.csv", HandedOver.header), ("sw_episodes.csv", bad),
        ("episodes.csv", HandedOver.episodes),
      ], year: 2026)
    #expect(report.files.map(\.outcome) == [.kept, .refused, .kept])
    let fault = try #require(report.files[1].firstFaults.first { $0.severity == .fault })
    #expect((fault.line ?? 0) >= 3)
    #expect(!fault.remedy.isEmpty)
    #expect(try await council.count("tenure") == 0)
    #expect(try await council.count("care_episode") == 2)
    #expect(try await council.store.verify().ok)

    // The same file with the reader's leave to drop what is wrong.
    let kept = try await council.handOver(
      [("header.csv", HandedOver.header), ("sw_episodes.csv", bad)], year: 2026,
      keepGoodRows: true)
    #expect(kept.files[1].outcome == .keptGoodRows)
    #expect(try await council.count("tenure") >= 1)
    #expect(try await council.store.verify().ok)
  }

  @Test(arguments: [
    ("empty", [UInt8]()),
    ("binary", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37) }),
    ("heading alone", Array("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n".utf8)),
    ("no heading", Array("501,04/05/2012,SW100001,10/06/2025,,FCONTA\n".utf8)),
    ("another table", Array("SONG,SINGER\nOne,Two\n".utf8)),
    ("open quote", Array("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n\"501,a\n".utf8)),
  ])
  func whatIsNoReturnIsNeverKept(_ name: String, _ bytes: [UInt8]) async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let report = try await council.run().ssda903(
      [.bytes(bytes, name: "sw_episodes.csv")], year: CollectionYear(2026)!)
    #expect(try await council.count("tenure") == 0)
    if name != "heading alone" {
      #expect(report.files[0].outcome == .refused)
      #expect(!report.files[0].firstFaults.isEmpty)
    }
    #expect(try await council.store.verify().ok)
  }

  @Test func aTableOfALaterYearIsRefusedByName() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let report = try await council.run().ssda903(
      [.bytes(Array(HandedOver.workers.utf8), name: "sw_episodes.csv")], year: CollectionYear(2019)!
    )
    #expect(report.files[0].outcome == .refused)
    #expect(report.files[0].firstFaults.contains { $0.rule == "KITH-YEAR" })
  }

  @Test func allFaultsAreCountedAndToldNotOnlyTheFirst() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let rows = (1...3000).map { "\($0),99/99/2012,SW1,31/02/2026,,WHY" }
    let text = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n" + rows.joined(separator: "\n")
    let told = Counter()
    var run = council.run()
    run.show = 5
    run.fault = { fault in if fault.severity == .fault { told.add() } }
    let report = try await run.ssda903(
      [.bytes(Array(text.utf8), name: "sw_episodes.csv")], year: CollectionYear(2026)!)
    #expect(report.files[0].faults >= 9000)
    #expect(told.count == report.files[0].faults)
    #expect(report.files[0].firstFaults.filter { $0.severity == .fault }.count == 5)
  }
}

/// Counts from whatever thread calls.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0
  var count: Int { lock.withLock { value } }
  func add() { lock.withLock { value += 1 } }
}
