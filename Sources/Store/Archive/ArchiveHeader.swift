import Crypto
import Foundation
import Practice

/// The beginning of an archive, in the clear: what it is, when it was made, and its own random name,
/// to which every block is bound. 68 bytes.
struct ArchiveHeader: Equatable {
  /// What an archive is of: a store, or a paper for the day on which everything is down.
  enum Kind: Sendable {
    case store, paper

    var magic: [UInt8] { Array((self == .store ? "KITH\u{1}ARC" : "KITH\u{1}PAP").utf8) }
  }

  static let version = 1
  static let length = 68

  let kind: Kind
  let version: Int
  let made: Instant
  let id: [UInt8]

  init(_ kind: Kind, made: Instant) {
    self.kind = kind
    version = Self.version
    self.made = made
    id = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
  }

  /// Magic, version, instant and id; a tag that this key alone can make; and a sum, so that another
  /// key and a damaged beginning are told apart.
  func bytes(_ key: BackupKey) throws -> [UInt8] {
    var bytes = words
    bytes += try key.tag(over: bytes)
    return bytes + Array(SHA256.hash(data: bytes)).prefix(4)
  }

  private var words: [UInt8] {
    var bytes = kind.magic
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: version >> shift)) }
    withUnsafeBytes(of: made.microseconds.bigEndian) { bytes.append(contentsOf: $0) }
    return bytes + id
  }

  /// - Throws: `ArchiveRefusal` where the bytes are no beginning, or `key` is not theirs.
  init(_ kind: Kind, _ bytes: [UInt8], of path: String, _ key: BackupKey) throws {
    self.kind = kind
    guard bytes.starts(with: kind.magic) else {
      throw ArchiveRefusal.notABackup(path)
    }
    guard bytes.count == Self.length else { throw ArchiveRefusal.cut(path, after: 0) }
    guard Array(SHA256.hash(data: bytes.prefix(64))).prefix(4) == bytes.suffix(4) else {
      throw ArchiveRefusal.damaged(path, block: nil, detail: "Its sum is not that of its bytes.")
    }
    let version = bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
    guard version <= Self.version else {
      throw ArchiveRefusal.newerFormat(path, found: version, known: Self.version)
    }
    self.version = version
    made = Instant(
      microseconds: Int64(bitPattern: bytes[12..<20].reduce(0) { $0 << 8 | UInt64($1) }))
    id = Array(bytes[20..<36])
    guard key.made(Array(bytes[36..<64]), over: Array(bytes[..<36])) else {
      throw ArchiveRefusal.wrongKey(path)
    }
  }

  /// True for a file that begins as an archive does.
  static func begins(_ path: String, as kind: Kind) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: kind.magic.count)).map { Array($0) == kind.magic } ?? false
  }

  /// What a block is bound to: the archive, its place in it, and whether another follows.
  func binding(block: Int, isLast: Bool) -> [UInt8] {
    var bytes = id
    withUnsafeBytes(of: UInt64(block).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(isLast ? 1 : 0)
    return bytes
  }
}
