import Practice

/// What tellings were about, or what a reading asked by: ids, and tables that were read whole.
struct Mentions: Sendable {
  private(set) var ids: Set<ID<Fact>> = []
  private(set) var tables: Set<String> = []
  /// True of an import, which is about more than is worth remembering one by one.
  private(set) var isEverything = false

  /// Beyond so many ids it might as well be everything.
  static let most = 4096

  mutating func add(_ table: Table, _ row: [Bound]) {
    guard !isEverything else { return }
    tables.insert(table.name)
    for case .id(let high, let low) in row { ids.insert(ID(high: high, low: low)) }
    if ids.count > Self.most { self = .everything }
  }

  mutating func add(_ id: ID<Fact>) { ids.insert(id) }

  mutating func add(whole table: String) { tables.insert(table) }

  mutating func add(_ other: Mentions) {
    if other.isEverything { self = .everything }
    guard !isEverything else { return }
    ids.formUnion(other.ids)
    tables.formUnion(other.tables)
  }

  /// About how many bytes it takes.
  var weight: Int { 64 * (ids.count + tables.count) }

  static var everything: Mentions {
    var mentions = Mentions()
    mentions.isEverything = true
    return mentions
  }
}

/// Which telling last mentioned what, for one authority.
struct MentionLedger: Sendable {
  /// What every telling up to this one mentioned is known.
  private(set) var complete: Int
  /// What was found before this telling may have changed in any way.
  private var since: Int
  private var ids: [ID<Fact>: Int] = [:]
  private var tables: [String: Int] = [:]
  /// Of tellings that were noted before one that came earlier.
  private var early: [Int: Mentions] = [:]

  /// Beyond so many ids, the ledger begins anew.
  static let most = 200_000

  init(from telling: Int) { (complete, since) = (telling, telling) }

  mutating func note(_ mentions: Mentions, of telling: Int) {
    guard telling > complete else { return }
    early[telling] = mentions
    while let next = early.removeValue(forKey: complete + 1) {
      complete += 1
      if next.isEverything || ids.count > Self.most {
        begin(anew: complete)
      } else {
        for id in next.ids { ids[id] = complete }
        for table in next.tables { tables[table] = complete }
      }
    }
  }

  /// Whatever was told up to this one may have been about anything.
  mutating func begin(anew telling: Int) {
    (complete, since) = (max(complete, telling), max(since, telling))
    (ids, tables) = ([:], [:])
    early = early.filter { $0.key > complete }
  }

  /// True where nothing after telling `asOf` mentioned any of this.
  func isSilent(on mentions: Mentions, since asOf: Int) -> Bool {
    guard asOf >= since, asOf < complete else { return asOf >= since }
    return mentions.ids.allSatisfy { (ids[$0] ?? 0) <= asOf }
      && mentions.tables.allSatisfy { (tables[$0] ?? 0) <= asOf }
  }
}
