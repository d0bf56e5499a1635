import Practice
import Store

/// Somebody's time in Kith, from signing in to signing out.
struct Session: Sendable {
  let account: Account
  /// Proves that what is posted comes from a page of this session.
  let csrf: String
  let begun: Instant
  var lastSeen: Instant
  /// True where the store does not know yet when it was last seen.
  var isUnwritten = false

  /// Seconds without use after which it ends, and seconds after which it ends in any case.
  static let idle = 30 * 60
  static let longest = 12 * 3600

  func holds(_ now: Instant) -> Bool {
    now < lastSeen + Session.idle && now < begun + Session.longest
  }
}

/// Who is signed in. The browser holds a token of 256 random bits; the store holds its digest; the
/// sessions themselves are held in memory too, so that a page asks the store for none.
final class Sessions: Sendable {
  private let store: Store
  private let authority: Int
  private let open = Guarded<[TokenDigest: Session]>([:])

  init(store: Store, authority: Authority) {
    self.store = store
    self.authority = authority.number
  }

  /// Begins a session and returns its token, which is told to the browser and kept nowhere. When it
  /// returns, the session outlasts a restart.
  func begin(_ account: Account, now: Instant) async throws -> String {
    let token = Secret.hex(Secret.random(32))
    let csrf = Secret.hex(Secret.random(16))
    guard let digest = TokenDigest(of: token) else { return token }
    let session = Session(account: account, csrf: csrf, begun: now, lastSeen: now)
    let authority = authority
    try await store.write { writing in
      try writing.insert(
        DoorTables.session, authority: authority,
        [
          .bytes(digest.bytes), .text(account.signInName), .text(csrf), now.bound, now.bound,
        ])
    }
    open.withValue { $0[digest] = session }
    return token
  }

  /// The session that `token` opens, which counts as used now; nil where there is none or it is over.
  func find(_ token: String, now: Instant) async throws -> Session? {
    guard let digest = TokenDigest(of: token) else { return nil }
    if let known = use(digest, now: now) { return known.holds(now) ? known : nil }
    guard let kept = try await kept(digest), kept.holds(now) else { return nil }
    open.withValue { if $0[digest] == nil { $0[digest] = kept } }
    return use(digest, now: now)
  }

  /// Ends the session of `token` for good.
  func end(_ token: String) async throws {
    guard let digest = TokenDigest(of: token) else { return }
    let authority = authority
    open.withValue { $0[digest] = nil }
    try await store.write { writing in
      _ = try writing.run(
        """
        DELETE FROM session WHERE authority = \(authority)
        AND token_digest = \(Bound.bytes(digest.bytes))
        """)
    }
    // A page that was on its way may have brought it back from the store in between.
    open.withValue { $0[digest] = nil }
  }

  /// Once a minute: writes when sessions were last seen, ends those that are over, and lets go of
  /// those whose account has ended or that were ended elsewhere.
  func upkeep(now: Instant) async throws {
    let authority = authority
    let used = open.withValue { open in
      var used: [(TokenDigest, Instant)] = []
      for (digest, session) in open where session.isUnwritten {
        used.append((digest, session.lastSeen))
        open[digest]?.isUnwritten = false
      }
      return used
    }
    let (idle, oldest) = (now + -Session.idle, now + -Session.longest)
    let over = try await store.read { reading in
      try reading.count(
        """
        SELECT count(*) FROM session WHERE authority = \(authority)
        AND (last_seen <= \(idle) OR begun <= \(oldest))
        """)
    }
    if !used.isEmpty || over > 0 {
      try await store.write { writing in
        for (digest, seen) in used {
          try writing.run(
            """
            UPDATE session SET last_seen = \(seen) WHERE authority = \(authority)
            AND token_digest = \(Bound.bytes(digest.bytes))
            """)
        }
        try writing.run(
          """
          DELETE FROM session WHERE authority = \(authority)
          AND (last_seen <= \(idle) OR begun <= \(oldest))
          """)
      }
    }
    try await letGo(now)
  }

  private func letGo(_ now: Instant) async throws {
    guard open.withValue({ !$0.isEmpty }) else { return }
    let authority = authority
    let valid = try await store.read { reading in
      try reading.all(
        """
        SELECT s.token_digest FROM session s
        JOIN account a ON a.authority = s.authority AND a.sign_in_name = s.account
        WHERE s.authority = \(authority) AND a.ended IS NULL
        """
      ) { TokenDigest(kept: $0.bytes(0)) }
    }
    let standing = Set(valid.compactMap { $0 })
    open.withValue { open in
      open = open.filter { $0.value.holds(now) && standing.contains($0.key) }
    }
  }

  private func use(_ digest: TokenDigest, now: Instant) -> Session? {
    open.withValue { open in
      guard let place = open.index(forKey: digest) else { return nil }
      if open.values[place].holds(now) {
        open.values[place].lastSeen = max(now, open.values[place].lastSeen)
        open.values[place].isUnwritten = true
      }
      return open.values[place]
    }
  }

  private func kept(_ digest: TokenDigest) async throws -> Session? {
    let authority = authority
    return try await store.read { reading in
      try reading.first(
        """
        SELECT a.sign_in_name, a.name, a.role, a.practitioner, s.csrf, s.begun, s.last_seen
        FROM session s JOIN account a ON a.authority = s.authority AND a.sign_in_name = s.account
        WHERE s.authority = \(authority) AND s.token_digest = \(Bound.bytes(digest.bytes))
        AND a.ended IS NULL
        """
      ) { row in
        Session(
          account: Account(
            signInName: row.text(0), name: row.text(1), role: row.code(2) ?? .socialWorker,
            practitioner: row.idIfAny(3)),
          csrf: row.text(4), begun: row.instant(5), lastSeen: row.instant(6))
      }
    }
  }
}
