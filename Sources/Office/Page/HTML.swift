/// A page being written: one growing run of bytes, to which elements write themselves in order.
///
/// There is no way to put a `String` on a page unescaped. Markup comes from `StaticString`, which
/// only a literal in this program can be; every other text is escaped byte by byte. Escaping looks
/// at bytes and never at characters, because `"` followed by a combining accent is one character
/// and would slip out of an attribute.
struct HTML: ~Copyable {
  typealias Content = (inout HTML) -> Void

  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// True for a page that is read away from the site: links lead nowhere, and nothing is folded away.
  var standsAlone = false
  /// How many levels lower headings stand than they are written.
  var lowered = 0

  init(capacity: Int = 32_768) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// All that was written, in UTF-8.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Part of a page that was written before, and can be put on pages as it is.
  struct Written: Sendable {
    fileprivate let bytes: [UInt8]
    var count: Int { bytes.count }

    init(_ content: Content) {
      var html = HTML()
      content(&html)
      bytes = html.bytes
    }
  }

  mutating func put(_ part: Written) { part.bytes.withUnsafeBufferPointer { write($0) } }

  /// Text between tags; `&`, `<`, `>`, `"` and `'` come out as references.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { write(escaping: $0) }
  }

  mutating func text(_ number: Int) { write(number: number) }

  /// Markup that stands in this program as a literal.
  mutating func markup(_ literal: StaticString) {
    write(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  mutating func element(_ name: StaticString, _ attributes: [Attribute], _ content: Content) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  mutating func element(_ name: StaticString, _ attributes: [Attribute], _ text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An opening tag; alone for elements without content, such as `br` and `input`.
  mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    write(60)
    markup(name)
    for place in attributes.indices { write(attributes[place]) }
    write(62)
  }

  mutating func close(_ name: StaticString) {
    write(60)
    write(47)
    markup(name)
    write(62)
  }
}

/// What text, attributes and pictures write with.
extension HTML {
  @inline(__always)
  mutating func write(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  private mutating func write(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    reserve(run.count)
    (base + count).update(from: start, count: run.count)
    count += run.count
  }

  mutating func write(escaping bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count * longestReference)
    var out = base + count
    var place = 0
    while place + 8 <= bytes.count {
      let run = UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self)
      let marks = marksOfReferences(UInt64(littleEndian: run))
      UnsafeMutableRawPointer(out).storeBytes(of: run, as: UInt64.self)
      let plain = marks.trailingZeroBitCount >> 3
      out += plain
      place += plain
      guard marks != 0 else { continue }
      out += HTML.write(start[place], escapedTo: out)
      place += 1
    }
    while place < bytes.count {
      out += HTML.write(start[place], escapedTo: out)
      place += 1
    }
    count = out - base
  }

  /// Writes one byte or its reference, and answers how many bytes that took.
  @inline(__always)
  private static func write(_ byte: UInt8, escapedTo out: UnsafeMutablePointer<UInt8>) -> Int {
    let reference: StaticString
    switch byte {
    case 38: reference = "&amp;"
    case 60: reference = "&lt;"
    case 62: reference = "&gt;"
    case 34: reference = "&quot;"
    case 39: reference = "&#39;"
    default:
      out.pointee = byte
      return 1
    }
    out.update(from: reference.utf8Start, count: reference.utf8CodeUnitCount)
    return reference.utf8CodeUnitCount
  }

  /// The number in decimal digits, with zeros before it up to `digits`.
  mutating func write(number: Int, digits: Int = 1) {
    var rest = number.magnitude
    if number < 0 { write(45) }
    if rest < 10, digits < 2 { return write(48 + UInt8(truncatingIfNeeded: rest)) }
    if rest < 100, digits < 3 {
      write(48 + UInt8(truncatingIfNeeded: rest / 10))
      return write(48 + UInt8(truncatingIfNeeded: rest % 10))
    }
    var length = 0
    var reach: UInt = 1
    repeat {
      length += 1
      let (further, over) = reach.multipliedReportingOverflow(by: 10)
      if over { break }
      reach = further
    } while rest >= reach
    length = max(length, digits)
    reserve(length)
    for place in stride(from: count + length - 1, through: count, by: -1) {
      base[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// `125` as `12.5`, `120` as `12`.
  mutating func write(tenths: Int) {
    if tenths < 0 { write(45) }
    write(number: Int(tenths.magnitude / 10))
    let last = UInt8(truncatingIfNeeded: tenths.magnitude % 10)
    guard last != 0 else { return }
    write(46)
    write(48 + last)
  }

  /// The lowest `digits` hexadecimal digits of the value, in small letters.
  mutating func write(hexadecimal value: UInt64, digits: Int) {
    reserve(digits)
    var rest = value
    var out = base + (count + digits)
    for _ in 0..<digits {
      out -= 1
      let nibble = UInt8(truncatingIfNeeded: rest) & 15
      out.pointee = nibble &+ (nibble < 10 ? 48 : 87)
      rest = rest &>> 4
    }
    count += digits
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if more > capacity &- count { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (moved, larger)
  }
}

private let longestReference = 6

/// Marks the first of eight bytes that may need a reference, counted from the lowest bit; nothing
/// where none does. Two comparisons find all five: with bits 0 and 2 set, `"`, `&` and `'` are one
/// byte (and `#`, which then comes out as it is); with bit 1 set, `<` and `>` are one. Marks after
/// the first may be false.
@inline(__always)
private func marksOfReferences(_ run: UInt64) -> UInt64 {
  let quotes = (run | 0x0505_0505_0505_0505) ^ 0x2727_2727_2727_2727
  let angles = (run | 0x0202_0202_0202_0202) ^ 0x3e3e_3e3e_3e3e_3e3e
  let ones: UInt64 = 0x0101_0101_0101_0101
  let zeros = ((quotes &- ones) & ~quotes) | ((angles &- ones) & ~angles)
  return zeros & 0x8080_8080_8080_8080
}
