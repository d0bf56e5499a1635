import Glibc
import Practice
import Returns
import Testing

/// A folder of its own, gone when it is let go.
final class TemporaryFolder {
  let path: String

  init() {
    var name = Array("/tmp/kith-returns-XXXXXX".utf8CString)
    path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  private var names: [String] = []

  func write(_ name: String, _ text: String) {
    names.append(name)
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }
}

@Suite struct SetTests {
  private let header = headerColumns + "A1,F,22/02/2009,WBRI,UN1,,\r\n"

  @Test func aChildOfNoHeaderIsAFaultWhereTheHeaderWasHandedOver() {
    let set = SSDA903Set(year: CollectionYear(2026)!)
    _ = Bench(Array(header.utf8), as: "header.csv", in: set)
    let rows =
      "A1,22/02/2009,03/10/2025,PN1\r\nA2,22/02/2009,03/10/2025,PN1\r\nA1,23/02/2009,04/10/2025,PN1\r\n"
    let bench = Bench(
      Array(("CHILD,DOB,REVIEW,REVIEW_CODE\r\n" + rows).utf8), as: "reviews.csv", in: set)
    #expect(bench.refusals == ["INT08"])
    #expect(bench.fault("INT08")?.value == "A2")
    #expect(bench.queries == ["INT17"])
    #expect(bench.fault("INT17")?.message.contains("22 February 2009") == true)
    // Without a header there is nothing to look them up in.
    #expect(Bench("CHILD,DOB,REVIEW,REVIEW_CODE\r\n" + rows, as: "reviews.csv").refusals == [])
  }

  @Test func aFolderIsReadByYearTheHeaderFirst() throws {
    let folder = TemporaryFolder()
    folder.write("2018-reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n")
    folder.write("2018-header.csv", headerColumns)
    folder.write("2017-header.csv", headerColumns)
    folder.write("2017-episodes.csv", episodeColumns)
    folder.write("notes.docx", "…")
    folder.write("2018-export.xml", "<?xml version='1.0'?><EXPSSDA903/>")
    let plan = try FolderPlan(path: folder.path)
    #expect(
      plan.files.map(\.name) == [
        "2017-header.csv", "2017-episodes.csv", "2018-header.csv", "2018-reviews.csv",
        "2018-export.xml",
      ])
    #expect(plan.files.map(\.form).last == .xml)
    #expect(plan.years.map(\.number) == [2017, 2018])
    #expect(plan.year == nil)
    #expect(plan.files(of: CollectionYear(2018)!).count == 3)
    #expect(plan.others == ["notes.docx"])
  }

  @Test func theYearIsReadFromNamesAsPeopleWriteThem() throws {
    let names = [
      "header_2026.csv": 2026, "SSDA903_2020_header.csv": 2020, "header 2025-26.csv": 2026,
      "2026-27_header.csv": 2027, "2016_2017 header.csv": 2017, "header.csv": nil,
      "header_2019_and_2020.csv": nil, "header_1999.csv": nil, "header-20260331.csv": nil,
    ]
    for (name, year) in names {
      let folder = TemporaryFolder()
      folder.write(name, headerColumns)
      #expect(try FolderPlan(path: folder.path).files.first?.year?.number == year, "\(name)")
    }
  }

  @Test func aWrongFolderIsRefusedWithTheReason() {
    let folder = TemporaryFolder()
    #expect(throws: FolderRefusal.self) { try FolderPlan(path: folder.path) }
    #expect(throws: FolderRefusal.self) { try FolderPlan(path: folder.path + "/nowhere") }
    #expect(throws: FolderRefusal.self) { try SSDPlan(path: folder.path) }
  }

  @Test func aFileThatIsAlteredWhileItIsReadIsRefused() {
    let folder = TemporaryFolder()
    folder.write("header.csv", header)
    let report = SSDA903Set(year: CollectionYear(2026)!).read(
      .file(path: folder.path + "/header.csv")
    ) { _ in folder.write("header.csv", header + header) }
    #expect(report.kept.contains { $0.rule == "KITH-CHANGED" })
    #expect(!report.isGood)
  }

  @Test func aFileThatCannotBeReadSaysWhy() {
    let folder = TemporaryFolder()
    let set = SSDA903Set(year: CollectionYear(2026)!)
    for path in [folder.path, folder.path + "/nowhere.csv"] {
      let report = set.read(.file(path: path)) { _ in }
      #expect(report.kept.map(\.rule) == ["KITH-FILE"])
    }
  }

  @Test func everyByteIsSeenOnceAndInOrder() {
    let folder = TemporaryFolder()
    folder.write("header.csv", header)
    var seen: [UInt8] = []
    let report = SSDA903Set(year: CollectionYear(2026)!).read(
      .file(path: folder.path + "/header.csv"), watch: { seen += $0 }, into: { _ in })
    #expect(seen == Array(header.utf8))
    #expect(report.bytes == seen.count)
  }

  @Test func whatTheTakerThrowsStopsTheReading() {
    struct Enough: Error {}
    var taken = 0
    #expect(throws: Enough.self) {
      try SSDA903Set(year: CollectionYear(2026)!).read(
        .bytes(Array((header + "A2,F,22/02/2009,WBRI,UN1,,\r\n").utf8), name: "header.csv")
      ) { (_: Statement) throws(Enough) in
        taken += 1
        throw Enough()
      }
    }
    #expect(taken == 1)
  }

  @Test func tablesThatWerePutTogetherFromSeveralAuthoritiesOrYearsAreRefused() {
    let bench = Bench(
      "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,LA,YEAR\n"
        + "A1,F,2009-02-22,WBRI,UN1,,,Southwark,2025\nA2,F,2009-02-22,WBRI,UN1,,,Bromley,2026\n",
      as: "header.csv")
    #expect(bench.statements.map(\.child) == ["A1"])
    #expect(bench.refusals.sorted() == ["KITH-AUTHORITIES", "KITH-YEAR"])
  }

  @Test func theSameReviewTwiceIsAskedAbout() {
    let row = "A1,22/02/2009,03/10/2025,PN1\r\n"
    let bench = Bench("CHILD,DOB,REVIEW,REVIEW_CODE\r\n" + row + row, as: "reviews.csv")
    #expect(bench.refusals == [])
    #expect(bench.queries == ["KITH-TWICE"])
  }

  @Test(arguments: [("06/2027", 2026, "a later"), ("06/2020", 2026, "an earlier")])
  func aReturnOfAnotherYearIsRefusedOnceAndNotRowByRow(
    _ month: String, _ year: Int, _ words: String
  ) {
    let rows = (10..<28).map { "A\($0),01/\(month),S,C2,N1,U4,PR1,\($0)/\(month),E11,,,," }
    let bench = Bench(
      episodeColumns + rows.joined(separator: "\r\n") + "\r\n", as: "episodes.csv", year: year)
    #expect(bench.refusals == ["KITH-YEAR"], "\(bench.refusals)")
    #expect(bench.faults.last { $0.rule == "KITH-YEAR" }?.message.contains(words) == true)
  }
}
