import Practice

/// One transaction: what it tells and changes is kept together or not at all.
public final class Writing {
  let session: any Session
  private let key: SealKey?
  private let keeping: String
  private var turns: Set<Int> = []
  /// What this transaction has told itself.
  private var told: [Int: [ID<Telling>: Int]] = [:]
  /// Tellings that this transaction has kept so far.
  private(set) var tellings = 0
  private var heads: [Int: (telling: Int, seal: [UInt8], recorded: Instant)] = [:]

  init(session: any Session, key: SealKey?, keeping: String) {
    self.session = session
    self.key = key
    self.keeping = keeping
  }

  /// What this transaction sees: the store as it was, and what it has told itself.
  public var reading: Reading { Reading(session: session) }

  /// Runs a statement on the door's own tables; how many rows it touched. Facts cannot be changed
  /// by it: the store refuses.
  @discardableResult
  public func run(_ sql: SQL) throws -> Int { try session.run(sql) }

  /// A row of a derived or door table.
  public func insert(_ table: Table, authority: Int, _ values: [Bound]) throws {
    try session.insert(table, [.integer(Int64(authority))] + values)
  }

  /// The same, where the table holds no row with that key yet.
  public func insertUnlessThere(_ table: Table, authority: Int, _ values: [Bound]) throws {
    try session.insertUnlessThere(table, [.integer(Int64(authority))] + values)
  }

  /// Waits until nobody else is telling for this authority, and lets nobody to the end: for deeds that
  /// look first and tell then. Telling does so by itself.
  public func takeTurn(authority: Int) throws {
    if turns.insert(authority).inserted { try session.takeTurn(authority: authority) }
  }

  /// Tells one deed: its facts and its seal. The same telling's id again adds nothing.
  /// - Throws: `StoreRefusal.overtaken` where a fact supersedes one that somebody else has
  ///   superseded in between; nothing is kept then.
  @discardableResult
  public func tell(_ telling: TellingRow, authority: Int, _ facts: [FactRow]) throws -> Kept {
    try takeTurn(authority: authority)
    if let seq = try place(of: telling.id, authority) { return Kept(telling: seq, already: true) }
    let head = try head(authority)
    let (next, telling) = (head.telling + 1, telling.recorded(noEarlierThan: head.recorded))
    var digest = ContentDigest()
    let rows = facts.map { ($0.table, $0.columns(authority: authority, telling: next)) }
    for (table, row) in rows { digest.add(table, row) }
    let content = digest.finish(telling)
    try keep(telling, authority, next, facts: rows.count, content)
    for (table, row) in rows { try session.insert(table, row) }
    return Kept(telling: next, already: false)
  }

  /// Tells one deed of very many facts, such as an imported file, without holding them all.
  /// `state` calls its argument for each fact in turn.
  @discardableResult
  public func tell(
    _ telling: TellingRow, authority: Int, stating state: ((FactRow) throws -> Void) throws -> Void
  ) throws -> Kept {
    try takeTurn(authority: authority)
    if let seq = try place(of: telling.id, authority) { return Kept(telling: seq, already: true) }
    let head = try head(authority)
    let (next, telling) = (head.telling + 1, telling.recorded(noEarlierThan: head.recorded))
    var digest = ContentDigest()
    var count = 0
    try state { fact in
      let row = fact.columns(authority: authority, telling: next)
      digest.add(fact.table, row)
      count += 1
      try self.session.insert(fact.table, row)
    }
    try keep(telling, authority, next, facts: count, digest.finish(telling))
    return Kept(telling: next, already: false)
  }

  private func place(of id: ID<Telling>, _ authority: Int) throws -> Int? {
    if let seq = told[authority]?[id] { return seq }
    var found: Int?
    try session.eachOfBefore(
      "SELECT seq FROM telling WHERE authority = \(authority) AND id = \(id)"
    ) { found = $0.int(0) }
    return found
  }

  private func keep(
    _ telling: TellingRow, _ authority: Int, _ seq: Int, facts: Int, _ content: [UInt8]
  ) throws {
    guard let key else { throw StoreRefusal.noKey(KeyFile.path(beside: keeping)) }
    let head = try head(authority)
    let seal = key.seal(content, after: head.seal)
    try session.insert(
      Book.telling,
      [
        .integer(Int64(authority)), .integer(Int64(seq)), telling.id.bound, .text(telling.deed),
        .text(telling.teller), telling.recorded.bound, telling.happened.bound, telling.story.bound,
        telling.note.bound, .integer(Int64(facts)), .bytes(content), .bytes(seal),
      ])
    heads[authority] = (seq, seal, telling.recorded)
    told[authority, default: [:]][telling.id] = seq
    tellings += 1
  }

  private func head(
    _ authority: Int
  ) throws -> (telling: Int, seal: [UInt8], recorded: Instant) {
    if let known = heads[authority] { return known }
    let last = try reading.first(
      """
      SELECT seq, seal, recorded FROM telling WHERE authority = \(authority)
      ORDER BY seq DESC LIMIT 1
      """
    ) { ($0.int(0), $0.bytes(1), $0.instant(2)) }
    let head = try last ?? (0, beginning(authority), Instant(microseconds: .min))
    heads[authority] = head
    return head
  }

  private func beginning(_ authority: Int) throws -> [UInt8] {
    SealKey.beginning(
      of: try reading.first("SELECT code FROM authority WHERE authority = \(authority)") {
        $0.text(0)
      } ?? "")
  }
}
