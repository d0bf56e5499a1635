import Foundation

/// The files of the house as the rules read them: real ones, or a few planted by a test to show that
/// a rule finds what it is there to find.
struct SourceTree {
  var files: [SourceFile]

  init(_ texts: [String: String]) {
    files = texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
  }

  /// Files of a folder, by the beginning of their path; `ending` is how the name ends.
  func under(_ folder: String, ending: String = "") -> [SourceFile] {
    files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(ending) }
  }

  /// Swift files of the program, not of its tests.
  var program: [SourceFile] { under("Sources/", ending: ".swift") }
}

/// One file: where it is from the root of the repository, what it says, and, for Swift, its words.
struct SourceFile: Sendable {
  let path: String
  let text: String
  let swift: SwiftText

  init(path: String, text: String) {
    self.path = path
    self.text = text
    self.swift = path.hasSuffix(".swift") ? SwiftText(text) : SwiftText("")
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// `Sources/Practice/People/Person.swift` → `["Sources", "Practice", "People", "Person.swift"]`
  var steps: [String] { path.split(separator: "/").map(String.init) }
}

/// Something a rule found, in the form that an editor can jump to.
struct Finding: CustomStringConvertible {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}

extension SourceTree {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The repository this test was compiled from.
  static let house: SourceTree = {
    let made: Set = [".build", ".git", "data", "__pycache__", ".venv", "node_modules"]
    let read: Set = [
      "swift", "md", "py", "js", "css", "sh", "lua", "html", "json", "yaml", "yml", "txt", "sql",
      "h",
      "modulemap", "svg", "csv", "",
    ]
    var texts: [String: String] = [:]
    let walk = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isDirectoryKey], options: [])
    while let file = walk?.nextObject() as? URL {
      if made.contains(file.lastPathComponent) {
        walk?.skipDescendants()
        continue
      }
      guard read.contains(file.pathExtension), !file.hasDirectoryPath,
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      texts[String(file.path.dropFirst(root.path.count + 1))] = text
    }
    return SourceTree(texts)
  }()

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Paths that git keeps; nil where the repository came without its history.
  static let kept: [String]? = {
    let git = Process()
    let answer = Pipe()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "-C", root.path, "ls-files"]
    git.standardOutput = answer
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = answer.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }()
}
