import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that what was told is whole: a store, or a backup.",
    discussion: """
      Of a store: digests, seals, anchored heads, references, indexes, guards, the file itself. Of a \
      backup: each block, digests, seals, and where its chains stand.

      Examples:
        kith verify --store data/kith.db --json
        kith verify /backups/kith-2026-03-31.kith
      """)

  @Argument(help: "A backup to check instead of the store.")
  var backup: String?

  @OptionGroup var keys: BackupOptions
  @OptionGroup var options: StoreOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  /// A store that somebody opened while it was read as a resting one is read again as it lives.
  static func check(_ options: StoreOptions) async throws -> Verification {
    let (store, rested) = (try await options.inspect(), options.isResting)
    var result = try await store.verify { Say.progress("\($0) tellings") }
    if let more = try? await NameWords.findings(in: store) {
      result.add(more)
    } else if result.ok {
      result.add(["What is kept for searching could not be read."])
    }
    return rested && !options.isResting ? try await check(options) : result
  }

  func run() async throws {
    if let backup { return try check(backup) }
    let began = Date()
    let result = try await Self.check(options)
    Say.progressEnds()
    if json {
      print(try VerifyAnswer(result).json())
    } else {
      print(
        "Checked \(result.tellings) tellings with \(result.facts) facts and \(result.anchors) "
          + "anchored heads in \(Int(-began.timeIntervalSinceNow * 1000)) ms.")
      print(
        result.sealsChecked
          ? "Each digest and each seal was compared."
          : "There was no key of the seals at hand: each digest was compared, no seal could be.")
      print(
        "The store itself was checked, and of \(result.tables) tables every reference, every index "
          + "and every guard; and the words that names and meetings are found by.")
      say(result.heads, result.findings)
      if result.ok { print("The store is whole.") }
    }
    if !result.ok { throw ExitCode(1) }
  }

  private func check(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreRefusal.cannotOpen(path) }
    let began = Date()
    let answer: VerifyAnswer
    do {
      let found = try Store.check(
        path, key: try keys.key(options), seals: try KeyFile.existing(beside: options.beside),
        schema: Record.schema, progress: { Say.progress("\($0) tellings") })
      answer = VerifyAnswer(found)
      Say.progressEnds()
      if !json {
        print(
          "Checked \(found.tellings) tellings with \(found.facts) facts, as they stood at "
            + "\(found.manifest.made), in \(Int(-began.timeIntervalSinceNow * 1000)) ms.")
        print(
          found.sealsChecked
            ? "Each block, each digest and each seal was compared."
            : "There was no key of the seals at hand: each block and each digest was compared.")
        say(found.heads, found.broken.map(\.words))
        if found.broken.isEmpty { print("The backup is whole.") }
      }
    } catch let refusal as ArchiveRefusal where refusal.isDamage && json {
      Say.progressEnds()
      answer = VerifyAnswer(refusal)
    }
    if json { print(try answer.json()) }
    if !answer.ok { throw ExitCode(1) }
  }

  private func say(_ heads: [Head], _ findings: [String]) {
    for head in heads {
      print("\(head.authority) stands at telling \(head.telling), seal \(head.sealInHex)")
    }
    for finding in findings { print("FOUND: \(finding)") }
  }
}
