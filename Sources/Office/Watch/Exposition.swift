/// Figures in the text form that Prometheus reads, version 0.0.4.
struct Exposition {
  enum Kind: String { case counter, gauge, histogram }

  private(set) var text = ""
  private var family = ""

  /// Begins the figures of one name; all of them follow before the next name begins.
  /// - Parameters:
  ///   - name: letters, digits, `_` and `:`, with no digit first.
  ///   - help: one sentence.
  mutating func begin(_ name: StaticString, _ kind: Kind, _ help: StaticString) {
    family = "\(name)"
    text += "# HELP \(family) \(Exposition.escaped("\(help)", quotes: false))\n"
    text += "# TYPE \(family) \(kind.rawValue)\n"
  }

  mutating func sample(
    _ value: Double, _ labels: KeyValuePairs<StaticString, String> = [:]
  ) {
    line("", labels, Exposition.words(value))
  }

  mutating func sample(_ value: Int, _ labels: KeyValuePairs<StaticString, String> = [:]) {
    line("", labels, String(value))
  }

  /// A histogram in seconds: how many took at most so long, all of them, and their sum.
  mutating func sample(_ spread: Spread, _ labels: KeyValuePairs<StaticString, String> = [:]) {
    var sofar = 0
    for (place, count) in spread.counts.enumerated() {
      sofar += count
      let end =
        place < Spread.ends.count
        ? Exposition.words(Double(Spread.ends[place]) / 1e9) : "+Inf"
      line("_bucket", labels, String(sofar), end: end)
    }
    line("_sum", labels, Exposition.words(Double(spread.sum) / 1e9))
    line("_count", labels, String(sofar))
  }

  private mutating func line(
    _ ending: String, _ labels: KeyValuePairs<StaticString, String>, _ value: String,
    end: String? = nil
  ) {
    var pairs = labels.map { "\($0.key)=\"\(Exposition.escaped($0.value, quotes: true))\"" }
    if let end { pairs.append("le=\"\(end)\"") }
    text += family + ending
    if !pairs.isEmpty { text += "{\(pairs.joined(separator: ","))}" }
    text += " \(value)\n"
  }

  private static func words(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return String(value)
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case 10: bytes += Array("\\n".utf8)
      case UInt8(ascii: "\"") where quotes: bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
