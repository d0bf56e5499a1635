public import Practice

/// What an archive says of itself at its end: enough to know that all of it was read, and where the
/// chains stood when it was made.
public struct ArchiveManifest: Sendable, Equatable {
  public internal(set) var schema: Int
  public internal(set) var made: Instant
  public internal(set) var tellings = 0
  public internal(set) var facts = 0
  public internal(set) var heads: [Head] = []
  /// SHA-256 of all that stands before the manifest.
  public internal(set) var digest: [UInt8] = []

  init(schema: Int, made: Instant) {
    self.schema = schema
    self.made = made
  }

  public var digestInHex: String { Head.hex(digest) }

  func write(to bytes: inout ArchiveBytes) {
    bytes.item(.manifest)
    bytes.count(schema)
    bytes.whole(made.microseconds)
    bytes.count(tellings)
    bytes.count(facts)
    bytes.count(heads.count)
    for head in heads {
      bytes.text(head.authority)
      bytes.count(head.telling)
      bytes.value(.bytes(head.seal))
    }
    bytes.value(.bytes(digest))
  }

  init(_ cursor: inout ArchiveCursor) throws {
    schema = Int(clamping: try cursor.count())
    made = Instant(microseconds: try cursor.whole())
    tellings = Int(clamping: try cursor.count())
    facts = Int(clamping: try cursor.count())
    for _ in 0..<(try cursor.length()) {
      let (code, telling) = (try cursor.text(), Int(clamping: try cursor.count()))
      guard case .bytes(let seal) = try cursor.value() else { throw ArchiveCursor.Misread() }
      heads.append(Head(authority: code, telling: telling, seal: seal))
    }
    guard case .bytes(let digest) = try cursor.value() else { throw ArchiveCursor.Misread() }
    self.digest = digest
  }
}
