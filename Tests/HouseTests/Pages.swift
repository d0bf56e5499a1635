/// Markup is written in `Sources/Office/Page` alone, where every value is escaped; anywhere else a
/// text with a tag in it is a page that forgot to.
enum Pages {
  private static let tags: Set = [
    "a", "abbr", "article", "b", "body", "br", "button", "circle", "code", "dd", "defs", "details",
    "div", "dl", "dt", "em", "fieldset", "figure", "footer", "form", "g", "h1", "h2", "h3", "h4",
    "head", "header", "hr", "html", "i", "img", "input", "label", "legend", "li", "line", "link",
    "main", "meta", "nav", "ol", "option", "p", "path", "polygon", "polyline", "rect", "script",
    "section", "select", "small", "span", "strong", "style", "summary", "svg", "symbol", "table",
    "tbody", "td", "text", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tspan", "ul",
    "use",
  ]

  static func markupOutsidePage(_ tree: SourceTree) -> [Finding] {
    tree.program.filter { !$0.path.hasPrefix("Sources/Office/Page/") }.flatMap { file in
      file.swift.literals.compactMap { literal in
        tag(in: literal.text).map {
          Finding(path: file.path, line: literal.line, what: "writes <\($0)> by hand")
        }
      }
    }
  }

  /// The first tag of the page language in a text: `</p>` gives `p`; `<FOLDER>` is none.
  static func tag(in text: String) -> String? {
    for part in text.utf8.split(separator: UInt8(ascii: "<")).dropFirst(
      text.utf8.first == 60 ? 0 : 1)
    {
      let name = part.drop { $0 == UInt8(ascii: "/") }
        .prefix { (97...122).contains($0) || (48...57).contains($0) }
      let after = part.drop { $0 == UInt8(ascii: "/") }.dropFirst(name.count).first
      let word = String(decoding: name, as: UTF8.self)
      if tags.contains(word), after == nil || " >/\n".utf8.contains(after ?? 0) { return word }
    }
    return nil
  }
}
