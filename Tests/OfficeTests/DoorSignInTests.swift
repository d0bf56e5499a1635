import HTTPTypes
import Practice
import Testing

@testable import Office

@Suite struct DoorSignInTests {
  @Test func aStrangerIsLedToTheDoorAndBackToTheirPage() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    let turned = try await visitor.get("/search?q=Se%C3%A1n")
    #expect(turned.status == 303)
    #expect(turned.location == "/sign-in?next=%2Fsearch%3Fq%3DSe%25C3%25A1n")
    #expect(turned.body.isEmpty)

    let opened = try await visitor.signIn(next: "/search?q=Se%C3%A1n")
    #expect(opened.status == 303)
    #expect(opened.location == "/search?q=Se%C3%A1n")
    #expect(try await visitor.get("/families").status == 200)
  }

  @Test(arguments: [
    "Ama Boateng", "ama boateng", "  AMA   Boateng ", "Ａｍａ Boateng",
  ])
  func capitalsSpacingAndKeyboardsDoNotMatter(name: String) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    #expect(try await Visitor(bench.site).signIn(name).status == 303)
  }

  @Test(arguments: ["Siobhán O'Neill", "ليلى حسن", "<script>alert(1)</script>", "\"\u{301} x"])
  func peopleOfAnyNameSignInAndReadItAsTheyWroteIt(name: String) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add(name, "a password of theirs")
    let visitor = Visitor(bench.site)
    #expect(try await visitor.signIn(name, "a password of theirs").status == 303)
    let page = try await visitor.get("/families").body
    var escaped: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
      case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
      case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
      case UInt8(ascii: "'"): escaped += Array("&#39;".utf8)
      default: escaped.append(byte)
      }
    }
    #expect(ByteSearch(for: escaped).first(in: Array(page.utf8), from: 0) != nil)
    #expect(!page.contains("<script"))
  }

  @Test func aWrongPasswordAndAnUnknownNameAreAnsweredAlike() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let wrong = try await Visitor(bench.site).signIn(DoorBench.name, "not the password")
    let unknown = try await Visitor(bench.site).signIn("Ama Boatenk", DoorBench.password)
    for seen in [wrong, unknown] {
      #expect(seen.status == 422)
      #expect(seen.body.contains("This name and password do not belong together"))
      #expect(!seen.body.contains(DoorBench.password) && !seen.body.contains("not the password"))
      #expect(seen.fields[values: .setCookie].allSatisfy { !$0.utf8.starts(with: "kith=".utf8) })
    }
    #expect(wrong.body.contains("value=\"Ama Boateng\""))
    #expect(unknown.body.contains("value=\"Ama Boatenk\""))
    #expect(!bench.log.text.contains("Boate") && !bench.log.text.contains("password"))
    #expect(try await bench.sessionsKept() == 0)
  }

  @Test func anEmptyFormIsAskedAgainBesideItsFields() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let seen = try await Visitor(bench.site).signIn(" ", "")
    #expect(seen.status == 422)
    #expect(seen.body.contains("Enter your name.") && seen.body.contains("Enter your password."))
  }

  @Test func aSignInThatDidNotComeFromOurFormIsNotTaken() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    let right = try await visitor.get("/sign-in").hidden("csrf") ?? ""
    for csrf in ["", "0", String(right.dropLast()) + "x", String(repeating: "0", count: 64)] {
      let seen = try await visitor.post(
        "/sign-in", ["name": DoorBench.name, "password": DoorBench.password, "csrf": csrf])
      #expect(seen.status == 403)
      #expect(seen.body.contains("value=\"Ama Boateng\""))
    }
    // Another visitor's token, and ours without our cookie.
    let other = try await Visitor(bench.site).get("/sign-in").hidden("csrf") ?? ""
    visitor.cookies["kith-doorstep"] = String(repeating: "a", count: 32)
    for csrf in [other, right] {
      let seen = try await visitor.post(
        "/sign-in", ["name": DoorBench.name, "password": DoorBench.password, "csrf": csrf])
      #expect(seen.status == 403)
    }
    #expect(try await bench.sessionsKept() == 0)
  }

  @Test func anotherSitesFormIsNotTakenEvenWithTheRightToken() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    let csrf = try await visitor.get("/sign-in").hidden("csrf") ?? ""
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    for origin in ["cross-site", "same-site"] {
      let seen = try await visitor.post(
        "/sign-in", ["name": DoorBench.name, "password": DoorBench.password, "csrf": csrf],
        [site: origin])
      #expect(seen.status == 403)
    }
    let ours = try await visitor.post(
      "/sign-in", ["name": DoorBench.name, "password": DoorBench.password, "csrf": csrf],
      [site: "same-origin"])
    #expect(ours.status == 303)
  }

  @Test(arguments: [
    "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere",
    "javascript:alert(1)", "/families/../../elsewhere", "/sign-out", "/sign-in", "/assets/x", "",
    "/families\r\nSet-Cookie: a=b", "/search?q=\"><script>alert(1)</script> ", "families",
    "/families@elsewhere.example", "/.elsewhere.example", "/%2Felsewhere.example",
  ])
  func signingInNeverLeadsElsewhere(next: String) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    #expect(try await Visitor(bench.site).signIn(next: next).location == "/families")
  }

  @Test func signingOutEndsTheSessionEverywhere() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let csrf = try await visitor.get("/families").hidden("csrf") ?? ""
    let stolen = visitor.cookies

    #expect(try await visitor.post("/sign-out", ["csrf": "wrong"]).status == 403)
    #expect(try await visitor.get("/families").status == 200)

    let left = try await visitor.post("/sign-out", ["csrf": csrf])
    #expect(left.status == 303 && left.location == "/sign-in?why=left")
    #expect(visitor.cookies["kith"] == nil)
    #expect(try await bench.sessionsKept() == 0)

    visitor.cookies = stolen
    #expect(try await visitor.get("/families").status == 303)
    visitor.site = bench.restarted()
    #expect(try await visitor.get("/families").status == 303)
  }
}
