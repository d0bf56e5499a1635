/// Reads `multipart/form-data` (RFC 7578) as browsers write it. Looks at bytes only, copies each part
/// once, and takes time in proportion to the body whatever it holds.
enum Multipart {
  static let mostParts = 200
  static let longestHeader = 8 << 10
  static let longestValue = 256 << 10

  /// - Throws: `DoorRefusal.unreadableForm` for a body that is cut off or has another shape.
  static func form(_ body: [UInt8], type: String) throws(DoorRefusal) -> Form {
    guard let boundary = boundary(of: type) else {
      throw .unreadableForm("It does not say where its parts begin.")
    }
    var form = Form()
    let search = ByteSearch(for: crlf + dashes + boundary)
    let opening = dashes + boundary
    guard body.starts(with: opening) else {
      throw .unreadableForm("It does not begin with a part.")
    }
    var place = opening.count
    var parts = 0
    while true {
      if body[place...].starts(with: dashes) { return form }
      guard body[place...].starts(with: crlf) else {
        throw .unreadableForm("One of its parts begins in a way that no browser writes.")
      }
      parts += 1
      guard parts <= mostParts else {
        throw .unreadableForm("It has more than \(mostParts) parts.")
      }
      let header = try header(body, from: place + 2)
      guard let end = nextDelimiter(body, from: header.end, search) else {
        throw .unreadableForm("It is cut off.")
      }
      try keep(body[header.end..<end], header, in: &form)
      place = end + search.count
    }
  }

  private static func keep(
    _ content: ArraySlice<UInt8>, _ header: Header, in form: inout Form
  ) throws(DoorRefusal) {
    guard let name = header.name else {
      throw .unreadableForm("One of its parts has no name.")
    }
    guard let file = header.file else {
      guard content.count <= longestValue else {
        throw .tooLarge(most: longestValue)
      }
      return form.words.append(name, String(decoding: content, as: UTF8.self))
    }
    // A field for files that was left empty comes as a file without name and content.
    if file.isEmpty && content.isEmpty { return }
    form.append(Upload(name: file, type: header.type, bytes: Array(content)), to: name)
  }

  /// A delimiter counts only where its line ends behind it, or two dashes close the body.
  private static func nextDelimiter(
    _ body: [UInt8], from start: Int, _ search: ByteSearch
  ) -> Int? {
    var from = start
    while let found = search.first(in: body, from: from) {
      let after = body[(found + search.count)...]
      if after.starts(with: crlf) || after.starts(with: dashes) { return found }
      from = found + 1
    }
    return nil
  }

  private struct Header {
    var name: String?
    var file: String?
    var type = "application/octet-stream"
    /// Where the part's content begins.
    var end = 0
  }

  private static func header(_ body: [UInt8], from start: Int) throws(DoorRefusal) -> Header {
    var header = Header()
    var line = start
    let limit = min(body.count, start + longestHeader)
    var place = start
    while place + 1 < limit {
      guard body[place] == 13, body[place + 1] == 10 else {
        place += 1
        continue
      }
      if place == line {
        header.end = place + 2
        return header
      }
      read(body[line..<place], into: &header)
      place += 2
      line = place
    }
    throw .unreadableForm("The heading of one of its parts has no end.")
  }

  private static func read(_ line: ArraySlice<UInt8>, into header: inout Header) {
    let halves = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard halves.count == 2 else { return }
    switch String(decoding: halves[0], as: UTF8.self).lowercased() {
    case "content-disposition":
      let value = HeaderValue(halves[1])
      guard value.kind == "form-data" else { return }
      header.name = value["name"].map { unescaped($0) }
      header.file = value["filename"].map { lastStep(unescaped($0)) }
    case "content-type":
      header.type = String(decoding: halves[1].drop { $0 == 32 }, as: UTF8.self)
    default: break
    }
  }

  /// Between 1 and 70 bytes; nil where the content type names none.
  private static func boundary(of type: String) -> [UInt8]? {
    guard let boundary = HeaderValue(Array(type.utf8)[...])["boundary"],
      (1...70).contains(boundary.count)
    else { return nil }
    return boundary
  }

  /// Browsers write `"`, carriage return and line feed of a name as `%22`, `%0D` and `%0A`.
  private static func unescaped(_ bytes: [UInt8]) -> String {
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = escapes.first(where: { rest.starts(with: $0.text) })
      {
        plain.append(code.byte)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static let escapes: [(text: [UInt8], byte: UInt8)] = [
    (Array("22".utf8), 34), (Array("0D".utf8), 13), (Array("0A".utf8), 10),
  ]

  /// The name of a file without the folders that some programs send with it.
  private static func lastStep(_ path: String) -> String {
    let step =
      path.utf8.split(omittingEmptySubsequences: false) { byte in
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
      }.last ?? path.utf8[...]
    let name = String(decoding: step.filter { $0 >= 32 && $0 != 127 }.prefix(200), as: UTF8.self)
    return name == "." || name == ".." ? "" : name
  }
}

private let crlf: [UInt8] = [13, 10]
private let dashes: [UInt8] = [45, 45]
