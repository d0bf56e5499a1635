import Crypto
import Foundation
public import Practice
public import Returns
public import Store

/// One handing-over of files by one actor: each file is one telling, kept whole or refused whole.
public struct ImportRun: Sendable {
  public let store: Store
  public let authority: Authority
  /// Who hands over: the account, or the command.
  public let teller: String
  public let now: Instant
  /// Keep the rows without fault of a file that has faults.
  public var keepGoodRows = false
  /// How many faults of a file to hold for showing; all of them go to `fault`.
  public var show = 1000
  public var fault: @Sendable (Returns.Fault) -> Void = { _ in }
  public var progress: @Sendable (_ file: String, _ rows: Int) -> Void = { _, _ in }

  public init(store: Store, authority: Authority, teller: String, now: Instant) {
    self.store = store
    self.authority = authority
    self.teller = teller
    self.now = now
  }

  /// The telling of a file is named by what the file holds: the same content again is the same
  /// telling, whatever the file is called.
  func telling(of source: String, _ name: String, _ digest: [UInt8]) -> TellingRow {
    var hash = SHA256()
    hash.update(data: Array("kith \(source) \(authority.code) ".utf8))
    hash.update(data: digest)
    let bytes = Array(hash.finalize())
    func word(_ first: Int) -> UInt64 {
      bytes[first..<first + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    // A UUID of version 8: made from content, not from the clock.
    let high = word(0) & 0xffff_ffff_ffff_0fff | 0x8000
    let low = word(8) & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let hex = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    return TellingRow(
      .importReturn, id: ID(high: high, low: low), by: teller, recorded: now,
      note: "\(source): \(name), SHA-256 \(hex)")
  }

  /// True where this very content has been kept before.
  func isKept(_ telling: TellingRow) async throws -> Bool {
    let number = authority.number
    return try await store.read { reading in
      try reading.count(
        "SELECT count(*) FROM telling WHERE authority = \(number) AND id = \(telling.id)") > 0
    }
  }
}

/// Thrown inside a transaction to take back what a refused file stated.
struct FileRefused: Error {}

/// The SHA-256 of what is handed over, read once before it is believed.
enum ContentOf {
  static func digest(_ input: Input) throws -> [UInt8] {
    switch input {
    case .bytes(let bytes, name: _): return Array(SHA256.hash(data: bytes))
    case .file(let path):
      guard let file = FileHandle(forReadingAtPath: path) else {
        throw StoreRefusal.cannotOpen(path)
      }
      defer { try? file.close() }
      var hash = SHA256()
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        hash.update(data: piece)
      }
      return Array(hash.finalize())
    }
  }
}
