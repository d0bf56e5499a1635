import Practice

/// One transaction: what it tells and changes is kept together or not at all.
public final class Writing {
  let session: any Session
  private let key: SealKey?
  private let keeping: String
  /// What this transaction has told itself.
  private var told: [Int: [ID<Telling>: Int]] = [:]
  /// The tellings that this transaction has kept so far, with what they are about.
  private(set) var tellings: [(authority: Int, telling: Int, mentions: Mentions)] = []
  /// Where the chains stand that this transaction has taken its turn at.
  private var chains: [Int: Chain] = [:]

  private struct Chain {
    var telling: Int
    var seal: [UInt8]
    var recorded: Instant
  }

  init(session: any Session, key: SealKey?, keeping: String) {
    self.session = session
    self.key = key
    self.keeping = keeping
  }

  /// What this transaction sees: the store as it was, and what it has told itself.
  public var reading: Reading { Reading(session: session) }

  /// The store as it was: what this transaction has told itself may be missing. Asking costs less while
  /// very much is told.
  public var readingBefore: Reading { Reading(session: session, isOfBefore: true) }

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

  /// Tells one deed: its facts and its seal. The same telling's id again adds nothing.
  /// - Throws: `StoreRefusal.overtaken` where a fact supersedes one that somebody else has
  ///   superseded in between; nothing is kept then.
  @discardableResult
  public func tell(_ telling: TellingRow, authority: Int, _ facts: [FactRow]) throws -> Kept {
    let (place, head) = try begin(telling.id, authority)
    if let place { return Kept(telling: place, already: true) }
    let (next, telling) = (head.telling + 1, telling.recorded(noEarlierThan: head.recorded))
    var digest = ContentDigest()
    let rows = facts.map { ($0.table, $0.columns(authority: authority, telling: next)) }
    for (table, row) in rows { digest.add(table, row) }
    let content = digest.finish(telling)
    var mentions = Mentions()
    for (table, row) in rows { mentions.add(table, row) }
    try keep(telling, authority, next, facts: rows.count, content, mentions)
    for (table, row) in rows { try session.insert(table, row) }
    return Kept(telling: next, already: false)
  }

  /// Tells one deed of very many facts, such as an imported file, without holding them all.
  /// `state` calls its argument for each fact in turn.
  @discardableResult
  public func tell(
    _ telling: TellingRow, authority: Int, stating state: ((FactRow) throws -> Void) throws -> Void
  ) throws -> Kept {
    let (place, head) = try begin(telling.id, authority)
    if let place { return Kept(telling: place, already: true) }
    let (next, telling) = (head.telling + 1, telling.recorded(noEarlierThan: head.recorded))
    var digest = ContentDigest()
    var count = 0
    var mentions = Mentions()
    try state { fact in
      let row = fact.columns(authority: authority, telling: next)
      digest.add(fact.table, row)
      mentions.add(fact.table, row)
      count += 1
      try self.session.insert(fact.table, row)
    }
    try keep(telling, authority, next, facts: count, digest.finish(telling), mentions)
    return Kept(telling: next, already: false)
  }

  /// The number under which this very telling was kept before, if it was; and where the chain stands.
  /// From here to the end of the transaction nobody else tells for this authority.
  private func begin(_ id: ID<Telling>, _ authority: Int) throws -> (place: Int?, Chain) {
    var place = told[authority]?[id]
    if let known = chains[authority] {
      if place == nil {
        try session.eachOfBefore(
          "SELECT seq FROM telling WHERE authority = \(authority) AND id = \(id)"
        ) { place = $0.int(0) }
      }
      return (place, known)
    }
    var chain = Chain(telling: 0, seal: [], recorded: Instant(microseconds: .min))
    // All in one question, because each of them costs a server more to take in than to answer.
    try session.takeTurn(
      authority: authority,
      asking: """
        SELECT a.code, last.seq, last.seal, last.recorded, before.seq FROM authority a
        LEFT JOIN (SELECT seq, seal, recorded FROM telling WHERE authority = \(authority)
          ORDER BY seq DESC LIMIT 1) last ON 1 = 1
        LEFT JOIN telling before ON before.authority = \(authority) AND before.id = \(id)
        WHERE a.authority = \(authority)
        """
    ) { row in
      if let telling = row.intIfAny(1) {
        chain = Chain(telling: telling, seal: row.bytes(2), recorded: row.instant(3))
      } else {
        chain.seal = SealKey.beginning(of: row.text(0))
      }
      place = row.intIfAny(4)
    }
    chains[authority] = chain
    return (place, chain)
  }

  private func keep(
    _ telling: TellingRow, _ authority: Int, _ seq: Int, facts: Int, _ content: [UInt8],
    _ mentions: Mentions
  ) throws {
    guard let key else { throw StoreRefusal.noKey(KeyFile.path(beside: keeping)) }
    let seal = key.seal(content, after: chains[authority]?.seal ?? [])
    try session.insert(
      Book.telling,
      [
        .integer(Int64(authority)), .integer(Int64(seq)), telling.id.bound, .text(telling.deed),
        .text(telling.teller), telling.recorded.bound, telling.happened.bound, telling.story.bound,
        telling.note.bound, .integer(Int64(facts)), .bytes(content), .bytes(seal),
      ])
    chains[authority] = Chain(telling: seq, seal: seal, recorded: telling.recorded)
    told[authority, default: [:]][telling.id] = seq
    tellings.append((authority, seq, mentions))
  }
}
