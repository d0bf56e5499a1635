import Practice
import Testing

@testable import Office

@Suite struct PageFrameTests {
  @Test("The place where the reader is, is marked once in the navigation")
  func current() {
    let page = page(Frame(title: "Teams", here: .teams, who: priya))
    #expect(page.utf8.contains(sequence: "<a href=\"/teams\" aria-current=\"page\">Teams</a>".utf8))
    #expect(page.split(separator: "aria-current").count == 2)
  }

  @Test("Before anyone has signed in, there is neither navigation nor a way to sign out")
  func signedOut() {
    let page = page(Frame(title: "Sign in"))
    #expect(!page.utf8.contains(sequence: "/sign-out".utf8))
    #expect(!page.utf8.contains(sequence: "<nav".utf8))
  }

  @Test("Signing out is posted with the token of the session")
  func signOut() {
    let page = page(Frame(title: "Teams", who: priya))
    let form =
      "<form method=\"post\" action=\"/sign-out\">"
      + "<input type=\"hidden\" name=\"csrf\" value=\"t0ken\">"
    #expect(page.utf8.contains(sequence: form.utf8))
  }

  @Test("A fault leads from the summary to its field, which names it")
  func faults() {
    var html = HTML()
    let faults = [Fault(field: "when", words: "Enter the day")]
    html.faults(faults)
    html.field(Field(name: "when", label: "When?", hint: "For example", kind: .day), faults)
    let page = String(decoding: html.bytes, as: UTF8.self)
    #expect(page.utf8.contains(sequence: "<a href=\"#when\">Enter the day</a>".utf8))
    let tied = "aria-describedby=\"when-hint when-fault\" aria-invalid=\"true\""
    #expect(page.utf8.contains(sequence: tied.utf8))
  }

  @Test("A password is never sent back to the page")
  func password() {
    var html = HTML()
    html.field(Field(name: "password", label: "Password", kind: .password, value: "hunter2"))
    #expect(!String(decoding: html.bytes, as: UTF8.self).utf8.contains(sequence: "hunter2".utf8))
  }

  @Test("No page holds a style or a script of its own, as the content policy refuses them")
  func policy() {
    let page = page(Frame(title: "Teams", here: .teams, who: priya))
    for refused in [" style=", "<style", "<script", "javascript:", " onclick"] {
      #expect(!page.utf8.contains(sequence: refused.utf8), "\(refused)")
    }
  }

  @Test("An asset is found under its own address, and under no other")
  func assets() {
    for asset in Asset.all {
      #expect(Asset.at(asset.address.text)?.bytes == asset.bytes)
      #expect(!asset.bytes.isEmpty)
    }
    #expect(Asset.at("/assets/kith-0000000000000000.css") == nil)
    #expect(Asset.at("/assets/../kith.css") == nil)
  }

  @Test("An interval is drawn within its scale, whatever the figures")
  func estimate() {
    var html = HTML()
    html.estimate(Estimate(value: 2, low: -1, high: .nan, scale: 0...1, words: "200%"))
    let page = String(decoding: html.bytes, as: UTF8.self)
    #expect(page.utf8.contains(sequence: "cx=\"100.0%\"".utf8))
    #expect(!page.utf8.contains(sequence: "nan".utf8))
  }

  private let priya = Frame.SignedIn(
    name: "Priya Raman", role: "Social worker", csrf: "t0ken", places: Place.allCases)

  private func page(_ frame: Frame) -> String {
    String(decoding: frame.page { $0.h1(frame.title) }, as: UTF8.self)
  }
}
