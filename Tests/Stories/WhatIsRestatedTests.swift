import Crypto
import Foundation
import Office
import Practice
import Returns
import Store
import Testing

/// Returns say again what others have said: the latest word stands, nothing is kept twice, and
/// nothing that was handed over is lost.
@Suite struct WhatIsRestatedTests {
  /// Of 501: with A until she hands over to B, as the collection of 2026 has it; the collection of
  /// 2025 still had her with A.
  private static let twoYears = [
    (
      2025,
      """
      CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
      501,04/05/2012,SW100001,10/06/2024,,FCONTA
      """
    ),
    (
      2026,
      """
      CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
      501,04/05/2012,SW100001,10/06/2024,01/09/2025,FCONTA
      501,04/05/2012,SW100002,01/09/2025,,TSPROC
      """
    ),
  ]

  @Test(arguments: [[2025, 2026], [2026, 2025]])
  func yearsMayComeInAnyOrderAndTheLatestWordStands(_ order: [Int]) async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    for year in order {
      let file = try #require(Self.twoYears.first { $0.0 == year })
      let report = try await council.handOver([("sw_episodes.csv", file.1)], year: year)
      #expect(report.isGood, "\(report.files.flatMap(\.firstFaults))")
    }
    let tenures = try await council.histories().flatMap(\.tenures)
    #expect(tenures.map(\.period.until) == [Day("2025-09-01"), nil])
  }

  @Test func aDayOfBirthThatOnlyTheWorkersTableSaysIsKept() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver([("sw_episodes.csv", HandedOver.workers)], year: 2026)
    let born = try await council.store.read { reading in
      try reading.all("SELECT born FROM person_about ORDER BY born") { $0.dayIfAny(0) }
    }
    #expect(born == [Day("2012-05-04"), Day("2016-11-17")])
    // Another day beside it is not believed, and not lost.
    let other = HandedOver.workers.split(separator: "\n").map { line in
      line.hasPrefix("502") ? "502,18/11/2016,SW100003,01/09/2025,,FCONTA" : String(line)
    }.joined(separator: "\n")
    _ = try await council.handOver([("sw_episodes.csv", other)], year: 2026)
    #expect(try await council.count("stated_row") == 1)
  }

  @Test func anEarlierHeaderFillsWhatALaterTableLeftOpenAndChangesNothingElse() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    _ = try await council.handOver([("sw_episodes.csv", HandedOver.workers)], year: 2026)
    let older = HandedOver.header.replacingOccurrences(of: "04/05/2012", with: "05/05/2012")
    _ = try await council.handOver([("header.csv", older)], year: 2025)
    let known = try await council.store.read { reading in
      try reading.all(
        """
        SELECT born, sex, ethnicity FROM person_about WHERE id NOT IN
        (SELECT supersedes FROM person_about WHERE supersedes IS NOT NULL) ORDER BY born
        """
      ) { "\($0.day(0)) \($0.text(1)) \($0.text(2))" }
    }
    #expect(known == ["2012-05-04 F WBRI", "2016-11-17 M BAFR"])
  }

  @Test func twoEpisodesThatBeginOnOneDayAreBothKeptAndKnownAgain() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let columns = String(HandedOver.episodes.prefix { $0 != "\n" })
    let rows = """
      501,01/05/2025,S,L2,N1,U4,PR1,01/05/2025,X1,,BN1 1AA,BN2 1TW,
      501,01/05/2025,L,C1,N1,U4,PR1,,,,BN1 1AA,BN2 1TW,
      """
    let first = try await council.handOver([("episodes.csv", columns + "\n" + rows)], year: 2026)
    #expect(first.isGood, "\(first.files.flatMap(\.firstFaults))")
    let standing: @Sendable (Reading) throws -> [String] = { reading in
      try reading.all(
        """
        SELECT legal_status FROM care_episode WHERE id NOT IN
        (SELECT supersedes FROM care_episode WHERE supersedes IS NOT NULL) ORDER BY legal_status
        """
      ) { $0.text(0) }
    }
    #expect(try await council.store.read(standing) == ["C1", "L2"])
    // The next year restates both and ends the second.
    let next = rows.split(separator: "\n").reversed().map { line in
      line.contains(",C1,")
        ? "501,01/05/2025,L,C1,N1,U4,PR1,20/05/2026,E11,,BN1 1AA,BN2 1TW," : String(line)
    }.joined(separator: "\n")
    let report = try await council.handOver(
      [("episodes.csv", columns + "\n" + next)], year: 2027)
    #expect(report.files[0].added == 1)
    #expect(try await council.store.read(standing) == ["C1", "L2"])
  }

  @Test func rowsThatWereLeftOutAreSaidToBeLeftOutTheNextTimeToo() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let file = ("sw_episodes.csv", HandedOver.workers + "\n502,17/11/2016,SW1,31/02/2026,,OTHER")
    let first = try await council.handOver([file], year: 2026, keepGoodRows: true)
    let again = try await council.handOver([file], year: 2026)
    for report in [first, again] {
      #expect(!report.isGood)
      #expect(report.files[0].outcome == .keptGoodRows)
      #expect(report.files[0].kept == 4)
      #expect(report.files[0].rows == 5)
    }
    #expect(again.files[0].added == 0)
  }

  @Test func whatRefusesAFileIsSaidBeforeWhatIsOnlyAsked() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let early = (1...30).map { "A\($0),04/05/2012,SW100001,01/06/2027,,FCONTA" }
    let wrong = "A31,04/05/2012,SW100001,31/02/2026,,FCONTA"
    let report = try await council.handOver(
      [
        (
          "sw_episodes.csv",
          (["CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON"] + early + [wrong]).joined(separator: "\n")
        )
      ], year: 2026)
    #expect(report.files[0].queries > 0)
    #expect(report.files[0].firstFaults.first?.severity == .fault)
  }

  @Test func whatIsKeptIsWhatItsTellingIsNamedBy() async throws {
    // Somebody keeps putting one file in the place of the other while they are handed over.
    let (long, short) = (
      HandedOver.workers,
      HandedOver.workers.split(separator: "\n").prefix(2).joined(separator: "\n")
    )
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("sw_episodes.csv").path
    try Data(long.utf8).write(to: URL(fileURLWithPath: path))
    let swapping = Task.detached {
      var turn = 0
      while !Task.isCancelled {
        turn += 1
        try? Data((turn % 2 == 0 ? long : short).utf8).write(
          to: URL(fileURLWithPath: path), options: .atomic)
      }
    }
    defer { swapping.cancel() }
    for _ in 1...20 {
      let council = try await HandedOver()
      defer { council.remove() }
      let report = try await council.run().ssda903([.file(path: path)], year: CollectionYear(2026)!)
      let notes = try await council.store.read { reading in
        try reading.all("SELECT note FROM telling") { $0.text(0) }
      }
      guard report.isGood else {
        #expect(report.files[0].firstFaults.first?.rule == "KITH-CHANGED")
        #expect(notes.isEmpty)
        continue
      }
      let isLong = notes.first?.hasSuffix(hex(long)) == true
      #expect(try await council.count("tenure") == (isLong ? 4 : 1))
    }
  }

  private func hex(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    .joined()
  }
}
