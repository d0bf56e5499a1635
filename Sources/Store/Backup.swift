import Crypto
import Foundation
public import Practice

/// What a backup says of itself, in a file beside it: enough to know later that it is whole and
/// which tellings it holds.
public struct BackupManifest: Codable, Sendable, Equatable {
  public struct Chain: Codable, Sendable, Equatable {
    public let authority: String
    public let telling: Int
    public let seal: String

    init(_ head: Head) {
      (authority, telling, seal) = (head.authority, head.telling, head.sealInHex)
    }
  }
  public let made: String
  public let schema: Int
  public let bytes: Int
  /// SHA-256 of the backup's file, in hexadecimal digits.
  public let sha256: String
  public let heads: [Chain]
}

extension Store {
  /// A whole copy of the store at one moment, while it serves, with a manifest beside it. The key of
  /// the seals is not in it.
  /// - Throws: `StoreRefusal.alreadyThere` where `path` is taken.
  public func backup(
    to path: String, now: Instant, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
  ) async throws -> BackupManifest {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw StoreRefusal.alreadyThere(path) }
    let unfinished = path + ".unfinished"
    try? manager.removeItem(atPath: unfinished)
    do {
      try await engine.copy(to: unfinished, progress: progress)
      let copy = Store(
        engine: try SQLiteEngine(path: unfinished), schema: schema, key: key, location: unfinished,
        keeping: unfinished)
      let heads = try await copy.heads()
      let version = try await copy.standingVersion()
      try copy.close()
      for tail in ["-wal", "-shm"] { try? manager.removeItem(atPath: unfinished + tail) }
      let (bytes, digest) = try FileDigest.of(unfinished)
      let manifest = BackupManifest(
        made: now.description, schema: version, bytes: bytes, sha256: digest,
        heads: heads.map(BackupManifest.Chain.init))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(manifest).write(
        to: URL(fileURLWithPath: path + ".manifest"), options: .atomic)
      try Disk.flush(path + ".manifest")
      try Disk.flush(unfinished)
      try manager.moveItem(atPath: unfinished, toPath: path)
      try Disk.flush(path)
      return manifest
    } catch {
      try? manager.removeItem(atPath: unfinished)
      throw error
    }
  }

  /// Makes the store at `location` from a backup, after comparing it with its manifest: its bytes
  /// before it is copied, and where its chains stand after.
  /// - Throws: `StoreRefusal.alreadyThere` where there is a store, or what is left of one and would
  ///   be read into this one; `.damaged` where the backup is not what its manifest says.
  public static func restore(
    _ backup: String, to location: String, schema: Schema
  ) async throws -> BackupManifest {
    let manager = FileManager.default
    for tail in ["", "-wal", "-shm"] where manager.fileExists(atPath: location + tail) {
      throw StoreRefusal.alreadyThere(location + tail)
    }
    guard let data = manager.contents(atPath: backup + ".manifest"),
      let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data)
    else {
      throw StoreRefusal.damaged("The manifest \(backup).manifest is missing or unreadable.")
    }
    let (bytes, digest) = try FileDigest.of(backup)
    guard bytes == manifest.bytes, digest == manifest.sha256 else {
      throw StoreRefusal.damaged(
        """
        The backup has \(bytes) bytes with digest \(digest); its manifest says \(manifest.bytes) \
        bytes with digest \(manifest.sha256).
        """)
    }
    let unfinished = location + ".unfinished"
    try? manager.removeItem(atPath: unfinished)
    do {
      try manager.copyItem(atPath: backup, toPath: unfinished)
      let copy = try await inspect(at: unfinished, schema: schema, isResting: true)
      let heads = try await copy.heads()
      try copy.close()
      guard heads.map(BackupManifest.Chain.init) == manifest.heads else {
        throw StoreRefusal.damaged("Its chains do not stand where its manifest says.")
      }
      try Disk.flush(unfinished)
      try manager.moveItem(atPath: unfinished, toPath: location)
      try Disk.flush(location)
      return manifest
    } catch {
      try? manager.removeItem(atPath: unfinished)
      throw error
    }
  }
}

/// The size and SHA-256 of a file, read in pieces.
enum FileDigest {
  static func of(_ path: String) throws -> (bytes: Int, sha256: String) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreRefusal.cannotOpen(path)
    }
    defer { try? file.close() }
    var hash = SHA256()
    var bytes = 0
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
      bytes += piece.count
    }
    return (bytes, Head.hex(hash.finalize()))
  }
}
