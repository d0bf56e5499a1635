import Foundation
public import Practice
import Store

/// The backup of a folder that was written last.
public struct NewestBackup: Sendable, Equatable {
  public let path: String
  /// When it was finished, as its disk says.
  public let made: Instant

  /// Nil where the folder is not there, may not be read, or holds no backup.
  public init?(in folder: String) {
    let manager = FileManager.default
    var newest: (path: String, made: Date)?
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasSuffix(BackupFolder.ending) {
      let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
      let facts = try? manager.attributesOfItem(atPath: path)
      guard facts?[.type] as? FileAttributeType == .typeRegular,
        let made = facts?[.modificationDate] as? Date, made > newest?.made ?? .distantPast
      else { continue }
      newest = (path, made)
    }
    guard let newest else { return nil }
    path = newest.path
    made = Instant(microseconds: Int64(newest.made.timeIntervalSince1970 * 1_000_000))
  }
}
