/// A page that needs no server: its style is in it, and nothing of it is looked for elsewhere.
struct PrintedPage {
  let title: String

  func bytes(_ main: HTML.Content) -> [UInt8] {
    var before = HTML()
    before.markup("<!doctype html>")
    before.open("html", [.lang("en-GB")])
    before.open("head", [])
    before.open("meta", [.charset("utf-8")])
    before.open("meta", [.name("robots"), .content("noindex")])
    before.element("title", [], title)
    before.open("style", [])
    var after = HTML()
    after.close("style")
    after.close("head")
    after.standsAlone = true
    after.element("body", [.class("paper")]) { body in body.element("main", [.id("main")], main) }
    after.close("html")
    return before.bytes + Asset.stylesheet.bytes + after.bytes
  }
}
