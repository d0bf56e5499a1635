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

/// The local accounts of one authority: a name, and what is kept of a password.
public struct Accounts: Sendable {
  /// Characters that a password has at least.
  public static let shortestPassword = 12
  static let longestPassword = 1024
  static let longestName = 200

  let store: Store
  let authority: Authority
  let lock: PasswordLock

  /// Adds an account, which may sign in from then on.
  /// - Throws: `AccountRefusal`, `StoreRefusal`.
  public static func add(
    to store: Store, _ authority: Authority, name: String, password: String, role: AccountRole,
    practitioner: ID<Practitioner>? = nil, now: Instant
  ) async throws {
    try await Accounts(store: store, authority: authority, lock: .shared).add(
      name: name, password: password, role: role, practitioner: practitioner, now: now)
  }

  func add(
    name: String, password: String, role: AccountRole, practitioner: ID<Practitioner>?, now: Instant
  ) async throws {
    let signInName = try Accounts.checked(name: name, password: password)
    let shown = Accounts.spaced(name)
    let (salt, rounds) = (Secret.random(16), lock.rounds)
    let verifier = try await lock.verifier(of: password, salt: salt, rounds: rounds)
    let number = authority.number
    try await store.write { writing in
      let taken = try writing.reading.count(
        """
        SELECT count(*) FROM account WHERE authority = \(number) AND sign_in_name = \(signInName)
        """)
      guard taken == 0 else { throw AccountRefusal.nameTaken(shown) }
      try writing.insert(
        DoorTables.account, authority: number,
        [
          .text(signInName), .text(shown), .text(role.rawValue), practitioner.bound,
          .bytes(salt), .integer(Int64(rounds)), .bytes(verifier), now.bound, .null,
        ])
    }
  }

  /// The account that this name and password open together, or nil. An unknown name takes as long
  /// as a wrong password, and gets the same answer.
  func opened(by name: String, _ password: String) async throws -> Account? {
    let (number, signInName) = (authority.number, Accounts.compared(name))
    let kept = try await store.read { reading in
      try reading.first(
        """
        SELECT name, role, practitioner, salt, rounds, verifier FROM account
        WHERE authority = \(number) AND sign_in_name = \(signInName) AND ended IS NULL
        """
      ) { row in
        (
          account: Account(
            signInName: signInName, name: row.text(0), role: row.code(1) ?? .socialWorker,
            practitioner: row.idIfAny(2)),
          salt: row.bytes(3), rounds: row.int(4), verifier: row.bytes(5)
        )
      }
    }
    let made = try await lock.verifier(
      of: password, salt: kept?.salt ?? Array(repeating: 0, count: 16),
      rounds: kept?.rounds ?? lock.rounds)
    guard let kept, Secret.equal(made, kept.verifier) else { return nil }
    return kept.account
  }

  private static func checked(name: String, password: String) throws(AccountRefusal) -> String {
    let compared = compared(name)
    let isLegible = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control
    }
    guard !compared.isEmpty, isLegible else { throw .noName }
    guard compared.utf8.count <= longestName else { throw .nameTooLong(most: longestName) }
    guard password.unicodeScalars.count >= shortestPassword else {
      throw .passwordTooShort(least: shortestPassword)
    }
    guard password.utf8.count <= longestPassword else {
      throw .passwordTooLong(most: longestPassword)
    }
    guard self.compared(password) != compared else { throw .passwordIsName }
    return compared
  }

  /// A name without regard to capitals, spacing and ways of composing letters.
  static func compared(_ name: String) -> String {
    spaced(name.precomposedStringWithCompatibilityMapping.lowercased())
  }

  private static func spaced(_ name: String) -> String {
    name.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}
