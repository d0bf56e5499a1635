/// Who may lean on whom: the floor plan as a table. `docs/decisions/0002-two-floors.md` says why.
enum FloorPlan {
  static let arrows: [String: Set<String>] = [
    "Measuring": [],
    "Solving": [],
    "Simulating": [],
    "Practice": ["Measuring", "Solving"],
    "CXML": [],
    "CPostgreSQL": [],
    "CZstd": [],
    "Returns": ["CXML", "Practice"],
    "Store": ["CPostgreSQL", "CZstd", "Practice"],
    "Office": ["Measuring", "Practice", "Returns", "Simulating", "Solving", "Store"],
    "Town": ["Office", "Practice", "Returns", "Store"],
    "kith": [
      "Measuring", "Office", "Practice", "Returns", "Simulating", "Solving", "Store", "Town",
    ],
  ]

  /// Rooms that may use nothing but the language itself and its collections.
  static let groundFloor: Set = ["Measuring", "Solving", "Simulating", "Practice"]
  static let collections: Set = [
    "Collections", "DequeModule", "HashTreeCollections", "HeapModule", "OrderedCollections",
    "Swift",
    "Synchronization",
  ]

  /// Packages from outside that belong to one room, by how their modules' names begin.
  static let outside: [(beginning: String, rooms: Set<String>)] = [
    ("GRDB", ["Store"]),
    ("ArgumentParser", ["kith"]),
    ("Hummingbird", ["Office", "kith"]),
    ("HTTPTypes", ["Office", "kith"]),
    ("NIO", ["Office", "Store", "kith"]),
    ("FoundationXML", []),
  ]

  static func brokenArrows(_ tree: SourceTree) -> [Finding] {
    tree.program.flatMap { file in
      let room = file.steps[1]
      guard let allowed = arrows[room] else {
        return [Finding(path: file.path, line: 1, what: "\(room) is not on the floor plan")]
      }
      return imports(of: file).compactMap { module, line in
        refusal(of: module, in: room, allowed: allowed)
          .map { Finding(path: file.path, line: line, what: $0) }
      }
    }
  }

  private static func refusal(of module: String, in room: String, allowed: Set<String>) -> String? {
    if allowed.contains(module) { return nil }
    if arrows[module] != nil { return "\(room) may not lean on \(module)" }
    if groundFloor.contains(room), !collections.contains(module) {
      return "\(room) is on the ground floor and may not use \(module)"
    }
    for package in outside
    where module.hasPrefix(package.beginning) && !package.rooms.contains(room) {
      return "\(module) does not belong in \(room)"
    }
    return nil
  }

  /// Modules a file imports, by whatever form of `import` (`public import struct Practice.Day`).
  static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let words = file.swift.words
    return words.indices.compactMap { place in
      guard words[place].text == "import", !words[place].afterDot else { return nil }
      let module = words[(place + 1)...].first { !kinds.contains($0.text) }
      return module.map { ($0.text, $0.line) }
    }
  }

  /// Names the store may say all the same: an authority leads every key, so ids of one are needed.
  static let mayBeNamedInStore: Set = ["Authority"]

  /// The store knows ids, days and refusals, but nothing of what the facts mean.
  static func meaningsInStore(_ tree: SourceTree) -> [Finding] {
    let kernel = Chapters.declared(in: tree.under("Sources/Practice/Kernel/", ending: ".swift"))
    let own = Chapters.declared(in: tree.under("Sources/Store/", ending: ".swift"), nested: true)
    let meanings = Chapters.declared(in: tree.under("Sources/Practice/", ending: ".swift"))
      .subtracting(kernel).subtracting(own).subtracting(mayBeNamedInStore)
    return tree.under("Sources/Store/", ending: ".swift").flatMap { file in
      file.swift.words.filter { !$0.afterDot && meanings.contains($0.text) }.map {
        Finding(path: file.path, line: $0.line, what: "the store speaks of \($0.text)")
      }
    }
  }

  /// Today, ids and chance are arguments on the ground floor; nothing there reads or prints.
  static func ambient(_ tree: SourceTree) -> [Finding] {
    let forbidden: Set = [
      "SystemRandomNumberGenerator", "ContinuousClock", "SuspendingClock", "Task", "print",
      "debugPrint", "readLine", "CommandLine", "Date", "UUID", "FileManager",
    ]
    return tree.program.filter { groundFloor.contains($0.steps[1]) }.flatMap { file in
      file.swift.words.filter { !$0.afterDot && forbidden.contains($0.text) }.map {
        Finding(path: file.path, line: $0.line, what: "\($0.text) on the ground floor")
      }
    }
  }
}
