import Practice

/// The values of a statement in the binary form that the server takes, one run of bytes.
struct PostgreSQLParameters {
  private(set) var bytes: [UInt8] = []
  /// Where each value lies; nil for an empty one.
  private(set) var places: [Range<Int>?] = []
  /// The server's numbers of their types; 0 where it has to find out by itself.
  private(set) var types: [UInt32] = []

  init() { bytes.reserveCapacity(256) }

  /// - Parameter turns: values one of which has to stand at a place, sent as one array.
  init(_ values: [Bound], turns: SQL.Turns? = nil) {
    self.init()
    for (place, value) in values.enumerated() {
      if let turns, turns.place == place { append(anyOf: turns.values) } else { append(value) }
    }
  }

  /// The values of a row of `table`.
  init(_ row: [Bound], of table: Table) {
    self.init(row)
    // Of words the server alone knows what they are: they are a type of its own.
    if table.nature == .derived {
      for (place, value) in row.enumerated() {
        if case .bytes = value { types[place] = 0 }
      }
    }
  }

  mutating func append(_ value: Bound) {
    types.append(value.type)
    if case .null = value { return places.append(nil) }
    let from = bytes.count
    write(value)
    places.append(from..<bytes.count)
  }

  private mutating func append(anyOf values: [Bound]) {
    let element = values.first?.type ?? 0
    types.append(Bound.arrays[element] ?? 0)
    let from = bytes.count
    for number in [1, 0, Int32(bitPattern: element), Int32(values.count), 1] { write(number) }
    for value in values { writeWithLength(value) }
    places.append(from..<bytes.count)
  }

  /// As `COPY` and arrays want it: the length before the value, and -1 for none.
  mutating func writeWithLength(_ value: Bound) {
    if case .null = value { return write(Int32(-1)) }
    let mark = bytes.count
    write(Int32(0))
    write(value)
    let length = Int32(bytes.count - mark - 4).bigEndian
    withUnsafeBytes(of: length) { bytes.replaceSubrange(mark..<(mark + 4), with: $0) }
  }

  mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func write(_ value: Bound) {
    switch value {
    case .null: break
    case .integer(let number): write(number)
    case .real(let real): write(real.bitPattern)
    case .text(var text): text.withUTF8 { bytes.append(contentsOf: $0) }
    case .bytes(let raw): bytes.append(contentsOf: raw)
    case .id(let high, let low):
      write(high)
      write(low)
    // What lies further back than the server can say is sent as something that it refuses.
    case .day(let day): write(max(day.number, .min + Bound.newDay + 1) - Bound.newDay)
    case .instant(let instant):
      write(max(instant.microseconds, .min + Bound.newInstant + 1) - Bound.newInstant)
    case .flag(let flag): bytes.append(flag ? 1 : 0)
    }
  }
}

extension Bound {
  /// The server counts days and instants from 1 January 2000.
  static let newDay: Int32 = 10_957
  static let newInstant: Int64 = 946_684_800_000_000

  /// The server's number of the value's type.
  fileprivate var type: UInt32 {
    switch self {
    case .null: 0
    case .integer: 20
    case .real: 701
    case .text: 25
    case .bytes: 17
    case .id: 2950
    case .day: 1082
    case .instant: 1184
    case .flag: 16
    }
  }

  /// The type of a list by the type of what it lists.
  fileprivate static let arrays: [UInt32: UInt32] = [
    20: 1016, 701: 1022, 25: 1009, 17: 1001, 2950: 2951, 1082: 1182, 1184: 1185, 16: 1000,
  ]
}

extension Bound {
  /// About how many bytes it takes while it waits.
  var weight: Int {
    switch self {
    case .text(let text): 32 + text.utf8.count
    case .bytes(let bytes): 32 + bytes.count
    case .null, .integer, .real, .id, .day, .instant, .flag: 32
    }
  }
}
