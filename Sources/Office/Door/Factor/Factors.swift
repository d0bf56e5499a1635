public import Practice
import Store

/// The second steps of one authority's accounts: what an authenticator shows, or a recovery code.
struct Factors: Sendable {
  let store: Store
  let authority: Authority
  let key: DoorKey

  /// What somebody who has given the password has to do next.
  enum Need: Equatable { case nothing, prove, setUp }

  static let recoveryCodes = 10

  func need(of account: Account) async throws -> Need {
    let (has, asks) = try await standing(of: account)
    return has ? .prove : asks ? .setUp : .nothing
  }

  /// Whether the account has a second step, and whether its role asks for one.
  func standing(of account: Account) async throws -> (has: Bool, isAskedFor: Bool) {
    let number = authority.number
    return try await store.read { reading in
      let has = try reading.count(
        """
        SELECT count(*) FROM account WHERE authority = \(number)
        AND sign_in_name = \(account.signInName) AND factor IS NOT NULL
        """)
      let asked = try reading.count(
        """
        SELECT count(*) FROM factor_rule WHERE authority = \(number)
        AND role = \(account.role.rawValue)
        """)
      return (has > 0, asked > 0)
    }
  }

  /// True where `typed` is the code of this moment, or a recovery code: either is used up by it.
  func prove(_ account: Account, _ typed: String, now: Instant) async throws -> Bool {
    let (number, name) = (authority.number, account.signInName)
    let kept = try await store.read { reading in
      try reading.first(
        """
        SELECT factor FROM account
        WHERE authority = \(number) AND sign_in_name = \(name) AND factor IS NOT NULL
        """
      ) { $0.bytes(0) }
    }
    guard let kept else { return false }
    guard let secret = key.open(kept, for: purpose(name)) else { throw DoorRefusal.otherDoorKey }
    if let step = TimeCode.step(of: typed, secret: secret, at: now) {
      // Whoever comes first has it: the same code does not open the door a second time.
      return try await store.write { writing in
        try writing.run(
          """
          UPDATE account SET factor_step = \(step) WHERE authority = \(number)
          AND sign_in_name = \(name) AND factor_step < \(step)
          """) == 1
      }
    }
    let digest = Bound.bytes(digest(of: typed, name))
    return try await store.write { writing in
      try writing.run(
        """
        DELETE FROM recovery_code
        WHERE authority = \(number) AND account = \(name) AND digest = \(digest)
        """) == 1
    }
  }

  /// A secret that is offered to somebody, who proves with a code of it that they have it.
  struct Offer {
    let secret: [UInt8]
    /// What the form carries, which this account alone can send back.
    let sealed: String
  }

  func offer(to account: Account) throws -> Offer {
    let secret = Secret.random(20)
    let sealed = try key.seal(secret, for: offering(account.signInName))
    return Offer(secret: secret, sealed: Secret.hex(sealed))
  }

  /// The offer that a form carries; nil for one that was made for somebody else.
  func offer(_ sealed: String, to account: Account) -> Offer? {
    Secret.bytes(sealed).flatMap { key.open($0, for: offering(account.signInName)) }
      .map { Offer(secret: $0, sealed: sealed) }
  }

  /// Keeps the offered secret where `typed` is a code of it, and returns the recovery codes, which are
  /// told once; nil where it is not.
  func accept(
    _ offer: Offer, by account: Account, _ typed: String, now: Instant
  ) async throws -> [String]? {
    guard let step = TimeCode.step(of: typed, secret: offer.secret, at: now) else { return nil }
    let (number, name) = (authority.number, account.signInName)
    let sealed = Bound.bytes(try key.seal(offer.secret, for: purpose(name)))
    let (codes, rows) = newCodes(name, now)
    try await store.write { writing in
      try writing.run(
        """
        UPDATE account SET factor = \(sealed), factor_step = \(step)
        WHERE authority = \(number) AND sign_in_name = \(name)
        """)
      try Factors.replaceCodes(rows, of: name, number, writing)
    }
    return codes
  }

  /// Other recovery codes in place of those there were.
  func renewCodes(of account: Account, now: Instant) async throws -> [String] {
    let (number, name) = (authority.number, account.signInName)
    let (codes, rows) = newCodes(name, now)
    try await store.write { try Factors.replaceCodes(rows, of: name, number, $0) }
    return codes
  }

  func remove(from account: Account) async throws {
    let (number, name) = (authority.number, account.signInName)
    try await store.write { try Accounts.removeFactor(of: name, number, $0) }
  }

  func codesLeft(of account: Account) async throws -> Int {
    let number = authority.number
    return try await store.read { reading in
      try reading.count(
        """
        SELECT count(*) FROM recovery_code
        WHERE authority = \(number) AND account = \(account.signInName)
        """)
    }
  }

  private func newCodes(_ name: String, _ now: Instant) -> (codes: [String], rows: [[Bound]]) {
    let codes = (0..<Factors.recoveryCodes).map { _ in
      let letters = Array(Base32.spoken(Secret.random(7)).utf8.prefix(10))
      return String(decoding: letters[..<5] + [45] + letters[5...], as: UTF8.self)
    }
    return (codes, codes.map { [.text(name), .bytes(digest(of: $0, name)), now.bound] })
  }

  private static func replaceCodes(
    _ rows: [[Bound]], of name: String, _ number: Int, _ writing: Writing
  ) throws {
    try writing.run("DELETE FROM recovery_code WHERE authority = \(number) AND account = \(name)")
    for row in rows { try writing.insert(DoorTables.recoveryCode, authority: number, row) }
  }

  /// Without regard to capitals, spaces and hyphens.
  private func digest(of code: String, _ name: String) -> [UInt8] {
    let plain = code.lowercased().utf8.filter { (48...57).contains($0) || (97...122).contains($0) }
    return key.mark(["recovery", authority.code, name, String(decoding: plain, as: UTF8.self)])
  }

  private func purpose(_ name: String) -> String { "factor \(authority.code) \(name)" }
  private func offering(_ name: String) -> String { "offer \(authority.code) \(name)" }
}

/// The roles that sign in with a second step.
extension Accounts {
  public func rolesWithFactor() async throws -> [AccountRole] {
    let number = authority.number
    let asked = try await store.read { reading in
      try reading.all("SELECT role FROM factor_rule WHERE authority = \(number)") { $0.text(0) }
    }
    return AccountRole.allCases.filter { asked.contains($0.rawValue) }
  }

  /// From now on a role asks for a second step, or does not. Where it does, whoever of that role is
  /// signed in without one has to sign in again.
  public func ask(_ role: AccountRole, forFactor isAsked: Bool, now: Instant) async throws {
    let (number, name) = (authority.number, role.rawValue)
    try await store.write { writing in
      try writing.run("DELETE FROM factor_rule WHERE authority = \(number) AND role = \(name)")
      guard isAsked else { return }
      try writing.insert(DoorTables.factorRule, authority: number, [.text(name), now.bound])
      try writing.run(
        """
        DELETE FROM session WHERE authority = \(number) AND account IN
        (SELECT sign_in_name FROM account
         WHERE authority = \(number) AND role = \(name) AND factor IS NULL)
        """)
      try writing.announce(in: DoorTables.news, authority: number)
    }
  }
}
