import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the whole store at one moment, while it serves.",
    discussion: """
      The key of the seals is not in it: keep kith.key somewhere else.

      Example: kith backup /backups/kith-2026-03-31.db --store data/kith.db
      """)

  @Argument(help: "Where to put the copy; its manifest is written beside it.")
  var path: String

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let store = try await options.open()
    let manifest = try await store.backup(to: path, now: .now) { done, all in
      Say.progress("\(done) of \(all) pages")
    }
    Say.progressEnds()
    print("Kept \(manifest.bytes) bytes in \(path), SHA-256 \(manifest.sha256).")
    for head in manifest.heads {
      print("\(head.authority) up to telling \(head.telling), seal \(head.seal)")
    }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a store from a backup, after comparing it with its manifest.",
    discussion: "Example: kith restore /backups/kith-2026-03-31.db --store elsewhere/kith.db")

  @Argument(help: "The backup.")
  var backup: String

  @OptionGroup var options: StoreOptions

  func run() async throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: options.location).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    let manifest = try await Store.restore(
      backup, to: options.location, schema: Record.schema)
    print("Restored \(manifest.bytes) bytes to \(options.location).")
    for head in manifest.heads { print("\(head.authority) up to telling \(head.telling)") }
    print("Put kith.key beside it, then check with: kith verify --store \(options.location)")
  }
}
