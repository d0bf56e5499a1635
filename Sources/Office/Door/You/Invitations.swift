public import Practice
import Store

/// Somebody is invited: an account without a password, and a link that lets them choose one, once and
/// within seven days. The store holds the link's digest alone.
extension Accounts {
  /// Seconds for which an invitation holds.
  static let invitationHolds = 7 * 86_400

  /// Adds an account without a password and returns the token of its invitation, which is kept nowhere.
  /// Whoever was invited and has not come yet is invited anew: the earlier link is worth nothing then.
  /// - Throws: `AccountRefusal`, `StoreRefusal`.
  public func invite(
    name: String, role: AccountRole, practitioner: ID<Practitioner>? = nil, now: Instant
  ) async throws -> String {
    let signInName = try Accounts.checked(name: name)
    let (token, digest) = TokenDigest.new()
    let number = authority.number
    try await store.write { writing in
      let again = try writing.run(
        """
        UPDATE account SET role = \(role.rawValue), practitioner = \(practitioner.bound)
        WHERE authority = \(number) AND sign_in_name = \(signInName)
        AND verifier IS NULL AND ended IS NULL
        """)
      if again == 0 { try insert(signInName, name, role, practitioner, nil, now, writing) }
      try writing.run(
        "DELETE FROM invitation WHERE authority = \(number) AND account = \(signInName)")
      try writing.run("DELETE FROM invitation WHERE authority = \(number) AND ends <= \(now)")
      try writing.insert(
        DoorTables.invitation, authority: number,
        [
          .bytes(digest.bytes), .text(signInName), (now + Accounts.invitationHolds).bound,
        ])
    }
    return token
  }

  /// The path of the page on which whoever is invited chooses a password.
  public static func welcomePath(_ token: String) -> String {
    Address("/welcome").query("token", token).text
  }

  /// Who is invited by this token; nil where it is over or was never made.
  func invited(by token: String, now: Instant) async throws -> Account? {
    guard let digest = TokenDigest(of: token) else { return nil }
    let number = authority.number
    return try await store.read { reading in
      try reading.first(
        """
        SELECT a.sign_in_name, a.name, a.role, a.practitioner FROM invitation i
        JOIN account a ON a.authority = i.authority AND a.sign_in_name = i.account
        WHERE i.authority = \(number) AND i.token_digest = \(Bound.bytes(digest.bytes))
        AND i.ends > \(now) AND a.ended IS NULL
        """
      ) { Accounts.account($0) }
    }
  }

  /// Uses the invitation up and sets the password, both or neither; false where it was used already.
  /// - Throws: `AccountRefusal` where the password cannot be used; the invitation then holds on.
  func accept(_ token: String, by account: Account, _ password: String) async throws -> Bool {
    try PasswordRules.check(password, name: account.name, authority: authority)
    guard let digest = TokenDigest(of: token) else { return false }
    let kept = try await kept(of: password)
    let number = authority.number
    return try await store.write { writing in
      let used = try writing.run(
        """
        DELETE FROM invitation WHERE authority = \(number)
        AND token_digest = \(Bound.bytes(digest.bytes))
        """)
      guard used == 1 else { return false }
      try Accounts.set(kept, of: account.signInName, number, writing)
      return true
    }
  }
}
