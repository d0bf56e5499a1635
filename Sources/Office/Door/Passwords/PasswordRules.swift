import Practice

/// What a password has to be, whoever sets it and wherever: on a page or at the command line.
enum PasswordRules {
  /// Characters that it has at least.
  static let shortest = 12
  /// Bytes that it has at most.
  static let longest = 1024

  /// - Parameter name: the account's.
  static func check(
    _ password: String, name: String, authority: Authority
  ) throws(AccountRefusal) {
    guard password.unicodeScalars.count >= shortest else {
      throw .passwordTooShort(least: shortest)
    }
    guard password.utf8.count <= longest else { throw .passwordTooLong(most: longest) }
    guard Accounts.compared(password) != Accounts.compared(name) else { throw .passwordIsName }
    let own = words(name) + words(authority.name) + [authority.code, "kith"]
    guard PasswordStrength(password, own: own).isEnough else {
      let isEnoughForStrangers = PasswordStrength(password, own: []).isEnough
      throw isEnoughForStrangers ? .passwordFromNames : .passwordCommon
    }
  }

  /// The words of a name, and all of it in one.
  private static func words(_ name: String) -> [String] {
    let words = Accounts.compared(name).unicodeScalars
      .split { !$0.properties.isAlphabetic }.map { String($0) }
    return words.filter { $0.unicodeScalars.count > 2 } + [words.joined()]
  }
}
