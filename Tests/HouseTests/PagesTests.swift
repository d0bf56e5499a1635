import Testing

@Suite struct PagesTests {
  @Test func noMarkupIsWrittenOutsideThePageWriter() {
    #expect(Pages.markupOutsidePage(.house).isEmpty)
    let planted = SourceTree([
      "Sources/Office/People/FamilyPage.swift": "let a = \"<p class='x'>\\(name)</p>\"",
      "Sources/Office/Page/Element.swift": "let a: StaticString = \"<p>\"",
      "Sources/kith/Import.swift": "let usage = \"kith import ssda903 <FOLDER>\"",
    ])
    #expect(
      Pages.markupOutsidePage(planted).map(\.path) == ["Sources/Office/People/FamilyPage.swift"])
  }

  @Test(arguments: [
    ("</div>", "div"), ("a<br/>b", "br"), ("text <svg width=", "svg"), ("1 < 2", nil),
    ("<FOLDER>", nil), ("<CLA>", nil), ("x", nil), ("", nil),
  ])
  func tagsAreToldFromOtherSigns(text: String, tag: String?) {
    #expect(Pages.tag(in: text) == tag)
  }
}
