import Practice

/// An attribute of an element, always written in double quotes with its value escaped.
///
/// Each kind of attribute has its own maker here, so that an address can only come from `Address`
/// and neither a script nor a style can come from a value.
struct Attribute {
  private enum Value {
    case none
    case flag
    case fixed(StaticString)
    case text(String)
    case number(Int)
    case tenths(Int)
    case numbered(StaticString, Int)
    case address(Address)
    case day(Day)
  }

  private let name: StaticString
  private let value: Value

  private init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  fileprivate func write(to html: inout HTML) {
    if case .none = value { return }
    html.write(32)
    html.markup(name)
    if case .flag = value { return }
    html.write(61)
    html.write(34)
    switch value {
    case .none, .flag: break
    case .fixed(let literal):
      html.write(
        escaping: UnsafeBufferPointer(
          start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    case .text(let text): html.text(text)
    case .number(let number): html.write(number: number)
    case .tenths(let tenths): html.write(tenths: tenths)
    case .numbered(let literal, let number):
      html.markup(literal)
      html.write(number: number)
    case .address(let address): html.address(address)
    case .day(let day): html.iso(day)
    }
    html.write(34)
  }
}

extension HTML {
  mutating func write(_ attribute: Attribute) { attribute.write(to: &self) }
}

/// Attributes of any element.
extension Attribute {
  static func `class`(_ words: StaticString) -> Self { .init("class", .fixed(words)) }
  static func `class`(_ words: StaticString, if holds: Bool) -> Self {
    .init("class", holds ? .fixed(words) : .none)
  }
  /// `.class("hue-", 3)`
  static func `class`(_ words: StaticString, _ number: Int) -> Self {
    .init("class", .numbered(words, number))
  }
  static func id(_ id: String) -> Self { .init("id", .text(id)) }
  /// `.id("row-", 3)`
  static func id(_ prefix: StaticString, _ number: Int) -> Self {
    .init("id", .numbered(prefix, number))
  }
  static func lang(_ tag: StaticString) -> Self { .init("lang", .fixed(tag)) }
  static func role(_ role: StaticString) -> Self { .init("role", .fixed(role)) }
  static func tabindex(_ index: Int) -> Self { .init("tabindex", .number(index)) }
  static func label(_ text: String) -> Self { .init("aria-label", .text(text)) }
  static func labelled(by id: String) -> Self { .init("aria-labelledby", .text(id)) }
  static func described(by id: String?) -> Self {
    .init("aria-describedby", id.map { .text($0) } ?? .none)
  }
  static func current(if holds: Bool, _ kind: StaticString = "page") -> Self {
    .init("aria-current", holds ? .fixed(kind) : .none)
  }
  static func invalid(if holds: Bool) -> Self {
    .init("aria-invalid", holds ? .fixed("true") : .none)
  }
  static var hiddenFromSpeech: Self { .init("aria-hidden", .fixed("true")) }
}

/// Attributes of links, forms and tables.
extension Attribute {
  static func href(_ address: Address) -> Self { .init("href", .address(address)) }
  static func src(_ address: Address) -> Self { .init("src", .address(address)) }
  static func action(_ address: Address) -> Self { .init("action", .address(address)) }
  static func rel(_ words: StaticString) -> Self { .init("rel", .fixed(words)) }
  static func media(_ query: StaticString) -> Self { .init("media", .fixed(query)) }
  static func method(_ method: StaticString) -> Self { .init("method", .fixed(method)) }
  static func enctype(_ kind: StaticString) -> Self { .init("enctype", .fixed(kind)) }
  static func type(_ type: StaticString) -> Self { .init("type", .fixed(type)) }
  static func name(_ name: StaticString) -> Self { .init("name", .fixed(name)) }
  static func content(_ text: StaticString) -> Self { .init("content", .fixed(text)) }
  static func charset(_ name: StaticString) -> Self { .init("charset", .fixed(name)) }
  static func value(_ value: String) -> Self { .init("value", .text(value)) }
  static func `for`(_ id: StaticString) -> Self { .init("for", .fixed(id)) }
  static func autocomplete(_ words: StaticString?) -> Self {
    .init("autocomplete", words.map { .fixed($0) } ?? .none)
  }
  static func inputmode(_ mode: StaticString?) -> Self {
    .init("inputmode", mode.map { .fixed($0) } ?? .none)
  }
  static func rows(_ count: Int) -> Self { .init("rows", .number(count)) }
  static func spellcheck(_ on: Bool) -> Self {
    .init("spellcheck", .fixed(on ? "true" : "false"))
  }
  static func required(if holds: Bool = true) -> Self { .init("required", holds ? .flag : .none) }
  static func checked(if holds: Bool) -> Self { .init("checked", holds ? .flag : .none) }
  static func selected(if holds: Bool) -> Self { .init("selected", holds ? .flag : .none) }
  static func multiple(if holds: Bool = true) -> Self { .init("multiple", holds ? .flag : .none) }
  static func open(if holds: Bool) -> Self { .init("open", holds ? .flag : .none) }
  static func scope(_ scope: StaticString) -> Self { .init("scope", .fixed(scope)) }
  static func colspan(_ count: Int) -> Self { .init("colspan", .number(count)) }
  static func datetime(_ day: Day) -> Self { .init("datetime", .day(day)) }
  /// The heading of a cell, shown beside it where a table stacks on a phone.
  static func heading(_ words: String) -> Self { .init("data-heading", .text(words)) }
}

/// Attributes of drawings. Colours and strokes come from the stylesheet, by class.
extension Attribute {
  static func viewBox(width: Int, height: Int) -> Self {
    .init("viewBox", .text("0 0 \(width) \(height)"))
  }
  static func width(_ units: Double) -> Self { .length("width", units) }
  static func height(_ units: Double) -> Self { .length("height", units) }
  static func x(_ units: Double) -> Self { .length("x", units) }
  static func y(_ units: Double) -> Self { .length("y", units) }
  static func path(_ data: PathData) -> Self { .init("d", .text(data.text)) }
  /// A length in units, to a tenth.
  static func length(_ name: StaticString, _ units: Double) -> Self {
    .init(name, .tenths(tenths(units)))
  }
  /// A share of the width, `0.235` as `23.5%`.
  static func share(_ name: StaticString, _ share: Double) -> Self {
    let tenths = tenths(min(max(share, 0), 1) * 100)
    return .init(name, .text("\(tenths / 10).\(tenths % 10)%"))
  }
  /// Filled by a pattern that the same drawing defines.
  static func filled(by pattern: StaticString) -> Self { .init("fill", .fixed(pattern)) }
  static func units(_ units: StaticString) -> Self { .init("patternUnits", .fixed(units)) }
  static func turned(_ turn: StaticString) -> Self { .init("patternTransform", .fixed(turn)) }
  /// Writing that runs down from a point.
  static func standing(x: Double, y: Double) -> Self {
    let (x, y) = (tenths(x), tenths(y))
    return .init(
      "transform", .text("translate(\(x / 10).\(x % 10) \(y / 10).\(y % 10)) rotate(90)"))
  }
  static var stretched: Self { .init("preserveAspectRatio", .fixed("none")) }
}

/// Rounds to tenths; what is not a number, or far off any page, becomes 0.
func tenths(_ units: Double) -> Int {
  let scaled = units * 10
  guard scaled.magnitude < 10_000_000 else { return 0 }
  return Int(scaled + (scaled < 0 ? -0.5 : 0.5))
}
