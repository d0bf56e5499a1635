import HTTPTypes

/// What one request is called: in its answer, in the log, and on the page that says that something
/// went wrong, so that a person can quote it and it can be found.
struct Errand: Sendable, Equatable {
  let id: String
  /// Of whatever the request is a part of, where the asker says.
  let trace: TraceParent?

  /// The asker's own name for the request where it cannot be taken for anything else in a log; a new
  /// one otherwise.
  init(_ fields: HTTPFields) {
    let asked = Errand.field.flatMap { fields[$0] }
    id = asked.flatMap { Errand.isPlain($0) ? $0 : nil } ?? Secret.hex(Secret.random(8))
    trace = TraceParent.field.flatMap { fields[$0] }.flatMap { TraceParent($0) }
  }

  static let field = HTTPField.Name("x-request-id")

  /// 8 to 64 letters, digits and hyphens, none of them from another alphabet.
  private static func isPlain(_ text: String) -> Bool {
    (8...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        switch $0 {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}

/// Where a request stands in a trace that began elsewhere: the header `traceparent` of W3C Trace
/// Context, version 00 and those that may come after it.
struct TraceParent: Sendable, Equatable {
  let trace: String
  let parent: String

  static let field = HTTPField.Name("traceparent")

  /// `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01`; nil where it is anything else, and
  /// where an id is nothing but zeros, which the standard calls invalid.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].count == 2, parts[1].count == 32, parts[2].count == 16,
      parts[3].count == 2, parts[..<4].allSatisfy({ $0.allSatisfy(TraceParent.isHexadecimal) }),
      !parts[0].elementsEqual("ff".utf8), parts.count == 4 || !parts[0].elementsEqual("00".utf8),
      parts[1...2].allSatisfy({ $0.contains { $0 != UInt8(ascii: "0") } })
    else { return nil }
    trace = String(decoding: parts[1], as: UTF8.self)
    parent = String(decoding: parts[2], as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }
}
