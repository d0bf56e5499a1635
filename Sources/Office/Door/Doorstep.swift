import Crypto

/// Proves that a sign-in comes from our own form, before there is a session to prove it by: a random
/// mark in a cookie, and in the form what only this program can make of that mark. Otherwise another
/// site could sign a visitor in under a name of its choosing.
struct Doorstep: Sendable {
  private let key = SymmetricKey(size: .bits256)

  func mark() -> String { Secret.hex(Secret.random(16)) }

  /// What the form carries for the mark of the cookie.
  func field(for mark: String) -> String {
    Secret.hex(HMAC<SHA256>.authenticationCode(for: Array(mark.utf8), using: key))
  }

  func holds(mark: String?, field: String?) -> Bool {
    guard let mark, let field, mark.utf8.count == 32 else { return false }
    return Secret.equal(self.field(for: mark), field)
  }
}
