import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Keep the whole store at one moment in one encrypted file, while it serves.",
    discussion: """
      The file can be put back into a store of any kind. The key of the seals is not in it, nor is \
      the key that it is encrypted with: keep both somewhere else.

      Examples:
        kith backup /backups/kith-2026-03-31.kith --store data/kith.db
        kith backup --into /backups --keep 14
      """)

  @Argument(help: "Where to put the backup.")
  var path: String?

  @Option(help: "A folder for the backups of this store; each is called by its instant.")
  var into: String?

  @Option(
    help: "How many to keep in that folder: older ones are removed when the new one is whole.")
  var keep = 14

  @OptionGroup var keys: BackupOptions
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard (path == nil) != (into == nil) else {
      throw ValidationError("Say where: a path, or --into FOLDER.")
    }
    guard keep > 0 else { throw ValidationError("--keep takes a number from 1.") }
  }

  func run() async throws {
    let store = try await options.openOrInspect().store
    let folder = try into.map(BackupFolder.init(making:))
    let now = Instant.now
    let place = path ?? folder?.place(for: now) ?? ""
    let key = try keys.keyOrNew(options)
    let manifest = try await store.backup(to: place, key: key, now: now) {
      Say.progress("\($0) tellings")
    }
    Say.progressEnds()
    let bytes = try FileManager.default.attributesOfItem(atPath: place)[.size] as? Int ?? 0
    print(
      "Kept \(manifest.tellings) tellings with \(manifest.facts) facts in \(place), \(bytes) bytes."
    )
    for head in manifest.heads {
      print("\(head.authority) up to telling \(head.telling), seal \(head.sealInHex)")
    }
    for old in try folder?.keep(newest: keep) ?? [] { print("Removed the older \(old).") }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a store from a backup, all of it or up to an instant.",
    discussion: """
      Each block, each telling's digest and each seal (where kith.key lies beside the new store) is \
      checked on the way; the store stands under its name only when all of it is there.

      Examples:
        kith restore /backups/kith-2026-03-31.kith --store elsewhere/kith.db
        kith restore /backups/kith-2026-03-31.kith --store before/kith.db --until 2026-03-31T12:00:00Z
      """)

  @Argument(help: "The backup.")
  var backup: String

  @Option(help: "Leave out what was recorded after this instant: 2026-03-31T23:59:59Z.")
  var until: String?

  @OptionGroup var keys: BackupOptions
  @OptionGroup var options: StoreOptions

  func validate() throws { _ = try until.map(Instant.init(argument:)) }

  func run() async throws {
    try Store.makeFolder(URL(fileURLWithPath: options.beside).deletingLastPathComponent().path)
    let filled = try await Store.restore(
      backup, key: try keys.key(options), to: options.location, keeping: options.data,
      schema: Record.schema,
      until: try until.map(Instant.init(argument:)), now: .now,
      deriving: { try NameWords.makeAnew($0, $1) }, progress: { Say.progress("\($0) tellings") })
    Say.progressEnds()
    let found = filled.found
    print(
      "Put back \(found.tellings) of \(found.manifest.tellings) tellings with \(found.facts) facts, "
        + "as they stood at \(found.manifest.made), into \(options.shown).")
    filled.say()
    if !found.sealsChecked {
      print(
        "There was no key of the seals at hand. Put kith.key beside it, then check with: "
          + "kith verify --store \(options.shown)")
    }
  }
}

struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Put all that a store holds into an empty one somewhere else.",
    discussion: """
      The store that it comes from stays as it is. Stop the service first: what is told meanwhile is \
      not moved. Whoever is signed in has to sign in again.

      Example: kith move --store data/kith.db --to elsewhere/kith.db
      """)

  @Option(
    help: "Where to: the path of a file that is not there yet, or the address of an empty database."
  )
  var to: String

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let store = try await options.open()
    var target = StoreOptions()
    target.store = to
    target.data = options.data
    try Store.makeFolder(URL(fileURLWithPath: target.beside).deletingLastPathComponent().path)
    let filled = try await store.move(to: to, keeping: options.data, now: .now) {
      Say.progress("\($0) tellings")
    }
    Say.progressEnds()
    print(
      "Moved \(filled.found.tellings) tellings with \(filled.found.facts) facts to \(target.shown); the heads "
        + "are equal.")
    filled.say()
    print(
      "The key of the seals was not moved: it has to be in "
        + "\(URL(fileURLWithPath: target.beside).deletingLastPathComponent().path).")
  }
}

extension Filled {
  fileprivate func say() {
    for head in heads {
      print("\(head.authority) stands at telling \(head.telling), seal \(head.sealInHex)")
    }
  }
}
