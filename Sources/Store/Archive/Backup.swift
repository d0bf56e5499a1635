import Foundation
public import Practice

extension Store {
  /// The whole store at one moment in one file, while it serves: compressed, encrypted, the same for
  /// every engine. The key of the seals is not in it, nor is who is signed in.
  /// - Throws: `StoreRefusal.alreadyThere` where `path` is taken, `.full` where the disk is;
  ///   `ArchiveRefusal.notWhole` where the store lacks something that was told.
  public func backup(
    to path: String, key: BackupKey, now: Instant,
    progress: @escaping @Sendable (_ tellings: Int) -> Void
  ) async throws -> ArchiveManifest {
    let file = try Unfinished(for: path)
    do {
      let schema = schema
      let manifest = try await ArchiveFile.write(.store, to: file, key, made: now) { put in
        let put = OneThreadAtATime(put)
        return try await read { reading in
          var writing = ArchiveWriting(schema, made: now, put: put.value)
          let (manifest, last) = try writing.write(reading, progress: progress)
          return (manifest, last: last)
        }
      }
      try file.finish()
      return manifest
    } catch {
      file.abandon()
      throw error
    }
  }

  /// Reads a backup to its end and checks all of it: each block, each telling's digest and seal, the
  /// manifest. Nothing is written.
  /// - Parameter seals: the key of the seals, where it is at hand.
  /// - Throws: `ArchiveRefusal` naming the first block that is damaged or missing.
  public static func check(
    _ backup: String, key: BackupKey, seals: SealKey?, schema: Schema,
    progress: @escaping @Sendable (_ tellings: Int) -> Void
  ) throws -> ArchiveFound {
    try unpack(backup, key, seals, schema, until: nil, progress) { _ in }
  }

  /// True for a file that begins as a backup does.
  public static func isBackup(_ path: String) -> Bool { ArchiveHeader.begins(path, as: .store) }

  /// Blocks are opened on a thread of their own, beside the one that reads what is in them.
  static func unpack(
    _ backup: String, _ key: BackupKey, _ seals: SealKey?, _ schema: Schema, until: Instant?,
    _ progress: @escaping (Int) -> Void, emit: @escaping (ToldGroup) throws -> Void
  ) throws -> ArchiveFound {
    let file = try ArchiveFile(.store, reading: backup, key)
    let reading = ArchiveReading(
      schema, key: seals, until: until, progress: progress, emit: emit)
    try file.each { _, block in try reading.read(block) }
    guard let found = try reading.end() else {
      throw ArchiveRefusal.damaged(
        backup, block: nil, detail: "It does not hold what its manifest says.")
    }
    return found
  }
}
