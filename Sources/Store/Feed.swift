public import Practice

/// What was told, in the order in which it became visible, for other systems that follow along.
///
/// The tellings of an authority are numbered without gaps, and each is visible before the next gets
/// its number, so that whoever asks for what comes after the last that they have seen misses none and
/// gets none twice, however many write meanwhile (`docs/decisions/0007-one-authority-at-a-time-on-a-server.md`).
public struct Feed: Sendable {
  /// One telling as a line of JSON: its number, id, deed, who told it, when it was recorded and when
  /// it happened, whose story it belongs to, and the facts that it states, each with its table.
  public struct Line: Sendable {
    public let telling: Int
    public let json: String
  }

  private let store: Store
  private let authority: Authority
  private let leftOut: [String]

  /// - Parameter leftOut: deeds that are nobody's business outside.
  public init(_ store: Store, of authority: Authority, leavingOut leftOut: [String] = []) {
    self.store = store.of(authority)
    self.authority = authority
    self.leftOut = leftOut
  }

  /// At most so many facts are gathered before what there is goes out; a single telling is never cut.
  static let widest = 20_000

  /// The next tellings after number `after`, at least one where there is any, `most` at most.
  public func next(after: Int, most: Int = 100) async throws -> [Line] {
    let (authority, tables, leftOut) = (authority, store.schema.tables, leftOut + [""])
    return try await store.read { reading in
      var tellings: [(seq: Int, json: JSONLine)] = []
      var facts = 0
      try reading.each(
        """
        SELECT seq, id, deed, teller, recorded, happened, story, note, facts FROM telling
        WHERE authority = \(authority.number) AND seq > \(after) AND deed NOT IN \(anyOf: leftOut)
        ORDER BY seq LIMIT \(most)
        """
      ) { row in
        facts += row.int(8)
        guard tellings.isEmpty || facts <= Feed.widest else { return }
        var line = JSONLine()
        line.add("authority", .text(authority.code))
        for (place, column) in Book.telling.columns.dropFirst().prefix(8).enumerated() {
          line.add(
            column.name == "seq" ? "telling" : column.name,
            row.columns.bound(place, as: column.kind))
        }
        tellings.append((row.int(0), line))
      }
      guard let last = tellings.last?.seq else { return [] }
      var stated: [Int: [String]] = [:]
      for table in tables where table.nature == .fact || table.nature == .part {
        try reading.state(table, of: authority.number, after: after, upTo: last, in: &stated)
      }
      return tellings.map { one in
        var line = one.json
        line.add("facts", list: stated[one.seq] ?? [])
        return Line(telling: one.seq, json: line.whole)
      }
    }
  }
}

extension Reading {
  /// The rows of one table, by the telling that stated them.
  fileprivate func state(
    _ table: Table, of authority: Int, after: Int, upTo last: Int, in stated: inout [Int: [String]]
  ) throws {
    let columns = SQL(made: table.columns.map { "\"\($0.name)\"" }.joined(separator: ", "))
    let name = SQL(made: "\"\(table.name)\"")
    let place = table.place(of: "telling") ?? 0
    try each(
      """
      SELECT \(columns) FROM \(name)
      WHERE authority = \(authority) AND telling > \(after) AND telling <= \(last)
      ORDER BY telling
      """
    ) { row in
      var line = JSONLine()
      line.add("table", .text(table.name))
      for (place, column) in table.columns.enumerated()
      where !["authority", "telling"].contains(column.name) {
        line.add(column.name, row.columns.bound(place, as: column.kind))
      }
      stated[row.int(place), default: []].append(line.whole)
    }
  }
}

/// One object of JSON on one line.
struct JSONLine {
  private var text = "{"

  var whole: String { text + "}" }

  mutating func add(_ name: String, _ value: Bound) {
    begin(name)
    switch value {
    case .null: text += "null"
    case .integer(let number): text += "\(number)"
    case .real(let real): text += real.isFinite ? "\(real)" : "null"
    case .text(let words): text += Self.quoted(words)
    case .bytes(let bytes): text += "\"\(Head.hex(bytes))\""
    case .id(let high, let low): text += "\"\(ID<Fact>(high: high, low: low))\""
    case .day(let day): text += "\"\(day)\""
    case .instant(let instant): text += "\"\(instant)\""
    case .flag(let flag): text += flag ? "true" : "false"
    }
  }

  mutating func add(_ name: String, list: [String]) {
    begin(name)
    text += "[\(list.joined(separator: ","))]"
  }

  private mutating func begin(_ name: String) {
    if text.utf8.count > 1 { text += "," }
    text += "\(Self.quoted(name)):"
  }

  /// In quotation marks, with what JSON may not hold written as it asks; a line never breaks.
  private static func quoted(_ words: String) -> String {
    var bytes: [UInt8] = [34]
    for byte in words.utf8 {
      switch byte {
      case 34, 92: bytes += [92, byte]
      case 10: bytes += Array("\\n".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 9: bytes += Array("\\t".utf8)
      case 0..<32:
        bytes +=
          Array("\\u00".utf8) + [48 + byte >> 4, Array("0123456789abcdef".utf8)[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(34)
    return String(decoding: bytes, as: UTF8.self)
  }
}
