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

  init(_ bytes: (UInt64, UInt64, UInt64, UInt64)) { self.bytes = bytes }

  static func < (a: FactDigest, b: FactDigest) -> Bool { a.bytes < b.bytes }
  static func == (a: FactDigest, b: FactDigest) -> Bool { a.bytes == b.bytes }
}

extension Column {
  var isDigested: Bool { name != "authority" && name != "telling" }
}

/// Bytes in an order and form that leave nothing to choose.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

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
    bytes.append(UInt8(truncatingIfNeeded: place))
    bytes.append(kind)
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

  var digest: (UInt64, UInt64, UInt64, UInt64) {
    bytes.withUnsafeBytes { buffer in
      var hash = SHA256()
      hash.update(bufferPointer: buffer)
      return hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: FourWords.self) }
    }
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
