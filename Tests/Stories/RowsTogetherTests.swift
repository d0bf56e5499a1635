import Practice
import Returns
import Store
import Testing

@testable import Office

/// Rows of a file are told many at a time. How many makes no difference to what is kept.
@Suite struct RowsTogetherTests {
  private static let missing = """
    CHILD,DOB,MISSING,MIS_START,MIS_END
    501,04/05/2012,M,16/04/2025,19/04/2025
    502,17/11/2016,M,01/09/2025,02/09/2025
    """

  /// The year after: what was known again, an end that moved, and somebody new, met twice.
  private static let next = [
    ("header.csv", HandedOver.header + "\n503,F,02/02/2015,WBRI,L846000000503,,"),
    (
      "sw_episodes.csv",
      """
      CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
      501,04/05/2012,SW100001,20/11/2025,02/06/2026,MANAGE
      503,02/02/2015,SW100004,01/05/2026,03/06/2026,FCONTA
      501,04/05/2012,SW100003,02/06/2026,,LEFTRL
      503,02/02/2015,SW100005,03/06/2026,,LEFTRL
      """
    ),
    (
      "missing.csv",
      """
      \(missing)
      503,02/02/2015,M,01/07/2026,02/07/2026
      """
    ),
  ]

  @Test(arguments: [1, 2, 3, 4000])
  func whatIsKeptIsTheSameHoweverManyAreToldTogether(_ rows: Int) async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    func handOver(_ files: [(String, String)], _ year: Int) async throws -> [Int] {
      var run = council.run()
      run.rowsAtOnce = rows
      let report = try await run.ssda903(
        files.map { .bytes(Array($0.1.utf8), name: $0.0) }, year: CollectionYear(year)!)
      #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
      return report.files.map(\.added)
    }
    #expect(
      try await handOver(HandedOver.set + [("missing.csv", Self.missing)], 2026) == [8, 2, 10, 2])
    // A child with a number and what is told of it; an end, four tenures and two workers; one row.
    #expect(try await handOver(Self.next, 2027) == [4, 8, 1])
    #expect(try await council.histories().flatMap(\.tenures).count == 7)
    #expect(try await council.count("stated_row") == 3)
    #expect(try await council.store.verify().ok)
  }
}
