public import Practice

/// One row of an answer, good only while it is being read. Columns are counted from 0, in the order
/// of the statement.
public struct Row {
  let columns: any Columns

  /// How many columns it has.
  var count: Int { columns.count }
  public func isNull(_ place: Int) -> Bool { columns.isNull(place) }
  public func int(_ place: Int) -> Int { Int(columns.integer(place)) }
  public func real(_ place: Int) -> Double { columns.real(place) }
  public func text(_ place: Int) -> String { columns.text(place) }
  public func bytes(_ place: Int) -> [UInt8] { columns.bytes(place) }
  public func flag(_ place: Int) -> Bool { columns.flag(place) }
  public func day(_ place: Int) -> Day { columns.day(place) }
  public func instant(_ place: Int) -> Instant { columns.instant(place) }
  public func id<Of>(_ place: Int) -> ID<Of> {
    let (high, low) = columns.id(place)
    return ID(high: high, low: low)
  }

  public func intIfAny(_ place: Int) -> Int? { isNull(place) ? nil : int(place) }
  public func textIfAny(_ place: Int) -> String? { isNull(place) ? nil : text(place) }
  public func dayIfAny(_ place: Int) -> Day? { isNull(place) ? nil : day(place) }
  public func instantIfAny(_ place: Int) -> Instant? { isNull(place) ? nil : instant(place) }
  public func idIfAny<Of>(_ place: Int) -> ID<Of>? { isNull(place) ? nil : id(place) }

  /// A code that the schema keeps to the cases of `Code`; nil where the column is empty.
  public func code<Code: RawRepresentable>(_ place: Int, as: Code.Type = Code.self) -> Code?
  where Code.RawValue == String {
    isNull(place) ? nil : Code(rawValue: text(place))
  }
}

/// What an engine gives for the row it stands on.
protocol Columns {
  var count: Int { get }
  func isNull(_ place: Int) -> Bool
  func integer(_ place: Int) -> Int64
  func real(_ place: Int) -> Double
  func text(_ place: Int) -> String
  /// The text's bytes, without a copy where the engine has them lying.
  func withUTF8(_ place: Int, _ body: (UnsafeRawBufferPointer) -> Void)
  func bytes(_ place: Int) -> [UInt8]
  func flag(_ place: Int) -> Bool
  func day(_ place: Int) -> Day
  func instant(_ place: Int) -> Instant
  func id(_ place: Int) -> (high: UInt64, low: UInt64)
}

extension Columns {
  func withUTF8(_ place: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    var text = text(place)
    text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// The column as the value that the schema says it is.
  func bound(_ place: Int, as kind: Column.Kind) -> Bound {
    if isNull(place) { return .null }
    switch kind {
    case .id:
      let (high, low) = id(place)
      return .id(high: high, low: low)
    case .integer: return .integer(integer(place))
    case .real: return .real(real(place))
    case .text: return .text(text(place))
    case .bytes: return .bytes(bytes(place))
    case .day: return .day(day(place))
    case .instant: return .instant(instant(place))
    case .flag: return .flag(flag(place))
    }
  }
}
