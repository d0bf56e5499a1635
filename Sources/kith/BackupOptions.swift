import ArgumentParser
import Practice
import Store

/// With which key backups are made and opened.
struct BackupOptions: ParsableArguments {
  @Option(
    help: """
      The file that holds the key of the backups. Default: kith-backup.key beside kith.key. \
      KITH_BACKUP_KEY comes first.
      """)
  var keyFile: String?

  func file(_ store: StoreOptions) -> String {
    keyFile ?? BackupKey.usualFile(beside: store.beside)
  }

  func key(_ store: StoreOptions) throws -> BackupKey {
    try BackupKey.existing(file: file(store))
  }

  /// The key, made where there is none yet.
  func keyOrNew(_ store: StoreOptions) throws -> BackupKey {
    let file = file(store)
    let (key, made) = try BackupKey.existingOrMade(file: file)
    if made {
      Say.error(
        "A key for backups was made: \(file). Keep a copy of it away from the backups; without it no "
          + "backup can be opened.")
    }
    return key
  }
}

extension Instant {
  /// An instant as an argument: 2026-03-31T23:59:59Z.
  init(argument: String) throws {
    guard let instant = Instant(argument) else {
      throw ValidationError("\(argument) is no instant; write it as 2026-03-31T23:59:59Z.")
    }
    self = instant
  }
}
