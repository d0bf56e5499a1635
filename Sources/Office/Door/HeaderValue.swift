/// A header's value with parameters, such as `form-data; name="files"; filename="a.csv"`.
struct HeaderValue {
  /// What stands before the first parameter, in small letters.
  let kind: String
  private var parameters: [(name: String, value: [UInt8])] = []

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    kind = HeaderValue.word(&rest, until: [UInt8(ascii: ";")]).lowercased()
    while rest.popFirst() != nil, parameters.count < 20 {
      let name = HeaderValue.word(&rest, until: [UInt8(ascii: ";"), UInt8(ascii: "=")])
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst()
      parameters.append((name.lowercased(), HeaderValue.value(&rest)))
    }
  }

  /// The first parameter of this name.
  subscript(name: String) -> [UInt8]? { parameters.first { $0.name == name }?.value }

  private static func word(_ rest: inout ArraySlice<UInt8>, until ends: [UInt8]) -> String {
    String(decoding: trimmed(run(&rest, until: ends)), as: UTF8.self)
  }

  /// Either quoted, with `\` before a quotation mark that belongs to it, or plain up to the next `;`.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard rest.first == UInt8(ascii: "\"") else {
      return Array(trimmed(run(&rest, until: [UInt8(ascii: ";")])))
    }
    rest = rest.dropFirst()
    var value: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\"") {
        value.append(rest.removeFirst())
      } else {
        value.append(byte)
      }
    }
    _ = run(&rest, until: [UInt8(ascii: ";")])
    return value
  }

  private static func run(
    _ rest: inout ArraySlice<UInt8>, until ends: [UInt8]
  ) -> ArraySlice<UInt8> {
    let run = rest.prefix { !ends.contains($0) }
    rest = rest[run.endIndex...]
    return run
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      bytes = bytes.dropLast()
    }
    return bytes
  }
}
