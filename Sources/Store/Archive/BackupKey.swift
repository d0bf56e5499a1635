import Crypto
import Foundation

/// The key that backups are encrypted with: 256 bits, in the environment as `KITH_BACKUP_KEY` or in a
/// file that its owner alone may read. Whoever has it and a backup can read the record; whoever has
/// lost it can open no backup.
public struct BackupKey: Sendable {
  private let key: SymmetricKey

  /// Nil where `text` is not 64 hexadecimal digits.
  init?(_ text: String) {
    guard let bytes = KeyFile.bytes(text), bytes.count == 32 else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// Where the key is looked for and made when nobody says otherwise: beside the key of the seals.
  public static func usualFile(beside location: String) -> String {
    URL(fileURLWithPath: KeyFile.path(beside: location)).deletingLastPathComponent()
      .appendingPathComponent("kith-backup.key").path
  }

  /// The key of the environment, else of the file.
  /// - Throws: `ArchiveRefusal.noKey` where there is none, or what is there is no key;
  ///   `StoreRefusal.barred` where it may not be read.
  public static func existing(file: String) throws -> BackupKey {
    if let text = ProcessInfo.processInfo.environment["KITH_BACKUP_KEY"] {
      guard let key = BackupKey(text) else { throw ArchiveRefusal.noKey("KITH_BACKUP_KEY") }
      return key
    }
    if let bar = Rights.barToReading(file) { throw bar }
    guard let data = FileManager.default.contents(atPath: file),
      let key = BackupKey(String(decoding: data, as: UTF8.self))
    else { throw ArchiveRefusal.noKey(file) }
    return key
  }

  /// The key there is, or a new one in `file` where there is none.
  /// - Returns: `made` is true where somebody has to be told to keep a copy of it elsewhere.
  public static func existingOrMade(file: String) throws -> (key: BackupKey, made: Bool) {
    let isSet = ProcessInfo.processInfo.environment["KITH_BACKUP_KEY"] != nil
    if isSet || FileManager.default.fileExists(atPath: file) {
      return (try existing(file: file), false)
    }
    try KeyFile.write(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }, to: file)
    return (try existing(file: file), true)
  }

  /// Encrypted, with all that `binding` says: opened elsewhere it fails. 28 bytes longer.
  func seal(_ bytes: [UInt8], binding: [UInt8]) throws -> Data {
    let box = try AES.GCM.seal(bytes, using: key, authenticating: binding)
    // The nonce is of the usual length, so the parts always come together.
    return box.combined ?? Data()
  }

  /// Nil where the bytes, their binding or the key are not those that they were sealed with.
  func open(_ sealed: Data, binding: [UInt8]) -> Data? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: binding)
  }

  /// 28 bytes that this key alone makes over `words`.
  func tag(over words: [UInt8]) throws -> [UInt8] { Array(try seal([], binding: words)) }

  func made(_ tag: [UInt8], over words: [UInt8]) -> Bool {
    open(Data(tag), binding: words) != nil
  }
}
