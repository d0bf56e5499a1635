public import Practice

/// A value on its way into or out of the store.
public enum Bound: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
  case id(high: UInt64, low: UInt64)
  case day(Day)
  case instant(Instant)
  case flag(Bool)
}

/// Anything that may stand in a `SQL` interpolation.
public protocol Bindable {
  var bound: Bound { get }
}

extension Bound: Bindable { public var bound: Bound { self } }
extension Int: Bindable { public var bound: Bound { .integer(Int64(self)) } }
extension Int64: Bindable { public var bound: Bound { .integer(self) } }
extension Double: Bindable { public var bound: Bound { .real(self) } }
extension String: Bindable { public var bound: Bound { .text(self) } }
extension Bool: Bindable { public var bound: Bound { .flag(self) } }
extension Day: Bindable { public var bound: Bound { .day(self) } }
extension Instant: Bindable { public var bound: Bound { .instant(self) } }
extension ID: Bindable { public var bound: Bound { .id(high: high, low: low) } }
extension Optional: Bindable where Wrapped: Bindable {
  public var bound: Bound { self?.bound ?? .null }
}

/// A statement for the store. Text comes from the source code alone; whatever is interpolated is
/// bound as a parameter, so that a value can never become part of the statement.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  let text: String
  let values: [Bound]
  let turns: Turns?

  /// Values that stand, one after the other, in the place of one value of a statement.
  @usableFromInline
  struct Turns: Sendable {
    /// Which value of the statement, from 0.
    let place: Int
    /// Where its mark begins in the statement's bytes, and how long it is.
    let mark: Int
    let length: Int
    let values: [Bound]

    @usableFromInline
    init(place: Int, mark: Int, length: Int, values: [Bound]) {
      (self.place, self.mark, self.length, self.values) = (place, mark, length, values)
    }
  }

  public init(stringLiteral value: StaticString) {
    text = value.description
    values = []
    turns = nil
  }

  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    values = stringInterpolation.values
    turns = stringInterpolation.turns
  }

  /// Text that this module itself has made from the schema.
  init(made text: String, _ values: [Bound] = []) {
    self.text = text
    self.values = values
    turns = nil
  }

  /// A value that stands twice would be answered twice. Few are compared faster than hashed.
  @usableFromInline static func onceEach(_ list: [Bound]) -> [Bound] {
    if list.count < 16 {
      for (place, value) in list.enumerated() where list[..<place].contains(value) {
        return Array(Set(list))
      }
      return list
    }
    return Set(list).count == list.count ? list : Array(Set(list))
  }

  /// `$1`, `$2`, …: written for every value of every statement, so not made each time.
  fileprivate static let marks = (1...64).map { "$\($0)" }

  public struct StringInterpolation: StringInterpolationProtocol {
    @usableFromInline var text = ""
    @usableFromInline var values: [Bound] = []
    @usableFromInline var turns: SQL.Turns?

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 24 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    public mutating func appendInterpolation(_ value: some Bindable) {
      append(value.bound)
    }

    @usableFromInline mutating func append(_ value: Bound) {
      values.append(value)
      if values.count <= SQL.marks.count {
        text += SQL.marks[values.count - 1]
      } else {
        text += "$\(values.count)"
      }
    }

    /// A piece of another statement, with its own bound values.
    public mutating func appendInterpolation(_ other: SQL) {
      guard !other.values.isEmpty, !values.isEmpty else {
        text += other.text
        values += other.values
        return
      }
      text += other.text.withParameters(movedBy: values.count)
      values += other.values
    }

    /// `person = \(eachOf: people)`: what is true of any of them, as `IN \(anyOf: people)` is, but
    /// asked for each in turn, which costs far less for the few people of a family. At most once in a
    /// statement, which has no limit, and an order for each of them alone; an empty list matches
    /// nothing.
    @inlinable
    public mutating func appendInterpolation(eachOf list: some Collection<some Bindable>) {
      var each: [Bound] = []
      each.reserveCapacity(list.count)
      for value in list { each.append(value.bound) }
      let mark = text.utf8.count
      let place = values.count
      append(.null)
      turns = SQL.Turns(
        place: place, mark: mark, length: text.utf8.count - mark, values: SQL.onceEach(each))
    }

    /// `(1, 2, 3)`: each value bound; an empty list matches nothing.
    @inlinable
    public mutating func appendInterpolation(anyOf list: some Collection<some Bindable>) {
      text += "("
      if list.isEmpty { text += "NULL" }
      values.reserveCapacity(values.count + list.count + 2)
      var isFirst = true
      for value in list {
        if !isFirst { text += ", " }
        append(value.bound)
        isFirst = false
      }
      text += ")"
    }
  }
}

extension String {
  /// Parameters are numbered by place: those of a piece go on from those before it.
  fileprivate func withParameters(movedBy places: Int) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 64)
    var number: Int?
    for byte in utf8 {
      if let so = number, (48...57).contains(byte) {
        number = so * 10 + Int(byte - 48)
        continue
      }
      if let whole = number { result += Array("\(whole + places)".utf8) }
      number = byte == UInt8(ascii: "$") ? 0 : nil
      result.append(byte)
    }
    if let whole = number { result += Array("\(whole + places)".utf8) }
    return String(decoding: result, as: UTF8.self)
  }
}
