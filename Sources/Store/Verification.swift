import Practice

/// What a check of the store looked at, and what it found wrong.
public struct Verification: Sendable {
  public internal(set) var tellings = 0
  public internal(set) var facts = 0
  public internal(set) var anchors = 0
  /// Tables whose references, indexes and guards were looked at.
  public internal(set) var tables = 0
  public internal(set) var heads: [Head] = []
  /// Nil where no key was at hand, and only the plain digests could be compared.
  public internal(set) var sealsChecked = false
  public internal(set) var firstBroken: BrokenSeal?
  public internal(set) var findings: [String] = []

  public var ok: Bool { findings.isEmpty }

  /// Adds what another check has found, such as of what a chapter keeps for speed.
  public mutating func add(_ more: [String]) { findings += more }
}

/// The first telling whose content or seal is not what it was.
public struct BrokenSeal: Sendable, Equatable {
  public let authority: String
  public let telling: Int
  public let why: String
}

extension Store {
  /// Walks every telling of every authority in order, hashes again what it stated, and compares
  /// with its digest, its seal and the anchors kept outside; then asks the engine to check its file,
  /// every reference, and that every index and guard is there. Reads only, and may run while the
  /// store serves. What cannot be read is a finding like any other.
  public func verify(
    progress: @escaping @Sendable (_ tellings: Int) -> Void = { _ in }
  ) async throws -> Verification {
    let key = try? KeyFile.existing(beside: keeping)
    let told = schema.tables.filter { $0.nature == .fact || $0.nature == .part }
    let tables = [Book.authority, Book.telling] + schema.tables
    let anchors = Anchor.read(beside: keeping)
    var verification = try await read { reading in
      var result = Verification()
      result.sealsChecked = key != nil
      do {
        try reading.walkAll(told, key, anchors, &result, progress)
      } catch {
        result.findings.append("It could not be read to its end: \(StoreRefusal.words(for: error))")
      }
      return result
    }
    verification.tables = tables.count
    verification.findings += await engine.findings(tables)
    return verification
  }
}

extension Reading {
  /// Every chain that there is a trace of: an authority, a telling, or an anchored head.
  fileprivate func walkAll(
    _ tables: [Table], _ key: SealKey?, _ anchors: [String: [Int: String]],
    _ result: inout Verification, _ progress: (Int) -> Void
  ) throws {
    let authorities = try all("SELECT authority, code, name FROM authority ORDER BY authority") {
      Authority(number: $0.int(0), code: $0.text(1), name: $0.text(2))
    }
    for authority in authorities {
      try walk(authority, tables, key, anchors[authority.code] ?? [:], &result, progress)
    }
    let told = try all("SELECT DISTINCT authority FROM telling") { $0.int(0) }
    for number in told where !authorities.contains(where: { $0.number == number }) {
      result.findings.append(
        "There are tellings of an authority, number \(number), that is missing.")
    }
    for (code, heads) in anchors.sorted(by: { $0.key < $1.key })
    where !authorities.contains(where: { $0.code == code }) {
      result.findings.append(
        "The chain of \(code) is missing: telling \(heads.keys.max() ?? 0) of it had been anchored "
          + "outside the store.")
    }
  }

  private func walk(
    _ authority: Authority, _ tables: [Table], _ key: SealKey?, _ anchors: [Int: String],
    _ result: inout Verification, _ progress: (Int) -> Void
  ) throws {
    var facts: [FactStream] = []
    for table in tables { facts.append(try FactStream(table, authority.number, self)) }
    var (previous, expected, lastRecorded) = (
      SealKey.beginning(of: authority.code), 1, Instant(microseconds: .min)
    )
    var pending: BrokenSeal?
    defer {
      if let pending {
        if result.firstBroken == nil { result.firstBroken = pending }
        result.findings.append(
          "The chain of \(authority.code) is broken at telling \(pending.telling): \(pending.why).")
      }
    }
    try eachOfMany(
      """
      SELECT seq, id, deed, teller, recorded, happened, story, note, facts, content, seal
      FROM telling WHERE authority = \(authority.number) ORDER BY seq
      """
    ) { row in
      let seq = row.int(0)
      let telling = TellingRow(
        id: row.id(1), deed: row.text(2), teller: row.text(3), recorded: row.instant(4),
        happened: row.dayIfAny(5), story: row.idIfAny(6), note: row.textIfAny(7))
      let (content, seal) = (row.bytes(9), row.bytes(10))
      var digest = ContentDigest()
      var count = 0
      do {
        for stream in facts { count += try stream.take(seq, into: &digest) }
      } catch {
        if pending == nil {
          pending = BrokenSeal(
            authority: authority.code, telling: seq,
            why: "what it and those after it stated cannot be read")
        }
        throw error
      }
      result.tellings += 1
      result.facts += count
      var why: String?
      if seq != expected {
        why = "a telling before it is missing"
      } else if count != row.int(8) {
        why = "it stated \(row.int(8)) facts and \(count) are there"
      } else if digest.finish(telling) != content {
        why = "what it stated has been altered"
      } else if let key, key.seal(content, after: previous) != seal {
        why = "its seal was not made with this service's key, for this authority"
      } else if telling.recorded < lastRecorded {
        why = "it was recorded before the telling that precedes it"
      } else if let anchored = anchors[seq], anchored != Head.hex(seal) {
        why = "its seal differs from the one that was anchored outside the store"
      }
      if let why, pending == nil {
        pending = BrokenSeal(authority: authority.code, telling: seq, why: why)
      }
      (previous, expected, lastRecorded) = (seal, seq + 1, telling.recorded)
      if result.tellings % 5000 == 0 { progress(result.tellings) }
    }
    result.anchors += anchors.count
    if let last = anchors.keys.max(), last >= expected, pending == nil {
      pending = BrokenSeal(
        authority: authority.code, telling: expected,
        why: "the end of the chain is missing: telling \(last) had been anchored outside the store")
    }
    for stream in facts {
      let left = stream.count - stream.taken
      if left > 0 {
        result.findings.append("\(left) rows of \(stream.table.name) belong to no telling.")
      }
    }
    if expected > 1 {
      result.heads.append(
        Head(authority: authority.code, telling: expected - 1, seal: previous))
    }
  }
}

/// The rows of one table in the order of their tellings, taken telling by telling. Read in blocks,
/// because a reading has one answer open at a time.
private final class FactStream {
  let table: Table
  private let authority: Int
  private let reading: Reading
  private let columns: SQL
  private var block: [(telling: Int, digest: FactDigest)] = []
  private var next = 0
  private var reached = 0
  private var ended = false
  private(set) var taken = 0
  let count: Int

  init(_ table: Table, _ authority: Int, _ reading: Reading) throws {
    self.table = table
    self.authority = authority
    self.reading = reading
    columns = SQL(made: table.columns.map { "\"\($0.name)\"" }.joined(separator: ", "))
    let name = SQL(made: "\"\(table.name)\"")
    count = try reading.count("SELECT count(*) FROM \(name) WHERE authority = \(authority)")
  }

  func take(_ telling: Int, into digest: inout ContentDigest) throws -> Int {
    guard taken < count else { return 0 }
    if next == block.count, !ended { try fill() }
    var here = 0
    while next < block.count, block[next].telling <= telling {
      if block[next].telling == telling {
        digest.add(block[next].digest)
        here += 1
      }
      next += 1
      taken += block[next - 1].telling == telling ? 1 : 0
      if next == block.count, !ended { try fill() }
    }
    return here
  }

  /// The rows of the next tellings: whole tellings, at least one, at most a few thousand rows more.
  private func fill() throws {
    let name = SQL(made: "\"\(table.name)\"")
    let last =
      try reading.first(
        """
        SELECT telling FROM \(name) WHERE authority = \(authority) AND telling > \(reached)
        ORDER BY telling LIMIT 1 OFFSET 20000
        """
      ) { $0.int(0) } ?? Int.max
    block.removeAll(keepingCapacity: true)
    next = 0
    let place = table.place(of: "telling") ?? 0
    try reading.eachOfMany(
      """
      SELECT \(columns) FROM \(name)
      WHERE authority = \(authority) AND telling > \(reached) AND telling <= \(last)
      ORDER BY telling
      """
    ) { row in
      var values: [Bound] = []
      values.reserveCapacity(table.columns.count)
      for (place, column) in table.columns.enumerated() {
        values.append(row.columns.bound(place, as: column.kind))
      }
      block.append((row.int(place), FactDigest(table, values)))
    }
    reached = last
    ended = last == Int.max
  }
}
