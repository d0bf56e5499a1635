/// The elements that pages are made of, each either around content or around a text:
/// `page.h1("My families")`, `page.td(.class("when")) { $0.day(visit.day) }`.
extension HTML {
  mutating func h1(_ a: Attribute..., content: Content) { element("h1", a, content) }
  mutating func h1(_ text: String, _ a: Attribute...) { element("h1", a, text) }
  mutating func h2(_ a: Attribute..., content: Content) { element(heading(2), a, content) }
  mutating func h2(_ text: String, _ a: Attribute...) { element(heading(2), a, text) }
  mutating func h3(_ a: Attribute..., content: Content) { element(heading(3), a, content) }
  mutating func h3(_ text: String, _ a: Attribute...) { element(heading(3), a, text) }
  mutating func p(_ a: Attribute..., content: Content) { element("p", a, content) }
  mutating func p(_ text: String, _ a: Attribute...) { element("p", a, text) }
  mutating func div(_ a: Attribute..., content: Content) { element("div", a, content) }
  mutating func section(_ a: Attribute..., content: Content) { element("section", a, content) }
  mutating func article(_ a: Attribute..., content: Content) { element("article", a, content) }
  mutating func nav(_ a: Attribute..., content: Content) { element("nav", a, content) }
  mutating func aside(_ a: Attribute..., content: Content) { element("aside", a, content) }
  mutating func figure(_ a: Attribute..., content: Content) { element("figure", a, content) }
  mutating func figcaption(_ a: Attribute..., content: Content) {
    element("figcaption", a, content)
  }
  mutating func span(_ a: Attribute..., content: Content) { element("span", a, content) }
  mutating func span(_ text: String, _ a: Attribute...) { element("span", a, text) }
  mutating func strong(_ text: String, _ a: Attribute...) { element("strong", a, text) }
  mutating func mark(_ text: String) { element("mark", [], text) }
  mutating func small(_ text: String, _ a: Attribute...) { element("small", a, text) }
  mutating func ul(_ a: Attribute..., content: Content) { element("ul", a, content) }
  mutating func ol(_ a: Attribute..., content: Content) { element("ol", a, content) }
  mutating func li(_ a: Attribute..., content: Content) { element("li", a, content) }
  mutating func li(_ text: String, _ a: Attribute...) { element("li", a, text) }
  mutating func dl(_ a: Attribute..., content: Content) { element("dl", a, content) }
  mutating func dt(_ text: String, _ a: Attribute...) { element("dt", a, text) }
  mutating func dd(_ a: Attribute..., content: Content) { element("dd", a, content) }
  mutating func dd(_ text: String, _ a: Attribute...) { element("dd", a, text) }
  mutating func details(_ a: Attribute..., content: Content) {
    element("details", standsAlone ? a + [.open(if: true)] : a, content)
  }
  mutating func summary(_ text: String, _ a: Attribute...) { element("summary", a, text) }
  mutating func br() { open("br", []) }

  private func heading(_ level: Int) -> StaticString {
    switch level + lowered {
    case ...2: "h2"
    case 3: "h3"
    default: "h4"
    }
  }
}

/// Tables.
extension HTML {
  mutating func table(_ a: Attribute..., content: Content) { element("table", a, content) }
  mutating func caption(_ text: String, _ a: Attribute...) { element("caption", a, text) }
  mutating func thead(content: Content) { element("thead", [], content) }
  mutating func tbody(content: Content) { element("tbody", [], content) }
  mutating func tr(_ a: Attribute..., content: Content) { element("tr", a, content) }
  mutating func th(_ a: Attribute..., content: Content) { element("th", a, content) }
  mutating func th(_ text: String, _ a: Attribute...) { element("th", a, text) }
  mutating func td(_ a: Attribute..., content: Content) { element("td", a, content) }
  mutating func td(_ text: String, _ a: Attribute...) { element("td", a, text) }
}

/// Links and forms. A form that changes something is written by `form(to:csrf:)`.
extension HTML {
  mutating func a(_ to: Address, _ a: Attribute..., content: Content) {
    if standsAlone { return element("span", a, content) }
    element("a", [.href(to)] + a, content)
  }
  mutating func a(_ text: String, _ to: Address, _ a: Attribute...) {
    if standsAlone { return element("span", a, text) }
    element("a", a.isEmpty ? [.href(to)] : [.href(to)] + a, text)
  }
  mutating func label(_ a: Attribute..., content: Content) { element("label", a, content) }
  mutating func label(_ text: String, _ a: Attribute...) { element("label", a, text) }
  mutating func fieldset(_ a: Attribute..., content: Content) { element("fieldset", a, content) }
  mutating func legend(_ text: String, _ a: Attribute...) { element("legend", a, text) }
  mutating func input(_ a: Attribute...) { open("input", a) }
  mutating func select(_ a: Attribute..., content: Content) { element("select", a, content) }
  mutating func option(_ text: String, _ a: Attribute...) { element("option", a, text) }
  mutating func textarea(_ text: String, _ a: Attribute...) {
    // A line feed at the very start of a text area is dropped by browsers; this one is dropped
    // in place of the writer's.
    open("textarea", a)
    write(10)
    self.text(text)
    close("textarea")
  }
  mutating func button(_ text: String, _ a: Attribute...) { element("button", a, text) }

  /// A form that changes something: posted, with the token that proves it came from our page.
  mutating func form(to: Address, csrf: String, _ a: Attribute..., content: Content) {
    element("form", [.method("post"), .action(to)] + a) { form in
      form.input(.type("hidden"), .name("csrf"), .value(csrf))
      content(&form)
    }
  }

  /// A form that only asks: its fields become the query of the address.
  mutating func search(at: Address, _ a: Attribute..., content: Content) {
    element("form", [.method("get"), .action(at), .role("search")] + a, content)
  }
}
