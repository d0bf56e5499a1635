import Practice

/// One transaction: what it tells and changes is kept together or not at all.
public final class Writing {
  let session: any Session
  private let key: SealKey?
  private let location: String
  private var heads: [Int: (telling: Int, seal: [UInt8], recorded: Instant)] = [:]

  init(session: any Session, key: SealKey?, location: String) {
    self.session = session
    self.key = key
    self.location = location
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

  /// Tells one deed: its facts and its seal. The same telling's id again adds nothing.
  /// - Throws: `StoreRefusal.overtaken` where a fact supersedes one that somebody else has
  ///   superseded in between; nothing is kept then.
  @discardableResult
  public func tell(_ telling: TellingRow, authority: Int, _ facts: [FactRow]) throws -> Kept {
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
    try reading.first("SELECT seq FROM telling WHERE authority = \(authority) AND id = \(id)") {
      $0.int(0)
    }
  }

  private func keep(
    _ telling: TellingRow, _ authority: Int, _ seq: Int, facts: Int, _ content: [UInt8]
  ) throws {
    guard let key else { throw StoreRefusal.noKey(KeyFile.path(beside: location)) }
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
