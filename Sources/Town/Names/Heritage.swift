/// Where a family's names, words and codes come from. The pools are common names of people in
/// England today; who gets which is chance, and nobody real is meant.
struct Heritage: Sendable {
  /// Families of this heritage in a thousand.
  let weight: Int
  /// Four-letter codes of the returns.
  let ethnicity: [String]
  let girls: [String]
  let boys: [String]
  let surnames: [String]
  /// A first language beside English; nil where there is none to speak of.
  let language: String?

  init(
    _ weight: Int, _ ethnicity: [String], girls: String, boys: String, surnames: String,
    language: String? = nil
  ) {
    self.weight = weight
    self.ethnicity = ethnicity
    self.girls = Heritage.list(girls)
    self.boys = Heritage.list(boys)
    self.surnames = Heritage.list(surnames)
    self.language = language
  }

  /// Polish and Czech surnames follow the person: Nowicki's daughter is Nowicka.
  static func surname(_ name: String, female: Bool) -> String {
    guard female else { return name }
    let bytes = Array(name.utf8)
    if bytes.hasSuffix("ski") || bytes.hasSuffix("cki") {
      return String(decoding: bytes.dropLast() + [UInt8(ascii: "a")], as: UTF8.self)
    }
    return bytes.hasSuffix("ák") ? name + "ová" : name
  }

  private static func list(_ names: String) -> [String] {
    names.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(Substring($0)) }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
