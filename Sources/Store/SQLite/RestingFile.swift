import Foundation

/// A store's file to which nobody writes, and of which the engine therefore watches no change.
struct RestingFile {
  private let path: String
  private let was: [Int]

  init(_ path: String) {
    self.path = path
    was = Self.look(path)
  }

  /// - Throws: `StoreRefusal.wokenUp` where somebody has begun to write to it after all.
  func rests() throws {
    guard Self.look(path) == was else { throw StoreRefusal.wokenUp(path) }
  }

  /// Which file it is, how long, and when it was written to; and how long its log is.
  private static func look(_ path: String) -> [Int] {
    var file = stat()
    var log = stat()
    guard stat(path, &file) == 0 else { return [] }
    let length = stat(path + "-wal", &log) == 0 ? Int(log.st_size) : 0
    return [
      Int(file.st_ino), Int(file.st_size), file.st_mtim.tv_sec, file.st_mtim.tv_nsec, length,
    ]
  }
}
