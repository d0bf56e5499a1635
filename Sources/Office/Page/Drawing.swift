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

  /// A shape with nothing in it.
  mutating func shape(_ name: StaticString, _ attributes: [Attribute]) {
    write(60)
    markup(name)
    for attribute in attributes { write(attribute) }
    markup("/>")
  }

  mutating func path(_ data: PathData, _ a: StaticString) {
    shape("path", [.class(a), .path(data)])
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, _ words: StaticString
  ) {
    shape("rect", [.class(words), .x(x), .y(y), .width(max(0, width)), .height(max(0, height))])
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
  /// Where the last spot ended, in tenths.
  private var pen: (x: Int, y: Int)?

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func move(_ x: Double, _ y: Double) { point(77, x, y) }
  mutating func line(_ x: Double, _ y: Double) { point(76, x, y) }
  mutating func across(_ distance: Double) { step(104, distance) }
  mutating func down(_ distance: Double) { step(118, distance) }
  mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    point(67, x1, y1)
    point(32, x2, y2)
    point(32, x, y)
  }
  mutating func close() { bytes.append(90) }

  /// A point at the nearest whole units, which a round line end makes a dot.
  mutating func dot(_ x: Double, _ y: Double) { spot(x, y, trace: 0) }

  /// A point that a square line end makes a square. It has a trace of length, because printers
  /// leave out what has none.
  mutating func square(_ x: Double, _ y: Double) { spot(x, y, trace: 1) }

  /// Said from the spot before, where there is one: pictures of hundreds of spots stay small so.
  private mutating func spot(_ x: Double, _ y: Double, trace: Int) {
    let (x, y) = (tenths(x) / 10 * 10, tenths(y) / 10 * 10)
    if let pen {
      step(109, tenths: x - pen.x)
      step(y < pen.y ? nil : 32, tenths: y - pen.y)
    } else {
      step(77, tenths: x)
      step(32, tenths: y)
    }
    step(104, tenths: trace)
    pen = (x + trace, y)
  }

  private mutating func point(_ letter: UInt8, _ x: Double, _ y: Double) {
    pen = nil
    step(letter, x)
    step(32, y)
  }

  private mutating func step(_ letter: UInt8, _ length: Double) {
    step(letter, tenths: tenths(length))
  }

  private mutating func step(_ letter: UInt8?, tenths: Int) {
    if let letter { bytes.append(letter) }
    if tenths < 0 { bytes.append(45) }
    var unit: UInt = 1
    let whole = tenths.magnitude / 10
    while whole / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(48 + UInt8(truncatingIfNeeded: whole / unit % 10))
      unit /= 10
    }
    guard tenths.magnitude % 10 != 0 else { return }
    bytes.append(46)
    bytes.append(48 + UInt8(truncatingIfNeeded: tenths.magnitude % 10))
  }
}
