import Practice

/// The moment of one reading, where it may take from memory what was found before.
final class Moment {
  let memory: Memory
  private let tables: [Table]
  private let age: Int
  private var known: (authority: Int, telling: Int?)?

  /// - Parameter age: of the engine, while the reading goes on.
  init(_ memory: Memory, _ tables: [Table], age: Int) {
    self.memory = memory
    self.tables = tables
    self.age = age
  }

  /// A moment that is known, with all that was told up to it noted.
  init(_ memory: Memory, _ tables: [Table], age: Int, at telling: Int, of authority: Int) {
    self.memory = memory
    self.tables = tables
    self.age = age
    known = (authority, telling)
  }

  /// The last telling that this reading sees, with all that was told up to it noted; nil where that
  /// cannot be said at this moment.
  func telling(_ authority: Int, _ session: any Session) throws -> Int? {
    if let known, known.authority == authority { return known.telling }
    var last = 0
    try session.each("SELECT max(seq) FROM telling WHERE authority = \(authority)") {
      last = $0.intIfAny(0) ?? 0
    }
    var telling: Int? = last
    switch memory.standing(of: authority, at: last, age: age) {
    case .complete: break
    case .underWay: if !memory.awaits(last, of: authority) { telling = nil }
    case .behind(let noted): try catchUp(authority, after: noted, upTo: last, session)
    }
    known = (authority, telling)
    return telling
  }

  /// Beyond so many tellings or facts by others, nothing that was kept is worth the reading.
  private static let most = (tellings: 100, facts: 2000)

  /// Notes what others have told.
  private func catchUp(
    _ authority: Int, after: Int, upTo last: Int, _ session: any Session
  ) throws {
    var facts = 0
    try session.each(
      """
      SELECT facts FROM telling
      WHERE authority = \(authority) AND seq > \(after) AND seq <= \(last) LIMIT \(Self.most.tellings)
      """
    ) { facts += $0.int(0) }
    guard last - after < Self.most.tellings, facts <= Self.most.facts else {
      return memory.beginAnew(authority, at: last)
    }
    var told: [Int: Mentions] = [:]
    for telling in (after + 1)...last { told[telling] = Mentions() }
    for table in tables {
      guard !table.isAskedAnew, let place = table.place(of: "telling") else { continue }
      let columns = SQL(made: table.columns.map { "\"\($0.name)\"" }.joined(separator: ", "))
      let name = SQL(made: "\"\(table.name)\"")
      try session.each(
        """
        SELECT \(columns) FROM \(name)
        WHERE authority = \(authority) AND telling > \(after) AND telling <= \(last)
        """
      ) { row in
        let ids = table.columns.enumerated().compactMap { place, column in
          column.kind == .id ? row.columns.bound(place, as: .id) : nil
        }
        told[row.int(place)]?.add(table, ids)
      }
    }
    memory.note(told.map { (authority, $0.key, $0.value) })
  }

  /// True where each of these is a table of facts: what else a store holds changes without a telling.
  func areFacts(_ names: Set<String>) -> Bool {
    names.allSatisfy { name in tables.contains { $0.name == name && !$0.isAskedAnew } }
  }
}

/// What a reading asks by, gathered while it asks.
final class Asking {
  private(set) var mentions = Mentions()
  /// Every table that was asked.
  private(set) var tables: Set<String> = []
  /// False once something was asked whose answer could change in a way that no telling shows.
  private(set) var isPlain = true

  /// A statement about one table depends on what stands in it of the ids that it asks by, or, where it
  /// asks by none, on all of the table. Anything else is not looked into.
  func note(_ sql: SQL) {
    guard let table = sql.onlyTable else {
      isPlain = false
      return
    }
    tables.insert(table)
    if let turns = sql.turns, turns.values.isEmpty { return }
    var isById = false
    for case .id(let high, let low) in sql.values + (sql.turns?.values ?? []) {
      mentions.add(ID(high: high, low: low), in: table)
      isById = true
    }
    if !isById { mentions.add(whole: table) }
  }

  /// What is found now depends on more than the statements say.
  func dependsOnMore() { isPlain = false }

  /// What was taken from memory instead of being asked.
  func note(_ kept: Mentions) { mentions.add(kept) }

  /// What was asked on the way, for something that is kept by itself.
  func note(_ other: Asking) {
    mentions.add(other.mentions)
    tables.formUnion(other.tables)
    isPlain = isPlain && other.isPlain
  }
}

extension SQL {
  /// The table that the statement asks, where it plainly asks one alone.
  var onlyTable: String? {
    let words = text.utf8.split { $0 == 32 || $0 == 10 || $0 == 40 || $0 == 41 }
    let places = words.indices.filter { words[$0].elementsEqual("FROM".utf8) }
    guard let from = places.first, places.count == 1, from + 1 < words.count else { return nil }
    if from + 2 < words.count {
      let next = String(Substring(words[from + 2]))
      guard ["WHERE", "ORDER", "LIMIT"].contains(next) else { return nil }
    }
    return String(Substring(words[from + 1]))
  }
}
