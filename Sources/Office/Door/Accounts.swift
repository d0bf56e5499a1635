import Foundation
public import Practice
public import Store

/// Somebody who may sign in.
struct Account: Sendable, Equatable {
  /// The name as it is compared.
  let signInName: String
  let name: String
  let role: AccountRole
  let practitioner: ID<Practitioner>?
}

/// The local accounts of one authority: a name, and what is kept of a password. Those who look after
/// Kith use them at the command line; `AccountCare` has what comes later in an account's life.
public struct Accounts: Sendable {
  static let longestName = 200

  let store: Store
  let authority: Authority
  let lock: PasswordLock

  init(store: Store, authority: Authority, lock: PasswordLock) {
    self.store = store
    self.authority = authority
    self.lock = lock
  }

  public init(of authority: Authority, in store: Store) {
    self.init(store: store, authority: authority, lock: .shared)
  }

  /// Adds an account, which may sign in from then on.
  /// - Parameter isDemonstration: its password is told to everybody, and need not be hard to guess.
  /// - Throws: `AccountRefusal`, `StoreRefusal`.
  public func add(
    name: String, password: String, role: AccountRole, practitioner: ID<Practitioner>? = nil,
    isDemonstration: Bool = false, now: Instant
  ) async throws {
    let signInName = try Accounts.checked(name: name)
    if !isDemonstration { try PasswordRules.check(password, name: name, authority: authority) }
    let kept = try await kept(of: password)
    try await store.write { writing in
      try insert(signInName, name, role, practitioner, kept, now, writing)
    }
  }

  /// - Parameter password: nil where whoever is invited chooses it.
  func insert(
    _ signInName: String, _ name: String, _ role: AccountRole, _ practitioner: ID<Practitioner>?,
    _ password: KeptPassword?, _ now: Instant, _ writing: Writing
  ) throws {
    let number = authority.number
    let taken = try writing.reading.count(
      """
      SELECT count(*) FROM account WHERE authority = \(number) AND sign_in_name = \(signInName)
      """)
    let shown = Accounts.spaced(name)
    guard taken == 0 else { throw AccountRefusal.nameTaken(shown) }
    try writing.insert(
      DoorTables.account, authority: number,
      [
        .text(signInName), .text(shown), .text(role.rawValue), practitioner.bound,
        .bytes(password?.salt ?? []), .integer(Int64(password?.rounds ?? lock.rounds)),
        password.map { .bytes($0.verifier) } ?? .null, .null, .integer(0), now.bound, .null,
      ])
  }

  /// What is kept of a password.
  struct KeptPassword: Sendable {
    let salt: [UInt8]
    let rounds: Int
    let verifier: [UInt8]
  }

  func kept(of password: String) async throws -> KeptPassword {
    let (salt, rounds) = (Secret.random(16), lock.rounds)
    let verifier = try await lock.verifier(of: password, salt: salt, rounds: rounds)
    return KeptPassword(salt: salt, rounds: rounds, verifier: verifier)
  }

  /// The account that this name and password open together, or nil. An unknown name takes as long
  /// as a wrong password, and gets the same answer.
  func opened(by name: String, _ password: String) async throws -> Account? {
    let (number, signInName) = (authority.number, Accounts.compared(name))
    let kept = try await store.read { reading in
      try reading.first(
        """
        SELECT sign_in_name, name, role, practitioner, salt, rounds, verifier FROM account
        WHERE authority = \(number) AND sign_in_name = \(signInName) AND ended IS NULL
        AND verifier IS NOT NULL
        """
      ) { row in
        (
          account: Accounts.account(row),
          password: KeptPassword(salt: row.bytes(4), rounds: row.int(5), verifier: row.bytes(6))
        )
      }
    }
    let made = try await lock.verifier(
      of: password, salt: kept?.password.salt ?? Array(repeating: 0, count: 16),
      rounds: kept?.password.rounds ?? lock.rounds)
    guard let kept, Secret.equal(made, kept.password.verifier) else { return nil }
    return kept.account
  }

  /// Of a row that begins with `sign_in_name, name, role, practitioner`.
  static func account(_ row: Row) -> Account {
    Account(
      signInName: row.text(0), name: row.text(1), role: row.code(2) ?? .socialWorker,
      practitioner: row.idIfAny(3))
  }

  /// The name as it is compared, of one that may be given to an account.
  static func checked(name: String) throws(AccountRefusal) -> String {
    let compared = compared(name)
    let isLegible = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control
    }
    guard !compared.isEmpty, isLegible else { throw .noName }
    guard compared.utf8.count <= longestName else { throw .nameTooLong(most: longestName) }
    guard !NameScripts.areMixed(in: name) else { throw .mixedScripts(spaced(name)) }
    return compared
  }

  /// A name without regard to capitals, spacing and ways of composing letters.
  static func compared(_ name: String) -> String {
    spaced(name.precomposedStringWithCompatibilityMapping.lowercased())
  }

  static func spaced(_ name: String) -> String {
    name.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}
