import Foundation

/// What has to be on the disk before anything is said of it.
enum Disk {
  static func holds(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Brings a file, and its name in its folder, to the disk.
  static func flush(_ path: String) throws {
    for each in [path, URL(fileURLWithPath: path).deletingLastPathComponent().path] {
      guard let file = FileHandle(forReadingAtPath: each) else {
        throw StoreRefusal.cannotOpen(each)
      }
      defer { try? file.close() }
      // A folder on a disk that knows no flushing of folders is as safe as that disk makes it.
      guard fsync(file.fileDescriptor) == 0 || each != path else { throw StoreRefusal.full }
    }
  }
}
