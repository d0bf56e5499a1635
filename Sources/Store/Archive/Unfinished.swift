import Foundation

/// A file while it is being made: beside the place where it will be, under another name, so that
/// whatever stops in the middle never leaves half a file under the name of a whole one.
final class Unfinished {
  let path: String
  let target: String
  private var holding: Int32

  /// Removes what others left unfinished for the same place when they were killed, and nothing that
  /// somebody is still at.
  /// - Throws: `StoreRefusal.alreadyThere` where the place is taken.
  init(for target: String) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: target) else { throw StoreRefusal.alreadyThere(target) }
    let place = URL(fileURLWithPath: target)
    let folder = place.deletingLastPathComponent()
    let beginning = place.lastPathComponent + ".unfinished-"
    for name in (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasPrefix(beginning) {
      let left = folder.appendingPathComponent(name).path
      let handle = Glibc.open(left, O_RDONLY)
      guard handle >= 0 else { continue }
      if flock(handle, LOCK_EX | LOCK_NB) == 0 { unlink(left) }
      Glibc.close(handle)
    }
    self.target = target
    path = "\(target).unfinished-\(UUID().uuidString.prefix(8))"
    holding = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard holding >= 0 else { throw StoreRefusal(errno, target) }
    flock(holding, LOCK_EX | LOCK_NB)
  }

  deinit { if holding >= 0 { abandon() } }

  func write(_ bytes: some Collection<UInt8>) throws {
    let whole: Void? = try bytes.withContiguousStorageIfAvailable { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while let start = rest.baseAddress, !rest.isEmpty {
        let written = Glibc.write(holding, start, rest.count)
        guard written >= 0 else {
          if errno == EINTR { continue }
          throw StoreRefusal(errno, target)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
    if whole == nil { try write(Array(bytes)) }
  }

  /// Brings it to the disk, and only then under its name.
  func finish() throws {
    guard fsync(holding) == 0 else { throw StoreRefusal(errno, target) }
    // A link is refused where somebody else was first; a disk that knows no links is asked before.
    if link(path, target) == 0 {
      unlink(path)
    } else {
      guard errno != EEXIST, !FileManager.default.fileExists(atPath: target) else {
        throw StoreRefusal.alreadyThere(target)
      }
      guard rename(path, target) == 0 else { throw StoreRefusal(errno, target) }
    }
    Glibc.close(holding)
    holding = -1
    try Disk.flush(target)
  }

  func abandon() {
    guard holding >= 0 else { return }
    unlink(path)
    Glibc.close(holding)
    holding = -1
  }
}

extension StoreRefusal {
  /// What the system said of a file.
  init(_ code: Int32, _ path: String) {
    switch code {
    case ENOSPC, EDQUOT: self = .full
    case EEXIST: self = .alreadyThere(path)
    case EROFS, ENOENT, EACCES, EPERM, ENOTDIR:
      self = Rights.barToWriting(path) ?? .cannotOpen(path)
    default: self = .failed("\(path): \(String(cString: strerror(code)))")
    }
  }
}
