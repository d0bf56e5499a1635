import CPostgreSQL
import Practice

/// What the server answered to one statement; its rows are read where they lie.
final class PostgreSQLAnswer: Columns {
  private let result: OpaquePointer
  let rows: Int32
  /// The row that is being read.
  var row: Int32 = 0

  init(_ result: OpaquePointer) {
    self.result = result
    rows = PQntuples(result)
  }

  deinit { PQclear(result) }

  /// What the server has done: `COMMIT`, or `ROLLBACK` where a commit could not be.
  var command: String { String(cString: PQcmdStatus(result)) }

  /// How many columns each row has.
  var count: Int { Int(PQnfields(result)) }

  /// How many rows a statement touched.
  var touched: Int {
    guard let text = PQcmdTuples(result) else { return 0 }
    return Int(String(cString: text)) ?? 0
  }

  func isNull(_ place: Int) -> Bool { PQgetisnull(result, row, Int32(place)) == 1 }

  func integer(_ place: Int) -> Int64 {
    let bytes = raw(place)
    guard let start = bytes.baseAddress else { return 0 }
    switch bytes.count {
    case 8: return Int64(bigEndian: start.loadUnaligned(as: Int64.self))
    case 4: return Int64(Int32(bigEndian: start.loadUnaligned(as: Int32.self)))
    case 2: return Int64(Int16(bigEndian: start.loadUnaligned(as: Int16.self)))
    case 1: return Int64(bytes[0])
    default: return 0
    }
  }

  func real(_ place: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: integer(place)))
  }

  func text(_ place: Int) -> String { String(decoding: raw(place), as: UTF8.self) }
  func withUTF8(_ place: Int, _ body: (UnsafeRawBufferPointer) -> Void) { body(raw(place)) }
  func bytes(_ place: Int) -> [UInt8] { Array(raw(place)) }
  func flag(_ place: Int) -> Bool { integer(place) != 0 }

  func day(_ place: Int) -> Day {
    isNull(place)
      ? Day(number: 0)
      : Day(number: Int32(truncatingIfNeeded: integer(place)) &+ Bound.newDay)
  }

  func instant(_ place: Int) -> Instant {
    isNull(place)
      ? Instant(microseconds: 0)
      : Instant(microseconds: integer(place) &+ Bound.newInstant)
  }

  func id(_ place: Int) -> (high: UInt64, low: UInt64) {
    let bytes = raw(place)
    guard bytes.count == 16, let start = bytes.baseAddress else { return (0, 0) }
    return (
      UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
      UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }

  private func raw(_ place: Int) -> UnsafeRawBufferPointer {
    guard let start = PQgetvalue(result, row, Int32(place)) else {
      return .init(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(
      start: start, count: Int(PQgetlength(result, row, Int32(place))))
  }
}
