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

  /// As a finding.
  public var words: String { "The chain of \(authority) is broken at telling \(telling): \(why)." }
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
    async let checked = engine.findings(tables)
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
    verification.findings += await checked
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
    var held = HeldDigests()
    let told = try tables.map { try held.rows($0, authority.number, self) }
    var chain = ChainCheck(authority.code, key: key, anchors: anchors)
    defer {
      if let broken = chain.broken {
        if result.firstBroken == nil { result.firstBroken = broken }
        result.findings.append(broken.words)
      }
    }
    try StandingTelling.each(of: authority.number, self) { standing in
      var digest = ContentDigest()
      var count = 0
      do {
        for rows in told {
          count += try rows.take(standing.seq) { digest.add(FactDigest($0)) }
        }
      } catch {
        chain.fail(at: standing.seq, "what it and those after it stated cannot be read")
        throw error
      }
      result.tellings += 1
      result.facts += count
      chain.follow(standing, found: count, content: digest.finish(standing.telling))
      if result.tellings % 5000 == 0 { progress(result.tellings) }
    }
    result.anchors += anchors.count
    chain.end()
    for rows in told {
      try rows.drain()
      if rows.strays > 0 {
        result.findings.append("\(rows.strays) rows of \(rows.table.name) belong to no telling.")
      }
    }
    if let head = chain.head { result.heads.append(head) }
  }
}
