import Foundation

/// The key of the seals in a file `kith.key` beside the store, readable by its owner alone, or in
/// the environment as `KITH_SEAL_KEY`. It never goes into a backup.
public enum KeyFile {
  /// Makes a key for a new store, unless somebody has made one in the meantime; whichever of them
  /// is there first is the key for all.
  static func make(beside location: String) throws -> SealKey {
    let path = path(beside: location)
    var bytes = [UInt8](repeating: 0, count: 32)
    var generator = SystemRandomNumberGenerator()
    for place in bytes.indices { bytes[place] = UInt8.random(in: .min ... .max, using: &generator) }
    try write(bytes, to: path)
    guard let key = try existing(beside: location) else {
      throw StoreRefusal.cannotOpen(location)
    }
    return key
  }

  /// Keeps a secret in a file that its owner alone may read, unless somebody else was there first.
  /// Written whole under another name and then linked: a link is made by one alone, and whoever finds
  /// the secret finds all of it.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let mine = "\(path).\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: mine) }
    guard
      FileManager.default.createFile(
        atPath: mine, contents: Data((Head.hex(bytes) + "\n").utf8),
        attributes: [.posixPermissions: 0o600])
    else { throw Rights.barToWriting(path) ?? .cannotOpen(path) }
    try Disk.flush(mine)
    try? FileManager.default.linkItem(atPath: mine, toPath: path)
  }

  /// The key where there is one; nil where `verify` can only check plain digests.
  /// - Throws: `StoreRefusal.noKey` where what is there is no key, `.barred` where it may not be read.
  public static func existing(beside location: String) throws -> SealKey? {
    if let text = ProcessInfo.processInfo.environment["KITH_SEAL_KEY"] {
      guard let key = parsed(text) else { throw StoreRefusal.noKey("KITH_SEAL_KEY") }
      return key
    }
    let path = path(beside: location)
    if let bar = Rights.barToReading(path) { throw bar }
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path),
      let key = parsed(String(decoding: data, as: UTF8.self))
    else { throw StoreRefusal.noKey(path) }
    return key
  }

  static func path(beside location: String) -> String {
    URL(fileURLWithPath: location).deletingLastPathComponent().appendingPathComponent("kith.key")
      .path
  }

  private static func parsed(_ text: String) -> SealKey? {
    bytes(text).flatMap { SealKey(bytes: $0) }
  }

  /// Hexadecimal digits, with space around and between them; nil for anything else.
  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for byte in text.utf8 where !(9...13).contains(byte) && byte != 32 {
      let nibble: UInt8
      switch byte {
      case 48...57: nibble = byte - 48
      case 97...102: nibble = byte - 87
      case 65...70: nibble = byte - 55
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | nibble)
        high = nil
      } else {
        high = nibble
      }
    }
    return high == nil ? bytes : nil
  }
}
