import Practice

/// One id in a table: what a row is about, or what a statement asks by.
struct Mention: Hashable, Sendable {
  let table: String
  let id: ID<Fact>

  /// There are few tables, and of each id few rows in others.
  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What tellings were about, or what a reading asked by: ids in tables, and tables as a whole.
struct Mentions: Sendable {
  private(set) var ids: Set<Mention> = []
  private(set) var tables: Set<String> = []
  /// True of an import, which is about more than is worth remembering one by one.
  private(set) var isEverything = false

  /// Beyond so many ids it might as well be everything.
  static let most = 4096

  /// A row that is told.
  mutating func add(_ table: Table, _ row: [Bound]) {
    guard !isEverything, !table.isAskedAnew else { return }
    tables.insert(table.name)
    for case .id(let high, let low) in row {
      ids.insert(Mention(table: table.name, id: ID(high: high, low: low)))
    }
    if ids.count > Self.most { self = .everything }
  }

  /// What a statement asks a table by.
  mutating func add(_ id: ID<Fact>, in table: String) {
    ids.insert(Mention(table: table, id: id))
  }

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
  private var ids: [Mention: Int] = [:]
  private var tables: [String: Int] = [:]
  /// The last telling that was about anything.
  private var last = 0
  /// Of tellings that were noted before one that came earlier.
  private var early: [Int: Mentions] = [:]

  /// Beyond so many ids, or so many tellings that wait for an earlier one, the ledger begins anew.
  static let most = (ids: 200_000, early: 64)

  init(from telling: Int) { (complete, since) = (telling, telling) }

  mutating func note(_ mentions: Mentions, of telling: Int) {
    guard telling > complete else { return }
    early[telling] = mentions
    if early.count > Self.most.early, let last = early.keys.max() { return begin(anew: last) }
    while let next = early.removeValue(forKey: complete + 1) {
      complete += 1
      if next.isEverything || ids.count > Self.most.ids {
        begin(anew: complete)
      } else {
        for id in next.ids { ids[id] = complete }
        for table in next.tables { tables[table] = complete }
        if !next.ids.isEmpty || !next.tables.isEmpty { last = complete }
      }
    }
  }

  /// True where later tellings than the next are noted.
  var lacksOne: Bool { !early.isEmpty }

  /// Whatever was told up to this one may have been about anything.
  mutating func begin(anew telling: Int) {
    (complete, since) = (max(complete, telling), max(since, telling))
    (ids, tables) = ([:], [:])
    last = complete
    early = early.filter { $0.key > complete }
  }

  /// True where nothing after telling `asOf` mentioned any of this.
  func isSilent(on mentions: Mentions, since asOf: Int) -> Bool {
    guard asOf >= since, asOf < last else { return asOf >= since }
    return mentions.ids.allSatisfy { (ids[$0] ?? 0) <= asOf }
      && mentions.tables.allSatisfy { (tables[$0] ?? 0) <= asOf }
  }
}
