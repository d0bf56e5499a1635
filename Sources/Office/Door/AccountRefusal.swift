public import Practice

/// Why an account was not added or changed.
public enum AccountRefusal: Refusal, Equatable {
  case noName
  case nameTooLong(most: Int)
  case nameTaken(String)
  case passwordTooShort(least: Int)
  case passwordTooLong(most: Int)
  case passwordIsName
  case passwordCommon
  case passwordFromNames
  case mixedScripts(String)
  case noSuchAccount(String)

  public var what: String {
    switch self {
    case .noName, .nameTooLong, .nameTaken, .mixedScripts: "The account was not added."
    case .noSuchAccount: "Nothing was changed."
    case .passwordTooShort, .passwordTooLong, .passwordIsName, .passwordCommon, .passwordFromNames:
      "This password cannot be used."
    }
  }

  public var why: String {
    switch self {
    case .noName: "It has no name that can be typed and read."
    case .nameTooLong(let most): "Its name is longer than \(most) bytes."
    case .nameTaken(let name): "There is an account \(name) already."
    case .passwordTooShort(let least): "It is shorter than \(least) characters."
    case .passwordTooLong(let most): "It is longer than \(most) bytes."
    case .passwordIsName: "It is the name of the account."
    case .passwordCommon:
      "It is made of what people often choose, and somebody who knows that would guess it soon."
    case .passwordFromNames: "It is made of the name of the person or of the council."
    case .mixedScripts(let name):
      "\(name) has letters of two alphabets, which can look like a name that it is not."
    case .noSuchAccount(let name): "There is no account \(name), or it has ended."
    }
  }

  public var remedy: String {
    switch self {
    case .noName, .nameTooLong: "Give the name that colleagues know the person by."
    case .nameTaken: "Choose a name that tells the two apart."
    case .passwordTooShort(let least):
      "Choose at least \(least) characters; four words that do not belong together are good."
    case .passwordTooLong: "Choose a shorter one; a few words are enough."
    case .passwordIsName, .passwordCommon, .passwordFromNames:
      "Choose four words that do not belong together, or let a password manager make one."
    case .mixedScripts: "Type the name with one keyboard from beginning to end."
    case .noSuchAccount: "See who there is with `kith user list`."
    }
  }
}
