import Practice
import Store

/// Who is signed in. The browser holds a token of 256 random bits; the store holds its digest; the
/// sessions themselves are held in memory too, so that a page asks the store for none. What ends or
/// changes one elsewhere is announced in the store, and heard of before the next request is answered.
final class Sessions: Sendable {
  let store: Store
  let authority: Int
  private let key: DoorKey
  private let held = Guarded(Held())

  private struct Held {
    var open: [TokenDigest: Session] = [:]
    /// The number of the last announcement that the sessions are true to.
    var news: Int?
    /// Looks into the store that have begun, and the latest of them whose answer was taken.
    var begun = 0
    var taken = 0
  }

  init(store: Store, authority: Authority, key: DoorKey) {
    self.store = store
    self.authority = authority.number
    self.key = key
  }

  /// Begins a session. Its token is told to the browser and kept nowhere. When it returns, the session
  /// outlasts a restart.
  /// - Parameter browser: what it is opened with, in words of this program.
  func begin(
    _ account: Account, with browser: String, now: Instant
  ) async throws -> (session: Session, token: String) {
    let (token, digest) = TokenDigest.new()
    var ids = IDMaker(at: now, using: SystemRandomNumberGenerator())
    let session = Session(
      id: ids.next(), digest: digest, account: account,
      csrf: AccountMark(.form, key, authority).make(for: account.signInName), browser: browser,
      begun: now,
      lastSeen: now)
    let authority = authority
    try await store.write { writing in
      try writing.insert(
        DoorTables.session, authority: authority,
        [
          .bytes(digest.bytes), session.id.bound, .text(account.signInName), .text(session.csrf),
          .text(browser), now.bound, now.bound,
        ])
    }
    held.withValue { $0.open[digest] = session }
    return (session, token)
  }

  /// The session that `token` opens, which counts as used now; nil where there is none or it is over.
  func find(_ token: String, now: Instant) async throws -> Session? {
    guard let digest = TokenDigest(of: token) else { return nil }
    if let known = use(digest, now: now) { return known.holds(now) ? known : nil }
    let news = held.withValue { $0.news }
    guard let kept = try await kept(digest), kept.holds(now) else { return nil }
    held.withValue { held in
      // Where something was announced meanwhile, this may be what has just ended.
      if held.news == news, held.open[digest] == nil { held.open[digest] = kept }
    }
    return use(digest, now: now) ?? kept
  }

  /// Ends the session of `token` for good.
  func end(_ token: String) async throws {
    guard let digest = TokenDigest(of: token) else { return }
    let authority = authority
    held.withValue { $0.open[digest] = nil }
    try await store.write { writing in
      let ended = try writing.run(
        """
        DELETE FROM session WHERE authority = \(authority)
        AND token_digest = \(Bound.bytes(digest.bytes))
        """)
      if ended > 0 { try writing.announce(in: DoorTables.news, authority: authority) }
    }
    // A page that was on its way may have brought it back from the store in between.
    held.withValue { held in
      held.open[digest] = nil
      held.news = nil
    }
  }

  /// Once a minute: writes when sessions were last seen, and ends those that are over.
  func upkeep(now: Instant) async throws {
    let authority = authority
    try await write()
    let (idle, oldest) = (now + -Session.idle, now + -Session.longest)
    let over = try await store.read { reading in
      try reading.count(
        """
        SELECT count(*) FROM session WHERE authority = \(authority)
        AND (last_seen <= \(idle) OR begun <= \(oldest))
        """)
    }
    if over > 0 {
      try await store.write { writing in
        _ = try writing.run(
          """
          DELETE FROM session WHERE authority = \(authority)
          AND (last_seen <= \(idle) OR begun <= \(oldest))
          """)
      }
    }
    try await lookAgain()
    held.withValue { held in held.open = held.open.filter { $0.value.holds(now) } }
  }

  /// Writes when sessions were last seen, so that whoever lists them reads the same everywhere.
  func write() async throws {
    let authority = authority
    let used = held.withValue { held in
      var used: [(TokenDigest, Instant)] = []
      for (digest, session) in held.open where session.isUnwritten {
        used.append((digest, session.lastSeen))
        held.open[digest]?.isUnwritten = false
      }
      return used
    }
    guard !used.isEmpty else { return }
    try await store.write { writing in
      for (digest, seen) in used {
        try writing.run(
          """
          UPDATE session SET last_seen = \(seen) WHERE authority = \(authority)
          AND token_digest = \(Bound.bytes(digest.bytes))
          """)
      }
    }
  }

  /// Takes note that something was announced, where it was: sessions that were ended elsewhere are
  /// let go of, and whose role has changed has the new one.
  func hear(_ news: Int) async throws {
    guard held.withValue({ $0.news != news }) else { return }
    try await lookAgain()
  }

  private func lookAgain() async throws {
    let authority = authority
    let look = held.withValue { held in
      held.begun += 1
      return held.begun
    }
    let (news, standing) = try await store.read { reading in
      (
        try reading.count("SELECT number FROM door_news WHERE authority = \(authority)"),
        try reading.all("\(Sessions.question) WHERE s.authority = \(authority) AND a.ended IS NULL")
        {
          Sessions.session($0)
        }
      )
    }
    let sessions = Dictionary(
      standing.compactMap { $0 }.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    held.withValue { held in
      // A later look that was quicker knows better.
      guard look > held.taken else { return }
      (held.taken, held.news) = (look, news)
      for (digest, session) in held.open {
        // One that began since this was read is let go of too, and is found in the store again.
        held.open[digest] = sessions[digest].map { kept in
          var session = session
          session.account = kept.account
          return session
        }
      }
    }
  }

  private func use(_ digest: TokenDigest, now: Instant) -> Session? {
    held.withValue { held in
      guard let place = held.open.index(forKey: digest) else { return nil }
      if held.open.values[place].holds(now) {
        held.open.values[place].lastSeen = max(now, held.open.values[place].lastSeen)
        held.open.values[place].isUnwritten = true
      }
      return held.open.values[place]
    }
  }

  private func kept(_ digest: TokenDigest) async throws -> Session? {
    let authority = authority
    return try await store.read { reading in
      try reading.first(
        """
        \(Sessions.question) WHERE s.authority = \(authority)
        AND s.token_digest = \(Bound.bytes(digest.bytes)) AND a.ended IS NULL
        """
      ) { Sessions.session($0) }.flatMap { $0 }
    }
  }

  static let question: SQL = """
    SELECT s.token_digest, s.id, a.sign_in_name, a.name, a.role, a.practitioner, s.csrf, s.browser,
    s.begun, s.last_seen FROM session s
    JOIN account a ON a.authority = s.authority AND a.sign_in_name = s.account
    """

  static func session(_ row: Row) -> Session? {
    TokenDigest(kept: row.bytes(0)).map { digest in
      Session(
        id: row.id(1), digest: digest,
        account: Account(
          signInName: row.text(2), name: row.text(3), role: row.code(4) ?? .socialWorker,
          practitioner: row.idIfAny(5)),
        csrf: row.text(6), browser: row.text(7), begun: row.instant(8), lastSeen: row.instant(9))
    }
  }
}
