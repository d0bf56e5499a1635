import Practice

/// What somebody sent with a form: words, and files where the form asks for some.
struct Form: Sendable {
  var words = NamedValues()
  private(set) var uploads: [(field: String, upload: Upload)] = []

  /// The first value of this name.
  subscript(name: StaticString) -> String? { words[name] }

  func all(_ name: StaticString) -> [String] { words.all(name) }
  func day(_ name: StaticString) -> Day? { words.day(name) }

  /// The files that the field of this name holds.
  func files(_ name: StaticString) -> [Upload] {
    uploads.filter { $0.field == "\(name)" }.map(\.upload)
  }

  mutating func append(_ upload: Upload, to field: String) {
    uploads.append((field, upload))
  }

  /// Reads a posted body by its content type.
  /// - Throws: `DoorRefusal.unreadableForm`.
  init(_ body: [UInt8], type: String) throws(DoorRefusal) {
    let kind = type.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
    switch String(decoding: kind, as: UTF8.self).lowercased() {
    case "application/x-www-form-urlencoded": words = NamedValues(urlEncoded: body)
    case "multipart/form-data": self = try Multipart.form(body, type: type)
    default: throw .unreadableForm("It is neither of the two kinds of form that browsers send.")
    }
  }

  init() {}
}

/// A file that came with a form.
struct Upload: Sendable, Equatable {
  /// The last step of its path, without control characters.
  let name: String
  /// As the browser guessed it; proves nothing.
  let type: String
  let bytes: [UInt8]
}
