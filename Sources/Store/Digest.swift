import Crypto
import Practice

/// The canonical digest of what a telling states. The same facts give the same digest in every
/// engine and after every move.
///
/// A row is hashed over its table's name and, for each column but `authority` and `telling` that is
/// not empty, the column's place, its kind and its value; so a column that a later version adds
/// leaves the digests of earlier facts as they were. The rows of a telling are hashed in the order
/// of their own digests, so that no engine has to remember in which order they were told.
struct FactDigest: Comparable {
  let bytes: (UInt64, UInt64, UInt64, UInt64)

  init(_ table: Table, _ row: [Bound]) {
    var writer = CanonicalBytes()
    writer.text(table.name)
    for (place, value) in row.enumerated() where table.columns[place].isDigested {
      writer.value(value, at: place)
    }
    bytes = writer.digest
  }

  /// The 32 bytes of one.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes.loadUnaligned(as: FourWords.self) }

  /// Of what `DigestedColumns` wrote.
  init(of canonical: UnsafeRawBufferPointer) { bytes = CanonicalBytes.digest(of: canonical) }

  static func < (a: FactDigest, b: FactDigest) -> Bool { a.bytes < b.bytes }
  static func == (a: FactDigest, b: FactDigest) -> Bool { a.bytes == b.bytes }
}

/// A table's columns as they are digested, for rows that are being read.
struct DigestedColumns: Sendable {
  private let beginning: [UInt8]
  private let columns: [(place: Int, kind: Column.Kind)]

  init(_ table: Table) {
    var writer = CanonicalBytes()
    writer.text(table.name)
    beginning = writer.bytes
    columns = table.columns.enumerated().filter { $0.element.isDigested }.map {
      ($0.offset, $0.element.kind)
    }
  }

  /// Adds what `FactDigest` hashes for this row.
  func write(_ row: any Columns, _ bytes: inout [UInt8]) {
    var writer = CanonicalBytes(adding: &bytes)
    writer.raw(beginning)
    for (place, kind) in columns { writer.column(row, place, kind) }
    bytes = writer.taken()
  }
}

/// Bytes in an order and form that leave nothing to choose.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

  /// Goes on where `bytes` end, which are lent until they are taken back.
  init(adding bytes: inout [UInt8]) { swap(&self.bytes, &bytes) }

  mutating func taken() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  mutating func number(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      number(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func raw(_ value: some Sequence<UInt8>) { bytes.append(contentsOf: value) }

  mutating func value(_ value: Bound, at place: Int) {
    let kind: UInt8
    switch value {
    case .null: return
    case .integer: kind = 1
    case .real: kind = 2
    case .text: kind = 3
    case .bytes: kind = 4
    case .id: kind = 5
    case .day: kind = 6
    case .instant: kind = 7
    case .flag: kind = 8
    }
    begin(place, kind)
    switch value {
    case .null: break
    case .integer(let number): self.number(UInt64(bitPattern: number))
    case .real(let real): number(real.bitPattern)
    case .text(let text): self.text(text)
    case .bytes(let raw):
      number(UInt64(raw.count))
      bytes.append(contentsOf: raw)
    case .id(let high, let low):
      number(high)
      number(low)
    case .day(let day): number(UInt64(bitPattern: Int64(day.number)))
    case .instant(let instant): number(UInt64(bitPattern: instant.microseconds))
    case .flag(let flag): bytes.append(flag ? 1 : 0)
    }
  }

  /// A column of the row that is being read, as `value` writes it, without making a value of it.
  mutating func column(_ row: any Columns, _ place: Int, _ kind: Column.Kind) {
    if row.isNull(place) { return }
    switch kind {
    case .text:
      begin(place, 3)
      row.withUTF8(place) { utf8 in
        number(UInt64(utf8.count))
        bytes.append(contentsOf: utf8)
      }
    case .id:
      begin(place, 5)
      let (high, low) = row.id(place)
      number(high)
      number(low)
    case .integer, .real, .bytes, .day, .instant, .flag:
      value(row.bound(place, as: kind), at: place)
    }
  }

  private mutating func begin(_ place: Int, _ kind: UInt8) {
    bytes.append(UInt8(truncatingIfNeeded: place))
    bytes.append(kind)
  }

  var digest: FourWords { bytes.withUnsafeBytes { Self.digest(of: $0) } }

  static func digest(of bytes: UnsafeRawBufferPointer) -> FourWords {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: FourWords.self) }
  }
}

typealias FourWords = (UInt64, UInt64, UInt64, UInt64)

/// The digest of a whole telling: its own words, then its facts in the order of their digests.
struct ContentDigest {
  private var facts: [FactDigest] = []

  mutating func add(_ table: Table, _ row: [Bound]) { facts.append(FactDigest(table, row)) }
  mutating func add(_ digest: FactDigest) { facts.append(digest) }

  mutating func finish(_ telling: TellingRow) -> [UInt8] {
    facts.sort()
    var writer = CanonicalBytes()
    telling.write(to: &writer)
    var hash = SHA256()
    hash.update(data: writer.bytes)
    facts.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return Array(hash.finalize())
  }
}
