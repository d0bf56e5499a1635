import Crypto
import Foundation

/// The key of the door: 256 bits, in the environment as `KITH_DOOR_KEY` or in a file `kith-door.key`
/// beside the key of the seals, which its owner alone may read. Secrets of second steps are encrypted
/// under it, and what Kith gives to browsers bears a mark that it alone can make. It is in no backup.
public struct DoorKey: Sendable {
  private let sealing: SymmetricKey
  private let marking: SymmetricKey

  private init(_ key: SymmetricKey) {
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, info: Array("kith door \(purpose)".utf8), outputByteCount: 32)
    }
    (sealing, marking) = (derived("seals"), derived("marks"))
  }

  /// A key that is forgotten when the program ends.
  public static func ofThisRun() -> DoorKey { DoorKey(SymmetricKey(size: .bits256)) }

  public static func file(beside location: String) -> String {
    URL(fileURLWithPath: KeyFile.path(beside: location)).deletingLastPathComponent()
      .appendingPathComponent("kith-door.key").path
  }

  /// True where the environment says it.
  public static var isInEnvironment: Bool {
    ProcessInfo.processInfo.environment["KITH_DOOR_KEY"] != nil
  }

  /// The key there is; a new one where there is none.
  /// - Parameter makes: false where nothing may be made: a key of this run stands in for it then.
  /// - Throws: `StoreRefusal.noKey` where what is there is no key, `.barred` where it may not be read.
  public static func existingOrMade(
    beside location: String, makes: Bool = true
  ) throws -> DoorKey {
    if let text = ProcessInfo.processInfo.environment["KITH_DOOR_KEY"] {
      return try parsed(text, of: "KITH_DOOR_KEY")
    }
    let path = file(beside: location)
    if let bar = Rights.barToReading(path) { throw bar }
    if !FileManager.default.fileExists(atPath: path) {
      guard makes else { return ofThisRun() }
      try KeyFile.write(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }, to: path)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw StoreRefusal.noKey(path)
    }
    return try parsed(String(decoding: data, as: UTF8.self), of: path)
  }

  private static func parsed(_ text: String, of place: String) throws -> DoorKey {
    guard let bytes = KeyFile.bytes(text), bytes.count == 32 else {
      throw StoreRefusal.noKey(place)
    }
    return DoorKey(SymmetricKey(data: bytes))
  }

  /// Encrypted, and bound to what it is for: opened for anything else it fails.
  public func seal(_ secret: [UInt8], for purpose: String) throws -> [UInt8] {
    let box = try AES.GCM.seal(secret, using: sealing, authenticating: Array(purpose.utf8))
    // The nonce is of the usual length, so the parts always come together.
    return Array(box.combined ?? Data())
  }

  /// Nil where it was sealed for something else, under another key, or was altered.
  public func open(_ sealed: [UInt8], for purpose: String) -> [UInt8]? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let secret = try? AES.GCM.open(box, using: sealing, authenticating: Array(purpose.utf8))
    else { return nil }
    return Array(secret)
  }

  /// 32 bytes that only this key makes of these words, which are kept apart from each other.
  public func mark(_ words: [String]) -> [UInt8] {
    var hash = HMAC<SHA256>(key: marking)
    for word in words {
      var count = UInt64(word.utf8.count).littleEndian
      withUnsafeBytes(of: &count) { hash.update(data: $0) }
      hash.update(data: Array(word.utf8))
    }
    return Array(hash.finalize())
  }
}
