public import Practice
import Store

/// What those who look after Kith do with accounts: joiners, movers, leavers. Each change ends what it
/// has to end at once, also in a Kith that is serving: it is announced with the change itself.
extension Accounts {
  /// An account as those who look after Kith see it.
  public struct Listed: Sendable {
    public let name: String
    public let role: AccountRole
    public let hasFactor: Bool
    /// True until whoever was invited has chosen a password.
    public let isInvited: Bool
    public let added: Instant
    public let ended: Instant?
    /// Times that somebody is signed in with it.
    public let sessions: Int
  }

  public func all() async throws -> [Listed] {
    let number = authority.number
    return try await store.read { reading in
      var sessions: [String: Int] = [:]
      try reading.each("SELECT account FROM session WHERE authority = \(number)") {
        sessions[$0.text(0), default: 0] += 1
      }
      return try reading.all(
        """
        SELECT sign_in_name, name, role, factor, verifier, added, ended FROM account
        WHERE authority = \(number) ORDER BY sign_in_name
        """
      ) { row in
        Listed(
          name: row.text(1), role: row.code(2) ?? .socialWorker, hasFactor: !row.isNull(3),
          isInvited: row.isNull(4), added: row.instant(5), ended: row.instantIfAny(6),
          sessions: sessions[row.text(0)] ?? 0)
      }
    }
  }

  /// Nobody signs in with it from now on, and whoever is signed in is not any more.
  /// - Throws: `AccountRefusal.noSuchAccount`.
  public func end(_ name: String, now: Instant) async throws {
    try await change(name) { writing, number, account in
      try writing.run(
        """
        UPDATE account SET ended = \(now), factor = NULL
        WHERE authority = \(number) AND sign_in_name = \(account)
        """)
      try Accounts.forget(account, of: number, writing)
    }
  }

  /// Another role, which holds from the next page on.
  public func setRole(_ role: AccountRole, of name: String) async throws {
    try await change(name) { writing, number, account in
      try writing.run(
        """
        UPDATE account SET role = \(role.rawValue)
        WHERE authority = \(number) AND sign_in_name = \(account)
        """)
    }
  }

  /// Another password; whoever is signed in has to sign in again.
  /// - Throws: `AccountRefusal`.
  public func setPassword(_ password: String, of name: String) async throws {
    try PasswordRules.check(password, name: name, authority: authority)
    let kept = try await kept(of: password)
    try await change(name) { writing, number, account in
      try Accounts.set(kept, of: account, number, writing)
      try Accounts.endSessions(of: account, but: nil, number, writing)
    }
  }

  /// Takes the second step away, for somebody who has lost it: where their role asks for one they make
  /// another at the next sign-in. Whoever is signed in has to sign in again.
  public func resetFactor(of name: String) async throws {
    try await change(name) { writing, number, account in
      try Accounts.removeFactor(of: account, number, writing)
      try Accounts.endSessions(of: account, but: nil, number, writing)
    }
  }

  private func change(
    _ name: String, _ body: @escaping @Sendable (Writing, Int, String) throws -> Void
  ) async throws {
    let (number, account) = (authority.number, Accounts.compared(name))
    try await store.write { writing in
      let found = try writing.reading.count(
        """
        SELECT count(*) FROM account
        WHERE authority = \(number) AND sign_in_name = \(account) AND ended IS NULL
        """)
      guard found > 0 else { throw AccountRefusal.noSuchAccount(Accounts.spaced(name)) }
      try body(writing, number, account)
      try writing.announce(in: DoorTables.news, authority: number)
    }
  }

  static func set(
    _ password: KeptPassword, of account: String, _ number: Int, _ writing: Writing
  ) throws {
    try writing.run(
      """
      UPDATE account SET salt = \(Bound.bytes(password.salt)), rounds = \(password.rounds),
      verifier = \(Bound.bytes(password.verifier))
      WHERE authority = \(number) AND sign_in_name = \(account)
      """)
  }

  /// Ends all sessions of an account, those included that have only given the password.
  /// - Parameter but: the one session that goes on.
  static func endSessions(
    of account: String, but: TokenDigest?, _ number: Int, _ writing: Writing
  ) throws {
    try writing.run(
      """
      DELETE FROM session WHERE authority = \(number) AND account = \(account)
      AND token_digest <> \(Bound.bytes(but?.bytes ?? []))
      """)
    try writing.run("DELETE FROM half_open WHERE authority = \(number) AND account = \(account)")
  }

  static func removeFactor(of account: String, _ number: Int, _ writing: Writing) throws {
    try writing.run(
      """
      UPDATE account SET factor = NULL WHERE authority = \(number) AND sign_in_name = \(account)
      """)
    try writing.run(
      "DELETE FROM recovery_code WHERE authority = \(number) AND account = \(account)")
  }

  private static func forget(_ account: String, of number: Int, _ writing: Writing) throws {
    try endSessions(of: account, but: nil, number, writing)
    try writing.run(
      "DELETE FROM recovery_code WHERE authority = \(number) AND account = \(account)")
    try writing.run("DELETE FROM invitation WHERE authority = \(number) AND account = \(account)")
  }
}
