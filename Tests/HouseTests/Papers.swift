import Foundation

/// What is written about the house is true of the house: length, paths, deeds, secrets, addresses.
enum Papers {
  static let longest = 250

  /// A file is one thought. One over 250 lines says on its first line why it could not be two.
  static func longWithoutReason(_ tree: SourceTree) -> [Finding] {
    let read = [".swift", ".py", ".js", ".css", ".sh"]
    return tree.files.filter { file in read.contains { file.path.hasSuffix($0) } }
      .filter { $0.lines.count > longest + 1 && !hasReason($0) }
      .map { Finding(path: $0.path, line: 1, what: "\($0.lines.count) lines and no reason why") }
  }

  private static func hasReason(_ file: SourceFile) -> Bool {
    let first = file.lines.first ?? ""
    return ["// Long because: ", "# Long because: ", "/* Long because: "].contains {
      first.hasPrefix($0) && first.utf8.count > $0.utf8.count + 10
    }
  }

  /// Places of the repository that its papers name, and that are not there.
  static func namedButMissing(
    _ tree: SourceTree, exists: (String) -> Bool = SourceTree.exists
  ) -> [Finding] {
    tree.under("", ending: ".md").flatMap { file in
      zip(1..., file.lines).flatMap { number, line in
        paths(in: line, of: file).filter { !exists($0) }.map {
          Finding(path: file.path, line: number, what: "\($0) is not there")
        }
      }
    }
  }

  /// Paths in a line of a paper, from the root: in backticks where they begin with a folder of the
  /// house, and in links, which are written from the paper's own folder.
  static func paths(in line: Substring, of file: SourceFile) -> [String] {
    let rooms = ["Sources/", "Tests/", "Benchmarks/", "docs/", ".ci/"]
    let quoted = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { path in rooms.contains { path.hasPrefix($0) } && !path.contains(" ") }
      .filter { !$0.contains("…") && !$0.contains("*") }
    let links = line.components(between: "](", and: ")").filter {
      !$0.contains("://") && !$0.hasPrefix("#") && !$0.hasPrefix("mailto:")
    }.map { link in
      let folder = file.steps.dropLast()
      var steps = Array(folder)
      for step in link.split(separator: "#")[0].split(separator: "/") {
        if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
      }
      return steps.joined(separator: "/")
    }
    return quoted + links
  }

  /// Names in the first column of the glossary that the file in the last column does not declare.
  static func wordsNotSettled(_ tree: SourceTree) -> [Finding] {
    tree.under("GLOSSARY.md").flatMap { glossary in
      zip(1..., glossary.lines).compactMap { number, line in
        let quoted = line.split(separator: "`", omittingEmptySubsequences: false)
        guard line.hasPrefix("| `"), quoted.count >= 5 else { return nil }
        let (name, path) = (String(quoted[1]), String(quoted[quoted.count - 2]))
        let file = tree.files.filter { $0.path == path }
        if Chapters.declared(in: file, nested: true).contains(name) { return nil }
        return Finding(path: glossary.path, line: number, what: "\(path) declares no \(name)")
      }
    }
  }

  /// Deeds of the office that no test tells, and deeds that nothing in the program tells.
  static func deedsUntold(_ tree: SourceTree) -> [Finding] {
    let tests = words(in: tree.under("Tests/", ending: ".swift"))
    let declaring = tree.under("Sources/Office/", ending: ".swift").filter {
      !deeds(of: $0).isEmpty
    }
    let program = words(
      in: tree.program.filter { file in !declaring.contains { $0.path == file.path } })
    return declaring.flatMap { file in
      deeds(of: file).flatMap { deed in
        [(tests, "no test tells \(deed.text)"), (program, "nothing tells \(deed.text)")]
          .filter { !$0.0.contains(deed.text) }
          .map { Finding(path: file.path, line: deed.line, what: $0.1) }
      }
    }
  }

  private static func words(in files: [SourceFile]) -> Set<String> {
    Set(files.flatMap { $0.swift.words.map(\.text) })
  }

  /// The cases of `enum Deed`, one for each verb of the office.
  static func deeds(of file: SourceFile) -> [SwiftText.Word] {
    let words = file.swift.words
    guard
      let start = words.indices.dropLast().first(where: {
        words[$0].text == "enum" && words[$0 + 1].text == "Deed"
      })
    else { return [] }
    return words.indices[start...].dropLast().filter {
      words[$0].text == "case" && !words[$0].afterDot
    }
    .map { words[$0 + 1] }
  }
}

extension Substring {
  /// What stands between two signs, as often as they occur.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var rest = self
    var found: [String] = []
    while let from = rest.range(of: start), let to = rest[from.upperBound...].range(of: end) {
      found.append(String(rest[from.upperBound..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return found
  }
}
