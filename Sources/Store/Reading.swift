public import Practice

/// Questions to the store at one moment: what one reading answers belongs together.
public struct Reading {
  let session: any Session
  /// Nil where nothing is taken from memory, as in the middle of a writing.
  let moment: Moment?
  /// Where what is asked by is gathered, so that the answer can be kept.
  let asking: Asking?
  /// True where what the transaction has told itself need not be seen.
  let isOfBefore: Bool

  init(
    session: any Session, moment: Moment? = nil, asking: Asking? = nil, isOfBefore: Bool = false
  ) {
    self.session = session
    self.moment = moment
    self.asking = asking
    self.isOfBefore = isOfBefore
  }

  /// Calls `row` for each row of the answer, in its order, without keeping any.
  public func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    asking?.note(sql)
    if isOfBefore { try session.eachOfBefore(sql, row) } else { try session.each(sql, row) }
  }

  /// As `each`, for answers of any length: never all of one is held at once.
  public func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    asking?.note(sql)
    try session.eachOfMany(sql, row)
  }

  public func all<T>(_ sql: SQL, _ value: (Row) throws -> T) throws -> [T] {
    var values: [T] = []
    try each(sql) { values.append(try value($0)) }
    return values
  }

  /// The first row's value, or nil where there is none.
  public func first<T>(_ sql: SQL, _ value: (Row) throws -> T) throws -> T? {
    var found: T?
    try each(sql) { row in
      if found == nil { found = try value(row) }
    }
    return found
  }

  /// The whole number in the first column of the first row; 0 where there is no row.
  public func count(_ sql: SQL) throws -> Int {
    try first(sql) { $0.int(0) } ?? 0
  }

  /// What `find` finds, or what it found before where nothing was told since then that could have
  /// changed it. `find` asks facts alone, each statement one table; what it finds is kept for as long
  /// as no telling mentions an id that it asked by, or a row of a table that it asked without any.
  /// - Parameters:
  ///   - kind: what is kept; of each kind one value for each id.
  ///   - weight: about how many bytes a value takes.
  ///   - isGood: false for a value that was found for something else, such as another day.
  public func kept<Value: Sendable>(
    _ kind: Value.Type, of id: ID<some Any>, authority: Int, weight: (Value) -> Int,
    where isGood: (Value) -> Bool = { _ in true },
    _ find: (Reading) throws -> Value?
  ) throws -> Value? {
    guard let moment, let telling = try moment.telling(authority, session) else {
      return try find(self)
    }
    let id = ID<Fact>(high: id.high, low: id.low)
    if let (value, mentions) = moment.memory.take(kind, authority, id), isGood(value) {
      asking?.note(mentions)
      return value
    }
    let noted = Asking()
    let value = try find(Reading(session: session, moment: moment, asking: noted))
    asking?.note(noted)
    if let value, noted.isPlain, moment.areFacts(noted.tables) {
      moment.memory.keep(
        value, authority, id, asOf: telling, mentions: noted.mentions,
        weight: weight(value) + noted.mentions.weight)
    }
    return value
  }

  /// As `kept`, for several at once: those who are not in memory are looked for together.
  /// - Parameter find: gives a value for each of the ids that it is handed, or for some of them.
  public func kept<Value: Sendable, Of>(
    _ kind: Value.Type, ofEach ids: [ID<Of>], authority: Int, weight: (Value) -> Int,
    where isGood: (Value) -> Bool = { _ in true },
    _ find: (Reading, [ID<Of>]) throws -> [ID<Of>: Value]
  ) throws -> [ID<Of>: Value] {
    guard let moment, let telling = try moment.telling(authority, session) else {
      return try find(self, ids)
    }
    var values: [ID<Of>: Value] = [:]
    var missing: [ID<Of>] = []
    for id in ids {
      let there = moment.memory.take(kind, authority, ID(high: id.high, low: id.low))
      if let (value, mentions) = there, isGood(value) {
        values[id] = value
        asking?.note(mentions)
      } else {
        missing.append(id)
      }
    }
    guard !missing.isEmpty else { return values }
    let noted = Asking()
    let found = try find(Reading(session: session, moment: moment, asking: noted), missing)
    asking?.note(noted)
    let isKept = noted.isPlain && moment.areFacts(noted.tables)
    // They share what they depend on: it is weighed once.
    let shared = noted.mentions.weight / max(1, found.count)
    for (id, value) in found {
      values[id] = value
      guard isKept else { continue }
      moment.memory.keep(
        value, authority, ID(high: id.high, low: id.low), asOf: telling, mentions: noted.mentions,
        weight: weight(value) + shared)
    }
    return values
  }
}
