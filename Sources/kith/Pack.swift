import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make a paper for each team, for the day on which everything is down.",
    discussion: """
      Families, addresses, who walks alongside, who knows them, what is due: a page to print, \
      encrypted as a backup is. Make it on a schedule and keep it on another machine; open one with \
      kith unpack, which needs neither store nor server.

      Example: kith pack --into /elsewhere/papers --store data/kith.db
      """)

  @Option(help: "The folder in which each run makes a folder of its own, called by its instant.")
  var into: String

  @OptionGroup var keys: BackupOptions
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let store = try await options.inspect()
    let authority = try await store.authority(options.authority)
    let key = try keys.keyOrNew(options)
    let now = Instant.now
    let folder = try BackupFolder(making: into).place(for: now, ending: "")
    _ = try BackupFolder(making: folder)
    let teams = try await store.read {
      try TeamPaper.teams($0, authority, today: now.london.day)
    }
    for (number, team) in teams.enumerated() {
      // Each team's paper is read at one moment; all of them would hold the store's log for long.
      guard
        let paper = try await store.read({
          try TeamPaper($0, authority, team, made: now)
        })
      else { continue }
      let path = URL(fileURLWithPath: folder)
        .appendingPathComponent("\(number + 1)-\(Self.plain(paper.name)).kithpaper").path
      try await SealedPaper.write(paper.bytes, to: path, key: key, now: now)
      print("\(paper.name): \(paper.families) families, \(path)")
    }
  }

  /// A team's name as a name of a file.
  private static func plain(_ name: String) -> String {
    var words = ""
    for scalar in name.lowercased().unicodeScalars {
      let isPlain = (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
      if isPlain { words.unicodeScalars.append(scalar) } else if words.last != "-" { words += "-" }
    }
    return words
  }
}

struct UnpackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack",
    abstract: "Open a team's paper, to be read in a browser and printed.",
    discussion: "Example: kith unpack 3-kingfisher-pod.kithpaper --key-file kith-backup.key")

  @Argument(help: "The paper.")
  var paper: String

  @Option(help: "Where to put the page. Default: beside it, ending in .html.")
  var to: String?

  @OptionGroup var keys: BackupOptions
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let bytes = try SealedPaper.read(paper, key: try keys.key(options))
    let place =
      to
      ?? URL(fileURLWithPath: paper).deletingPathExtension().appendingPathExtension("html").path
    try SealedPaper.keep(bytes, at: place)
    print("The page is at \(place). It is not encrypted: print it, and remove it.")
  }
}
