import Practice
import Store

/// Somebody's own sessions, and ending them. What is ended is announced, so that no Kith goes on with it.
extension Sessions {
  /// The latest first.
  func all(of account: Account, now: Instant) async throws -> [Session] {
    try await write()
    let (authority, name) = (authority, account.signInName)
    return try await store.read { reading in
      try reading.all(
        """
        \(Sessions.question) WHERE s.authority = \(authority) AND s.account = \(name)
        ORDER BY s.last_seen DESC, s.begun DESC
        """
      ) { Sessions.session($0) }
    }.compactMap { $0 }.filter { $0.holds(now) }
  }

  /// Ends one of the account's own sessions; another's id ends nothing.
  func end(_ id: ID<Session>, of account: Account) async throws {
    let (authority, name) = (authority, account.signInName)
    try await store.write { writing in
      let ended = try writing.run(
        """
        DELETE FROM session WHERE authority = \(authority) AND account = \(name) AND id = \(id)
        """)
      if ended > 0 { try writing.announce(in: DoorTables.news, authority: authority) }
    }
  }

  func endOthers(than session: Session) async throws {
    let authority = authority
    try await store.write { writing in
      try Accounts.endSessions(
        of: session.account.signInName, but: session.digest, authority, writing)
      try writing.announce(in: DoorTables.news, authority: authority)
    }
  }
}
