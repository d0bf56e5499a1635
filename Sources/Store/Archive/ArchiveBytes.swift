import Practice

/// What stands at the beginning of each item of an archive.
enum ArchiveItem: UInt8 {
  case schema = 1
  case table = 2
  case authority = 3
  case telling = 4
  case row = 5
  case manifest = 6
}

/// How a value is marked in an archive.
enum ArchiveMark: UInt8 {
  case null = 0
  case integer, real, text, bytes, id, day, instant, no, yes
}

extension Column.Kind {
  var archiveNumber: UInt8 {
    switch self {
    case .id: 1
    case .integer: 2
    case .real: 3
    case .text: 4
    case .bytes: 5
    case .day: 6
    case .instant: 7
    case .flag: 8
    }
  }
}

/// Values as an archive keeps them: marked with their kind, numbers as short as they are.
struct ArchiveBytes {
  var bytes: [UInt8] = []

  mutating func item(_ item: ArchiveItem) { bytes.append(item.rawValue) }
  mutating func mark(_ mark: ArchiveMark) { bytes.append(mark.rawValue) }

  /// Seven bits a byte, the lowest first.
  mutating func count(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func count(_ value: Int) { count(UInt64(value)) }

  /// Small numbers of either sign are short.
  mutating func whole(_ value: Int64) {
    count(UInt64(bitPattern: value << 1) ^ UInt64(bitPattern: value >> 63))
  }

  mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      count(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func value(_ value: Bound) {
    switch value {
    case .null: mark(.null)
    case .integer(let number):
      mark(.integer)
      whole(number)
    case .real(let real):
      mark(.real)
      word(real.bitPattern)
    case .text(let text):
      mark(.text)
      self.text(text)
    case .bytes(let raw):
      mark(.bytes)
      count(raw.count)
      bytes.append(contentsOf: raw)
    case .id(let high, let low):
      mark(.id)
      word(high)
      word(low)
    case .day(let day):
      mark(.day)
      whole(Int64(day.number))
    case .instant(let instant):
      mark(.instant)
      whole(instant.microseconds)
    case .flag(let flag): mark(flag ? .yes : .no)
    }
  }

  /// A column of the row that is being read, without making a value of it first.
  mutating func column(_ columns: any Columns, _ place: Int, _ kind: Column.Kind) {
    if columns.isNull(place) { return mark(.null) }
    switch kind {
    case .text:
      mark(.text)
      columns.withUTF8(place) { utf8 in
        count(utf8.count)
        bytes.append(contentsOf: utf8)
      }
    case .id:
      mark(.id)
      let (high, low) = columns.id(place)
      word(high)
      word(low)
    case .integer, .real, .bytes, .day, .instant, .flag: value(columns.bound(place, as: kind))
    }
  }
}

/// Reads what `ArchiveBytes` wrote. Whatever does not fit is thrown as `Misread`.
struct ArchiveCursor {
  struct Misread: Error {}

  private let bytes: UnsafeRawBufferPointer
  private(set) var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws -> UInt8 {
    guard place < bytes.count else { throw Misread() }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func item() throws -> ArchiveItem {
    guard let item = ArchiveItem(rawValue: try byte()) else { throw Misread() }
    return item
  }

  mutating func count() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = try byte()
      value |= UInt64(next & 0x7f) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    throw Misread()
  }

  /// A count that can be one of things that lie in this block.
  mutating func length() throws -> Int {
    let value = try count()
    guard value <= UInt64(bytes.count) else { throw Misread() }
    return Int(value)
  }

  mutating func whole() throws -> Int64 {
    let value = try count()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func word() throws -> UInt64 {
    UInt64(bigEndian: try raw(8).loadUnaligned(as: UInt64.self))
  }

  mutating func raw(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count <= bytes.count - place else { throw Misread() }
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
  }

  mutating func text() throws -> String {
    String(decoding: try raw(try length()), as: UTF8.self)
  }

  mutating func value() throws -> Bound {
    switch ArchiveMark(rawValue: try byte()) {
    case .null: .null
    case .integer: .integer(try whole())
    case .real: .real(Double(bitPattern: try word()))
    case .text: .text(try text())
    case .bytes: .bytes(Array(try raw(try length())))
    case .id: .id(high: try word(), low: try word())
    case .day: .day(Day(number: Int32(truncatingIfNeeded: try whole())))
    case .instant: .instant(Instant(microseconds: try whole()))
    case .no: .flag(false)
    case .yes: .flag(true)
    case nil: throw Misread()
    }
  }

  /// Passes over a value without making it.
  mutating func skip() throws {
    switch ArchiveMark(rawValue: try byte()) {
    case .null, .no, .yes: break
    case .integer, .day, .instant: _ = try count()
    case .real: _ = try raw(8)
    case .id: _ = try raw(16)
    case .text, .bytes: _ = try raw(try length())
    case nil: throw Misread()
    }
  }
}
