import Foundation
import Office
import Practice
import Returns
import Testing

/// A folder that lasts as long as a test.
final class LogFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "contacts-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String = "contacts.csv") throws -> String {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws -> String {
    let file = path + "/" + name
    try data.write(to: URL(fileURLWithPath: file))
    return file
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct ContactLogTests {
  let day = Day("2024-12-30")!

  /// Two children: workers 7 7 8 7 9 on five days, and one contact.
  let plain = """
    child,day,worker,kind,seen
    0,3600,7,0,1
    0,3601,7,0,1
    0,3602,8,1,0
    4,3602,9,0,1
    0,3603,7,0,1
    0,3604,9,3,0

    """
  let answer =
    #"{"children": 2, "sums": {"n": 6, "D": 4, "max": 4, "ssq": 12, "pairs": 1, "roll": 4, "#
    + #""last12": 4, "fam": 2}, "weighted": {"n": "000000000000000a", "D": "0000000000000008", "#
    + #""max": "0000000000000008", "ssq": "0000000000000010", "pairs": "0000000000000001", "#
    + #""roll": "0000000000000008", "last12": "0000000000000008", "fam": "0000000000000002"}, "#
    + #""upc": 0.800000000000, "coc": 0.300000000000, "secon": 0.250000000000, "n2": 1, "#
    + #""familiar": 0.500000000000, "roll_hist": {"1": 1, "3": 1}}"#

  func report(_ text: String, threads: Int = 1) throws -> ContactLogReport {
    let folder = try LogFolder()
    return try ContactLog.report(path: folder.write(text), day: day, threads: threads)
  }

  func refusal(_ text: String) throws -> ContactLogRefusal {
    let folder = try LogFolder()
    let path = try folder.write(text)
    do throws(ContactLogRefusal) {
      _ = try ContactLog.report(path: path, day: day)
    } catch {
      return error
    }
    throw CocoaError(.featureUnsupported)
  }

  @Test func aSmallLogIsAnsweredToTheLastDigit() throws {
    #expect(try report(plain).json == answer)
    #expect(try report(plain, threads: 3).json == answer)
  }

  @Test func quotesAndOrderOfColumnsAndLineEndsDoNotMatter() throws {
    let quoted = plain.split(separator: "\n").map { line in
      line.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    #expect(try report(quoted).json == answer)
    #expect(try report("\u{FEFF}" + plain.replacing("\n", with: "\r\n")).json == answer)
    let turned = plain.split(separator: "\n").map { line in
      let fields = line.split(separator: ",")
      return "\(fields[2]) , \"a, \"\"b\"\"\nc\",\(fields[1]),\(fields[0])"
    }
    let heading = turned[0].replacing("\nc", with: "")
    #expect(try report(([heading] + turned.dropFirst()).joined(separator: "\n")).json == answer)
  }

  @Test func datesAreDaysToo() throws {
    let dated = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count > 1, let number = Int(fields[1]) else { return String(line) }
      return ([fields[0], (ContactLog.dayZero + number).description] + fields.dropFirst(2))
        .joined(separator: ",")
    }
    #expect(dated[1] == "0,2024-11-09,7,0,1")
    #expect(try report(dated.joined(separator: "\n")).json == answer)
  }

  @Test func theDayOfTheReferenceIsNumber3651() {
    #expect(day - ContactLog.dayZero == 3651)
  }

  @Test func aLogByChildGivesTheSameAnswerAsOneByDay() throws {
    var lines = plain.split(separator: "\n").map(String.init)
    let moved = lines.remove(at: 4)
    #expect(try report((lines + [moved]).joined(separator: "\n")).json == answer)
    lines.swapAt(1, 5)
    #expect(try report((lines + [moved]).joined(separator: "\n")).json == answer)
    #expect(try report("child,day,worker\n1,9,7\n1,5,8\n1,5,7\n").sums[.repeats] == 1)
  }

  @Test func numbersOfTenDigitsAreRankedAndKeptForTheChecksums() throws {
    let large = try report(plain.replacing("\n4,", with: "\n4294967295,"))
    #expect(large.children == 2)
    #expect(large.weighted[.contacts] == 5 + 4_294_967_296)
    #expect(large.sums[.contacts] == 6)
  }

  @Test func contactsAfterTheDayAreCountedAndLeftOut() throws {
    let later = try report(plain + "0,3652,1,0,0\n9,3700,1,0,0\n")
    #expect(later.json == answer)
    #expect(later.later == 2)
  }

  @Test func aLogWithoutContactsHasNothingToSayAndSaysNoZero() throws {
    let empty = try report("child,day,worker\n")
    #expect(empty.children == 0)
    #expect(empty.upc == nil)
    #expect(empty.json.contains(#""upc": null, "coc": null, "secon": null"#))
    #expect(empty.table == "No contact up to 30 December 2024: there is no continuity to measure.")
  }

  @Test func contactsOfADayAreNeverMerged() throws {
    let report = try report("child,day,worker\n1,5,7\n1,5,7\n1,5,7\n")
    #expect(report.sums[.contacts] == 3)
    #expect(report.sums[.repeats] == 2)
  }

  @Test func everyFaultIsCountedWithItsLineAndItsRemedy() throws {
    let refusal = try refusal(
      plain + "1,3,x,0,0\n-1,2024-02-30,,0,0\n1,2\n4294967296,41795,99999999999999999999,0,0\n")
    #expect(refusal.faultCount == 8)
    #expect(refusal.faults.map(\.line) == [8, 9, 9, 9, 10, 11, 11, 11])
    let columns = ["worker", "child", "day", "worker", nil, "child", "day", "worker"]
    #expect(refusal.faults.map(\.column) == columns)
    #expect(refusal.faults[0].value == "x")
    #expect(refusal.faults[2].value == "2024-02-30")
    #expect(refusal.faults[3].message == "The worker is missing.")
    #expect(refusal.faults[4].message.contains("2 fields and the heading has 5"))
    #expect(refusal.why.contains("8 faults"))
  }

  @Test func aMillionFaultsAreCountedAndAThousandKept() throws {
    let refusal = try refusal(
      "child,day,worker\n" + String(repeating: "1,2,x\n", count: 20_000))
    #expect(refusal.faultCount == 20_000)
    #expect(refusal.faults.count == 1000)
  }

  @Test func aQuotationMarkThatIsNeverClosedIsAFaultOfItsLine() throws {
    let refusal = try refusal(plain + "1,2,\"3,0,0\n1,2,3,0,0\n")
    #expect(refusal.faults.map(\.line) == [8])
  }

  @Test(arguments: [
    "", "\n", "child,day\n1,2\n", "child,day,worker,day\n1,2,3,4\n", "29016,0,5889,0,0\n",
    "child,day,worker\u{0}\n",
  ])
  func aFileThatIsNoContactLogIsRefused(text: String) throws {
    #expect(try !refusal(text).why.isEmpty)
  }

  @Test func aMissingFileAndAFolderWithoutALogAreRefused() throws {
    let folder = try LogFolder()
    #expect(throws: ContactLogRefusal.self) {
      try ContactLog.report(path: folder.path, day: day)
    }
    #expect(throws: ContactLogRefusal.self) {
      try ContactLog.report(path: folder.path + "/none.csv", day: day)
    }
  }

  @Test func aFolderIsReadByItsCSVElseByItsRawColumns() throws {
    let folder = try LogFolder()
    let rows = plain.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").compactMap { UInt32($0) }
    }
    func bytes<Number: FixedWidthInteger>(_ column: Int, as type: Number.Type) -> Data {
      rows.reduce(into: Data()) { data, row in
        withUnsafeBytes(of: Number(row[column]).littleEndian) { data.append(contentsOf: $0) }
      }
    }
    _ = try folder.write(bytes(0, as: UInt32.self), to: "contacts.child.bin")
    _ = try folder.write(bytes(1, as: UInt16.self), to: "contacts.day.bin")
    _ = try folder.write(bytes(2, as: UInt32.self), to: "contacts.worker.bin")
    #expect(try ContactLog.report(path: folder.path, day: day).json == answer)
    _ = try folder.write("child,day,worker\n1,1,1\n")
    #expect(try ContactLog.report(path: folder.path, day: day).children == 1)
    _ = try folder.write(Data([1]), to: "contacts.day.bin")
    try FileManager.default.removeItem(atPath: folder.path + "/contacts.csv")
    #expect(throws: ContactLogRefusal.self) {
      try ContactLog.report(path: folder.path, day: day)
    }
  }

  /// Some thousand children over several buffers of the reader, against counting in a dictionary.
  @Test func aLogLargerThanTheBufferLosesNoLine() throws {
    var text = "worker,note,child,day\n"
    var contacts: [Int: Int] = [:]
    let padding = String(repeating: "n", count: 60)
    for row in 0..<150_000 {
      let child = row &* 7919 % 3001
      contacts[child, default: 0] += 1
      let note = row % 1000 == 0 ? "\"\(padding)\n\(padding)\"" : padding
      text += "\(row % 17),\(note),\(child),\(row / 100)\n"
    }
    let report = try report(text, threads: 2)
    #expect(report.children == contacts.count)
    #expect(report.sums[.contacts] == 150_000)
    let checksum = contacts.reduce(0) { $0 + ($1.key + 1) * $1.value }
    #expect(report.weighted[.contacts] == UInt64(checksum))
  }
}
