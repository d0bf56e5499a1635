import Testing

@testable import Office

@Suite struct DoorMultipartTests {
  static let type = "multipart/form-data; boundary=----kith7"

  static func part(_ disposition: String, _ content: String) -> String {
    "------kith7\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
  }

  static func read(_ text: String, _ type: String = type) throws -> Form {
    try Form(Array(text.utf8), type: type)
  }

  @Test func wordsAndFilesAreReadAsABrowserSendsThem() throws {
    let form = try Self.read(
      Self.part("name=\"year\"", "2026")
        + "------kith7\r\ncontent-disposition: form-data; name=\"files\"; "
        + "filename=\"header.csv\"\r\nContent-Type: text/csv\r\n\r\nCHILD,SEX\r\n1,2\r\n\r\n"
        + Self.part("name=\"files\"; filename=\"C:\\data\\Zoë's \u{202e}list.csv\"", "")
        + Self.part("name=\"files\"; filename=\"\"", "") + "------kith7--\r\n")
    #expect(form["year"] == "2026")
    let files = form.files("files")
    #expect(files.map(\.name) == ["header.csv", "Zoë's \u{202e}list.csv"])
    #expect(files.first?.type == "text/csv")
    #expect(files.first?.bytes == Array("CHILD,SEX\r\n1,2\r\n".utf8))
    #expect(files.last?.bytes.isEmpty == true)
  }

  @Test func whatLooksLikeABoundaryButIsNoneStaysContent() throws {
    let content = "a\r\n------kith77\r\n------kith\r\n------kith7x\r\n--\r\n"
    let form = try Self.read(Self.part("name=\"x\"", content) + "------kith7--")
    #expect(form["x"] == content)
  }

  @Test(arguments: [
    ("../../etc/passwd", "passwd"), ("..", ""), ("a/b\\c.csv", "c.csv"), ("a%22b.csv", "a\"b.csv"),
    ("a%0D%0Ab.csv", "ab.csv"), ("a\\\"b.csv", "a\"b.csv"), ("%41.csv", "%41.csv"),
    ("a;b.csv", "a;b.csv"), ("ملف.csv", "ملف.csv"),
  ])
  func theNameOfAFileIsItsLastStepAlone(sent: String, kept: String) throws {
    let form = try Self.read(
      Self.part("name=\"f\"; filename=\"\(sent)\"", "x") + "------kith7--")
    #expect(form.files("f").map(\.name) == [kept])
  }

  @Test(arguments: [
    "", "--", "------kith7", "------kith7\r\n", "------kith7\r\nContent-Disposition: form-data",
    "------kith7\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n",
    "------kith7\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nabc",
    "------kith7\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nabc\r\n------kith7",
    "------kith7\r\n\r\nabc\r\n------kith7--", "words before\r\n------kith7--",
    "------kith7\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\nabc\r\n------kith7--",
  ])
  func aBodyThatIsCutOffOrOfAnotherShapeIsRefused(text: String) {
    #expect(throws: DoorRefusal.self) { try Self.read(text) }
  }

  @Test func manyPartsLongHeadingsAndLongWordsAreRefused() {
    let parts = String(repeating: Self.part("name=\"x\"", "1"), count: 201) + "------kith7--"
    let heading = Self.part("name=\"\(String(repeating: "x", count: 9000))\"", "1")
    let words = Self.part("name=\"x\"", String(repeating: "x", count: 300_000)) + "------kith7--"
    for text in [parts, heading, words] {
      #expect(throws: DoorRefusal.self) { try Self.read(text) }
    }
  }

  @Test func boundariesAreTakenQuotedOrPlainAndNeverTooLong() throws {
    let body = "--a b\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--a b--"
    #expect(try Self.read(body, "multipart/form-data; charset=utf-8; boundary=\"a b\"")["x"] == "1")
    let long = String(repeating: "b", count: 71)
    for type in ["multipart/form-data", "multipart/form-data; boundary=\(long)"] {
      #expect(throws: DoorRefusal.self) { try Self.read("--\(long)--", type) }
    }
  }

  @Test func bytesOfAFileComeThroughUnchanged() throws {
    var generator = Seeded(state: 3)
    for _ in 1...50 {
      let bytes = (0..<Int.random(in: 0...3000, using: &generator)).map { _ in
        [13, 10, 45, 107, UInt8.random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
      }
      var body = Array(
        "------kith7\r\nContent-Disposition: form-data; name=f; filename=b\r\n\r\n".utf8)
      body += bytes + Array("\r\n------kith7--\r\n".utf8)
      #expect(try Form(body, type: Self.type).files("f").first?.bytes == bytes)
    }
  }

  @Test func anyBytesAreReadOrRefusedAndNothingElse() {
    var generator = Seeded(state: 5)
    let pieces = [
      "------kith7", "\r\n", "--", "Content-Disposition: form-data; name=", "\"", ";", "x",
    ]
    for _ in 1...2000 {
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      do throws(DoorRefusal) {
        _ = try Form(Array(text.utf8), type: Self.type)
      } catch {
        #expect(!error.why.isEmpty)
      }
    }
  }
}
