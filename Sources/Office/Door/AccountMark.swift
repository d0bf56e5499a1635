import Store

/// A mark that this service alone can make for an account: a random half, and a half that says whose it
/// is to whoever holds the key of the door.
struct AccountMark {
  enum Purpose: String {
    /// Stands in every form of a session, and lets a form be known again after its session has ended.
    case form
    /// Kept by a browser in which somebody has signed in.
    case known
  }

  private let purpose: Purpose
  private let key: DoorKey
  private let authority: Int

  init(_ purpose: Purpose, _ key: DoorKey, _ authority: Int) {
    (self.purpose, self.key, self.authority) = (purpose, key, authority)
  }

  /// - Parameter account: the name as it is compared.
  func make(for account: String) -> String {
    let nonce = Secret.hex(Secret.random(16))
    return nonce + half(nonce, account)
  }

  func holds(_ mark: String?, for account: String) -> Bool {
    guard let mark, mark.utf8.count == 64 else { return false }
    let nonce = String(decoding: mark.utf8.prefix(32), as: UTF8.self)
    return Secret.equal(mark, nonce + half(nonce, account))
  }

  private func half(_ nonce: String, _ account: String) -> String {
    Secret.hex(key.mark([purpose.rawValue, "\(authority)", account, nonce]).prefix(16))
  }
}
