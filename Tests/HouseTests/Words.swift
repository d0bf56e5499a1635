/// Words that may not stand in some places, and folders that may not bear some names.
enum Words {
  /// Engines are named in `Sources/Store` alone, so that the rest cannot come to lean on one. The list
  /// of files that must name one all the same is empty, and a file added to it says why beside it.
  static let mayNameEngines: Set<String> = []

  private static let engines = ["sqlite", "grdb", "postgres", "libpq"]

  static func enginesOutsideStore(_ tree: SourceTree) -> [Finding] {
    tree.under("Sources/").filter {
      !$0.path.hasPrefix("Sources/Store/") && !$0.path.hasPrefix("Sources/CPostgreSQL/")
        && !mayNameEngines.contains($0.path)
    }.flatMap { file in
      occurrences(in: file) { line in
        engines.first { line.lowercased().contains($0) }.map { "names an engine (\($0))" }
      }
    }
  }

  private static let unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

  /// What can stop the server in the middle of somebody's work, and what was left unfinished.
  static func crashesAndLeftovers(_ tree: SourceTree) -> [Finding] {
    tree.program.flatMap { file in
      let crashes: [Finding] = file.swift.words.compactMap { word in
        let forced = ["try", "as"].contains(word.text) && word.next == UInt8(ascii: "!")
        let stops = ["fatalError", "preconditionFailure", "abort"].contains(word.text)
        guard forced || (stops && !word.afterDot) else { return nil }
        return Finding(path: file.path, line: word.line, what: "\(word.text) can stop the server")
      }
      let leftovers = occurrences(in: file) { line in
        unfinished.first { word in
          line.split { !$0.isLetter }.contains { $0 == word }
        }.map { "left unfinished (\($0))" }
      }
      return crashes + leftovers
    }
  }

  private static let grabBags: Set = [
    "utils", "util", "helpers", "helper", "core", "common", "misc", "services", "managers",
    "manager", "extensions", "extension", "shared",
  ]

  static func grabBags(_ tree: SourceTree) -> [Finding] {
    (tree.under("Sources/") + tree.under("Tests/")).compactMap { file in
      file.steps.map { $0.split(separator: ".").first.map { $0.lowercased() } ?? "" }
        .first { grabBags.contains($0) }
        .map { Finding(path: file.path, line: 1, what: "\($0) says nothing about practice") }
    }
  }

  static func occurrences(
    in file: SourceFile, _ wrong: (Substring) -> String?
  ) -> [Finding] {
    zip(1..., file.lines).compactMap { number, line in
      wrong(line).map { Finding(path: file.path, line: number, what: $0) }
    }
  }
}
