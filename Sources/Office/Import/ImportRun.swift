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

  /// Rows of a file that are told together: what is known of all they speak of is asked at once.
  var rowsAtOnce = 4000

  public init(store: Store, authority: Authority, teller: String, now: Instant) {
    self.store = store.of(authority)
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

/// Why a file that was named cannot be handed over at all.
public struct FileRefusal: Refusal {
  public let path: String
  public let why: String

  public init(_ path: String, why: String) {
    self.path = path
    self.why = why
  }

  public var what: String { "\(path) was not read." }
  public var remedy: String { "Name the file itself, and see that this account may read it." }
}

/// What is handed over, read once before it is believed.
struct ContentOf {
  /// SHA-256 of all its bytes.
  let digest: [UInt8]
  let bytes: Int

  /// - Throws: `FileRefusal`.
  init(_ input: Input) throws {
    switch input {
    case .bytes(let bytes, name: _):
      digest = Array(SHA256.hash(data: bytes))
      self.bytes = bytes.count
    case .file(let path):
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw FileRefusal(path, why: "There is no such file.")
      }
      guard !isFolder.boolValue else { throw FileRefusal(path, why: "It is a folder.") }
      guard let file = FileHandle(forReadingAtPath: path) else {
        throw FileRefusal(path, why: "This account may not read it.")
      }
      defer { try? file.close() }
      var hash = SHA256()
      var count = 0
      do {
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
          hash.update(data: piece)
          count += piece.count
          // No return begins with such a byte: however long the file is, its reader will refuse it.
          if count == piece.count, piece.prefix(4096).contains(0) { break }
        }
      } catch {
        throw FileRefusal(path, why: "Reading it failed: \(error.localizedDescription)")
      }
      digest = Array(hash.finalize())
      bytes = count
    }
  }
}
