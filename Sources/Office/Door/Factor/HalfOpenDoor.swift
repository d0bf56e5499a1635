import Practice
import Store

/// Whoever has given the right password and still owes the second step. It is kept in a table of its own
/// and named by a cookie of its own, so that it reaches nothing but the page that asks for that step.
struct HalfOpenDoor: Sendable {
  let store: Store
  let authority: Int
  let key: DoorKey

  /// Seconds after which the password has to be given again.
  static let longest = 10 * 60

  struct Guest {
    let account: Account
    let token: String
  }

  /// Returns the token, which is told to the browser and kept nowhere.
  func begin(_ account: Account, now: Instant) async throws -> String {
    let (token, digest) = TokenDigest.new()
    let authority = authority
    try await store.write { writing in
      try writing.run(
        "DELETE FROM half_open WHERE authority = \(authority) AND begun <= \(now + -Self.longest)")
      try writing.insert(
        DoorTables.halfOpen, authority: authority,
        [.bytes(digest.bytes), .text(account.signInName), now.bound])
    }
    return token
  }

  func find(_ token: String?, now: Instant) async throws -> Guest? {
    guard let token, let digest = TokenDigest(of: token) else { return nil }
    let authority = authority
    return try await store.read { reading in
      try reading.first(
        """
        SELECT a.sign_in_name, a.name, a.role, a.practitioner FROM half_open h
        JOIN account a ON a.authority = h.authority AND a.sign_in_name = h.account
        WHERE h.authority = \(authority) AND h.token_digest = \(Bound.bytes(digest.bytes))
        AND h.begun > \(now + -Self.longest) AND a.ended IS NULL
        """
      ) { Guest(account: Accounts.account($0), token: token) }
    }
  }

  /// True for whoever ends it: of two that come at once, one.
  func end(_ guest: Guest) async throws -> Bool {
    guard let digest = TokenDigest(of: guest.token) else { return false }
    let authority = authority
    return try await store.write { writing in
      try writing.run(
        """
        DELETE FROM half_open WHERE authority = \(authority)
        AND token_digest = \(Bound.bytes(digest.bytes))
        """) == 1
    }
  }

  /// What the forms of this guest carry.
  func mark(of guest: Guest) -> String { Secret.hex(key.mark(["half-open", guest.token])) }
}
