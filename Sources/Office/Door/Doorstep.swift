import Store

/// Proves that a sign-in comes from our own form, before there is a session to prove it by: a random
/// mark in a cookie, and in the form what only this service can make of that mark. Otherwise another
/// site could sign a visitor in under a name of its choosing.
struct Doorstep: Sendable {
  let key: DoorKey

  func mark() -> String { Secret.hex(Secret.random(16)) }

  /// What the form carries for the mark of the cookie.
  func field(for mark: String) -> String { Secret.hex(key.mark(["doorstep", mark])) }

  func holds(mark: String?, field: String?) -> Bool {
    guard let mark, let field, mark.utf8.count == 32 else { return false }
    return Secret.equal(self.field(for: mark), field)
  }
}
