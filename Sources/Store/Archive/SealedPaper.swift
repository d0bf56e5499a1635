public import Practice

/// A paper for the day on which everything is down, encrypted as a backup is, under the same key. It
/// can be opened by this program alone, without a store.
public enum SealedPaper {
  private static let piece = 1 << 20

  /// - Throws: `StoreRefusal.alreadyThere` where `path` is taken, `.full` where the disk is.
  public static func write(
    _ bytes: [UInt8], to path: String, key: BackupKey, now: Instant
  ) async throws {
    let file = try Unfinished(for: path)
    do {
      try await ArchiveFile.write(.paper, to: file, key, made: now) { put in
        var rest = bytes[...]
        while rest.count > piece {
          try put(Array(rest.prefix(piece)))
          rest = rest.dropFirst(piece)
        }
        return ((), last: Array(rest))
      }
      try file.finish()
    } catch {
      file.abandon()
      throw error
    }
  }

  /// - Throws: `ArchiveRefusal` where it is no such paper, is damaged, or has another key.
  public static func read(_ path: String, key: BackupKey) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ArchiveFile(.paper, reading: path, key).each { _, block in bytes += block }
    return bytes
  }

  /// Writes what was opened into a file that its owner alone may read.
  public static func keep(_ bytes: [UInt8], at path: String) throws {
    let file = try Unfinished(for: path)
    try file.write(bytes)
    try file.finish()
  }
}
