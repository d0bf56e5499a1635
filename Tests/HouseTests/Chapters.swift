/// The chapters of `Practice`, one folder each, and which lean on which. A chapter that leans on one
/// that leans on it cannot be read, or changed, by itself.
enum Chapters {
  private static let declarers: Set = [
    "struct", "enum", "class", "actor", "protocol", "typealias",
  ]

  /// Names of the types that files declare: at the outermost level, or at any level where `nested`.
  static func declared(in files: [SourceFile], nested: Bool = false) -> Set<String> {
    var names: Set<String> = []
    for file in files {
      let lines = file.swift.code.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let words = file.swift.words
      for place in words.indices.dropLast()
      where declarers.contains(words[place].text) && !words[place].afterDot {
        let isOutermost = lines[words[place].line - 1].first != UInt8(ascii: " ")
        if nested || isOutermost { names.insert(words[place + 1].text) }
      }
    }
    return names
  }

  /// Each chapter with the chapters it leans on, and one place that shows it.
  static func arrows(_ tree: SourceTree) -> [String: [String: Finding]] {
    let files = tree.under("Sources/Practice/", ending: ".swift").filter { $0.steps.count > 3 }
    let chapters = Dictionary(grouping: files) { $0.steps[2] }
    let types = chapters.mapValues { declared(in: $0) }
    var arrows: [String: [String: Finding]] = [:]
    for (chapter, files) in chapters {
      let own = declared(in: files, nested: true)
      for file in files {
        for word in file.swift.words where !word.afterDot && !own.contains(word.text) {
          for (other, names) in types where other != chapter && names.contains(word.text) {
            let place = Finding(
              path: file.path, line: word.line, what: "\(chapter) → \(other): \(word.text)")
            arrows[chapter, default: [:]][other, default: place] =
              arrows[chapter]?[other] ?? place
          }
        }
      }
    }
    return arrows
  }

  /// The places that make up a circle of chapters; empty where the chapters can be read in an order.
  static func circle(_ tree: SourceTree) -> [Finding] {
    let arrows = arrows(tree)
    for start in arrows.keys.sorted() {
      if let way = way(from: start, to: start, along: arrows, passed: []) { return way }
    }
    return []
  }

  private static func way(
    from chapter: String, to goal: String, along arrows: [String: [String: Finding]],
    passed: Set<String>
  ) -> [Finding]? {
    for (next, place) in (arrows[chapter] ?? [:]).sorted(by: { $0.key < $1.key }) {
      if next == goal { return [place] }
      guard !passed.contains(next) else { continue }
      let rest = way(
        from: next, to: goal, along: arrows, passed: passed.union([chapter, next]))
      if let rest { return [place] + rest }
    }
    return nil
  }
}
