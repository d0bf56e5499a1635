import Foundation

/// The key of the seals in a file `kith.key` beside the store, readable by its owner alone, or in
/// the environment as `KITH_SEAL_KEY`. It never goes into a backup.
public enum KeyFile {
  /// The key from the environment or from beside the store; a new store gets a new one.
  /// - Throws: `StoreRefusal.noKey` where there is a key file that holds no key.
  public static func key(beside location: String) throws -> SealKey {
    if let found = try existing(beside: location) { return found }
    let path = path(beside: location)
    var bytes = [UInt8](repeating: 0, count: 32)
    var generator = SystemRandomNumberGenerator()
    for place in bytes.indices { bytes[place] = UInt8.random(in: .min ... .max, using: &generator) }
    let text = Head.hex(bytes) + "\n"
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]),
      let key = SealKey(bytes: bytes)
    else { throw StoreRefusal.cannotOpen(location) }
    return key
  }

  /// The key where there is one; nil where `verify` can only check plain digests.
  public static func existing(beside location: String) throws -> SealKey? {
    if let text = ProcessInfo.processInfo.environment["KITH_SEAL_KEY"] {
      guard let key = parsed(text) else { throw StoreRefusal.noKey("KITH_SEAL_KEY") }
      return key
    }
    let path = path(beside: location)
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
    return high == nil ? SealKey(bytes: bytes) : nil
  }
}
