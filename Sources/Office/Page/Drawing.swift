/// Drawings in the page: plain shapes with classes, in units to a tenth.
extension HTML {
  /// A drawing with parts that can be reached and read, named by `label`.
  mutating func drawing(
    width: Int, height: Int, label: String, _ a: Attribute..., content: Content
  ) {
    element(
      "svg",
      [.viewBox(width: width, height: height), .role("group"), .label(label)] + a, content)
  }

  /// A drawing that only repeats what the words beside it say, so that speech passes over it.
  mutating func ornament(_ a: Attribute..., content: Content) {
    element("svg", [.hiddenFromSpeech] + a, content)
  }

  mutating func g(_ a: Attribute..., content: Content) { element("g", a, content) }

  mutating func path(_ data: PathData, _ a: StaticString) {
    element("path", [.class(a), .path(data)]) { _ in }
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, _ words: StaticString
  ) {
    element(
      "rect",
      [.class(words), .x(x), .y(y), .width(max(0, width)), .height(max(0, height))]
    ) { _ in }
  }

  /// A line of writing; `words` gives size, weight and where it is held.
  mutating func writing(x: Double, y: Double, _ text: String, _ words: StaticString) {
    element("text", [.class(words), .x(x), .y(y)], text)
  }

  /// What speech and a resting pointer say of the shape around it.
  mutating func title(_ text: String) { element("title", [], text) }
}

/// The course of a line: moves, lines and curves, in units to a tenth.
struct PathData {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func move(_ x: Double, _ y: Double) { step(77, [x, y]) }
  mutating func line(_ x: Double, _ y: Double) { step(76, [x, y]) }
  mutating func across(_ distance: Double) { step(104, [distance]) }
  mutating func down(_ distance: Double) { step(118, [distance]) }
  mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) { step(67, [x1, y1, x2, y2, x, y]) }
  mutating func close() { bytes.append(90) }

  /// A point, which a round line end makes a dot and a square one a square.
  mutating func dot(_ x: Double, _ y: Double) {
    move(x, y)
    across(0)
  }

  private mutating func step(_ letter: UInt8, _ lengths: [Double]) {
    bytes.append(letter)
    for (place, length) in lengths.enumerated() {
      let tenths = tenths(length)
      if place > 0, tenths >= 0 { bytes.append(32) }
      if tenths < 0 { bytes.append(45) }
      bytes.append(contentsOf: String(tenths.magnitude / 10).utf8)
      guard tenths.magnitude % 10 != 0 else { continue }
      bytes.append(46)
      bytes.append(48 + UInt8(truncatingIfNeeded: tenths.magnitude % 10))
    }
  }
}
