import Practice
import Testing

@testable import Office

/// Whatever anyone writes into Kith comes out as what they wrote, and never as part of the page.
@Suite struct PageEscapingTests {
  private static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}", "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>", "<!--", "]]>", "&lt;script&gt;", "\u{0}<b>",
    "<\u{338}script>", "'\u{20dd}><svg onload=alert(1)>", "javascript:alert(1)",
    "ab<cdefgh\"ijklmnop'qrst&uvwx>yz",
  ]

  @Test("Text comes out with its five bytes as references", arguments: payloads)
  func text(payload: String) {
    let page = written { $0.p(payload) }
    #expect(Array(page.utf8) == Array("<p>\(escaped(payload))</p>".utf8))
  }

  @Test("A quotation mark under an accent cannot end an attribute")
  func accentedQuote() {
    let page = written { $0.input(.value("\"\u{301} onfocus=x")) }
    #expect(page == "<input value=\"&quot;\u{301} onfocus=x\">")
  }

  @Test("Attributes hold any value in quotes", arguments: payloads)
  func attributes(payload: String) {
    let page = written { $0.span(.label(payload)) { _ in } }
    #expect(page == "<span aria-label=\"\(escaped(payload))\"></span>")
  }

  @Test("Nothing can leave a text area, a title, a name or a drawing", arguments: payloads)
  func places(payload: String) {
    let frame = Frame(
      title: payload, who: .init(name: payload, role: payload, csrf: payload),
      trail: [.init(payload, Address("/families").step(payload))],
      notice: Notice(kind: .done, words: payload, more: payload))
    let page = String(
      decoding: frame.page { page in
        page.field(
          Field(name: "words", label: payload, hint: payload, kind: .lines(3), value: payload),
          [Fault(field: "words", words: payload)])
        page.ornament { $0.writing(x: 1, y: 1, payload, "name") }
        page.empty(EmptyState(what: payload, how: payload))
      }, as: UTF8.self)
    // What is left when references are taken away holds only markup of ours.
    for sign in ["<script", "<img", "<svg onload", "onerror=alert(1)>", "\" onmouseover"] {
      #expect(!page.utf8.contains(sequence: sign.utf8), "\(sign)")
    }
    #expect(page.utf8.contains(sequence: escaped(payload).utf8))
  }

  @Test("Every place of a special byte among its neighbours is found")
  func everyPlace() {
    for special in ["&", "<", ">", "\"", "'", "#"] {
      for place in 0..<24 {
        let text =
          String(repeating: "a", count: place) + special + String(repeating: "é", count: 23 - place)
        #expect(written { $0.text(text) } == escaped(text))
      }
    }
  }

  @Test("Any bytes at all survive: escaping and reading again give the same text")
  func anyBytes() {
    var state: UInt64 = 7
    for _ in 0..<200 {
      let scalars = (0..<40).compactMap { _ -> Unicode.Scalar? in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Unicode.Scalar(UInt32(state >> 33) % (state.isMultiple(of: 3) ? 0x11_0000 : 128))
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      #expect(Array(written { $0.text(text) }.utf8) == Array(escaped(text).utf8))
    }
  }

  @Test("An address leads only where the program says, with its words encoded")
  func addresses() {
    let search = Address("/search")
    #expect(search.query("q", "a&b=c d/é\"<").text == "/search?q=a%26b%3Dc%20d%2F%C3%A9%22%3C")
    #expect(Address("/teams").step("../x?y#z").text == "/teams/..%2Fx%3Fy%23z")
    let two = search.query("q", nil).query("a", "1").query("b", "2")
    #expect(two.text == "/search?a=1&b=2")
    #expect(written { $0.a("Next", two) } == "<a href=\"/search?a=1&amp;b=2\">Next</a>")
  }

  @Test("An id within an address reads as the id reads elsewhere")
  func ids() {
    let id = ID<Person>(high: 0x0192_f0c1_7a3b_7c11, low: 0x9d20_5f0c_1e2a_3b4c)
    let address = Address("/children/", id, "/thread")
    #expect(address.text == "/children/\(id)/thread")
    #expect(written { $0.address(address) } == address.text)
  }

  @Test("Numbers and days are written in full")
  func numbers() {
    for number in [0, 7, 10, 99, 100, -1, -120, .max, .min, 1_000_000] {
      #expect(written { $0.text(number) } == "\(number)")
    }
    #expect(
      written { $0.day(Day("2026-03-01")!) } == "<time datetime=\"2026-03-01\">1 March 2026</time>")
  }

  @Test("A page longer than its first room keeps all of it")
  func long() {
    let line = "Every word of this is kept & none is lost. "
    var html = HTML(capacity: 64)
    for _ in 0..<1000 { html.text(line) }
    let whole = String(repeating: escaped(line), count: 1000)
    #expect(String(decoding: html.bytes, as: UTF8.self) == whole)
  }

  private func written(_ content: HTML.Content) -> String {
    var html = HTML()
    content(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// The slow way, scalar by scalar.
  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension String.UTF8View {
  func contains(sequence: String.UTF8View) -> Bool {
    let (bytes, sought) = (Array(self), Array(sequence))
    guard bytes.count >= sought.count else { return false }
    return (0...(bytes.count - sought.count)).contains {
      bytes[$0..<$0 + sought.count].elementsEqual(sought)
    }
  }
}
