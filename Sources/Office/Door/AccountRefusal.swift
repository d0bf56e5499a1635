public import Practice

/// Why an account was not added.
public enum AccountRefusal: Refusal, Equatable {
  case noName
  case nameTooLong(most: Int)
  case nameTaken(String)
  case passwordTooShort(least: Int)
  case passwordTooLong(most: Int)
  case passwordIsName

  public var what: String { "The account was not added." }

  public var why: String {
    switch self {
    case .noName: "It has no name that can be typed and read."
    case .nameTooLong(let most): "Its name is longer than \(most) bytes."
    case .nameTaken(let name): "There is an account \(name) already."
    case .passwordTooShort(let least): "Its password is shorter than \(least) characters."
    case .passwordTooLong(let most): "Its password is longer than \(most) bytes."
    case .passwordIsName: "Its password is its name."
    }
  }

  public var remedy: String {
    switch self {
    case .noName, .nameTooLong: "Give the name that colleagues know the person by."
    case .nameTaken: "Choose a name that tells the two apart."
    case .passwordTooShort(let least):
      "Choose at least \(least) characters; four words that do not belong together are good."
    case .passwordTooLong: "Choose a shorter one; a few words are enough."
    case .passwordIsName: "Choose something that nobody would try first."
    }
  }
}
