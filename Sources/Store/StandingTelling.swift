import Practice

/// A telling as it stands in the store or in an archive: its own words, and what seals it.
struct StandingTelling: Sendable {
  let seq: Int
  let telling: TellingRow
  /// How many facts it says that it stated.
  let facts: Int
  let content: [UInt8]
  let seal: [UInt8]

  init(_ columns: any Columns) {
    let row = Row(columns: columns)
    seq = row.int(1)
    telling = TellingRow(
      id: row.id(2), deed: row.text(3), teller: row.text(4), recorded: row.instant(5),
      happened: row.dayIfAny(6), story: row.idIfAny(7), note: row.textIfAny(8))
    facts = row.int(9)
    (content, seal) = (row.bytes(10), row.bytes(11))
  }

  /// The table's columns in order, `authority` first; nil where they are of other kinds.
  init?(_ values: [Bound]) {
    guard values.count == Book.telling.columns.count, case .integer(let seq) = values[1],
      case .id(let high, let low) = values[2], case .text(let deed) = values[3],
      case .text(let teller) = values[4], case .instant(let recorded) = values[5],
      case .integer(let facts) = values[9], case .bytes(let content) = values[10],
      case .bytes(let seal) = values[11]
    else { return nil }
    var (happened, story, note): (Day?, ID<Story>?, String?) = (nil, nil, nil)
    if case .day(let day) = values[6] { happened = day }
    if case .id(let high, let low) = values[7] { story = ID(high: high, low: low) }
    if case .text(let text) = values[8] { note = text }
    self.seq = Int(seq)
    telling = TellingRow(
      id: ID(high: high, low: low), deed: deed, teller: teller, recorded: recorded,
      happened: happened, story: story, note: note)
    (self.facts, self.content, self.seal) = (Int(facts), content, seal)
  }

  /// The table's columns in order, without `authority`.
  var values: [Bound] {
    [
      .integer(Int64(seq)), telling.id.bound, .text(telling.deed), .text(telling.teller),
      telling.recorded.bound, telling.happened.bound, telling.story.bound, telling.note.bound,
      .integer(Int64(facts)), .bytes(content), .bytes(seal),
    ]
  }

  /// Calls `body` for each telling of an authority in order; read in blocks, so that `body` may ask
  /// the store in between.
  static func each(
    of authority: Int, _ reading: Reading, _ body: (StandingTelling) throws -> Void
  ) throws {
    let columns = SQL(made: Book.telling.columns.map { "\"\($0.name)\"" }.joined(separator: ", "))
    var reached = Int.min
    while true {
      let block = try reading.all(
        """
        SELECT \(columns) FROM telling WHERE authority = \(authority) AND seq > \(reached)
        ORDER BY seq LIMIT 2000
        """
      ) { StandingTelling($0.columns) }
      for telling in block { try body(telling) }
      guard let last = block.last, block.count == 2000 else { return }
      reached = last.seq
    }
  }
}

/// Walks one authority's chain telling by telling, and knows the first place where it is broken.
struct ChainCheck {
  let authority: String
  private let key: SealKey?
  private let anchors: [Int: String]
  private var previous: [UInt8]
  private var recorded = Instant(microseconds: .min)
  private(set) var expected = 1
  private(set) var broken: BrokenSeal?

  init(_ authority: String, key: SealKey?, anchors: [Int: String] = [:]) {
    (self.authority, self.key, self.anchors) = (authority, key, anchors)
    previous = SealKey.beginning(of: authority)
  }

  /// - Parameters:
  ///   - found: how many facts of it are there.
  ///   - content: the digest of what is there.
  mutating func follow(_ standing: StandingTelling, found: Int, content: [UInt8]) {
    var why: String?
    if standing.seq != expected {
      why = "a telling before it is missing"
    } else if found != standing.facts {
      why = "it stated \(standing.facts) facts and \(found) are there"
    } else if content != standing.content {
      why = "what it stated has been altered"
    } else if let key, key.seal(standing.content, after: previous) != standing.seal {
      why = "its seal was not made with this service's key, for this authority"
    } else if standing.telling.recorded < recorded {
      why = "it was recorded before the telling that precedes it"
    } else if let anchored = anchors[standing.seq], anchored != Head.hex(standing.seal) {
      why = "its seal differs from the one that was anchored outside the store"
    }
    if let why { fail(at: standing.seq, why) }
    (previous, expected, recorded) = (standing.seal, standing.seq + 1, standing.telling.recorded)
  }

  /// The first failure counts.
  mutating func fail(at telling: Int, _ why: String) {
    broken = broken ?? BrokenSeal(authority: authority, telling: telling, why: why)
  }

  /// A head that was anchored and is not reached shows a tail cut off.
  mutating func end() {
    if let last = anchors.keys.max(), last >= expected {
      fail(
        at: expected,
        "the end of the chain is missing: telling \(last) had been anchored outside the store")
    }
  }

  /// Nil where nothing was told.
  var head: Head? {
    expected > 1 ? Head(authority: authority, telling: expected - 1, seal: previous) : nil
  }
}
