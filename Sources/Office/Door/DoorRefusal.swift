import HTTPTypes
public import Practice

/// Why the door would not do what was asked of it.
public enum DoorRefusal: Refusal, Equatable {
  case portTaken(host: String, port: Int)
  case cannotListen(host: String, port: Int, detail: String)
  case notFromHere
  case unreadableForm(String)
  case tooLarge(most: Int)
  case tooBusy
  case otherDoorKey
  case invitationOver

  public var what: String {
    switch self {
    case .portTaken(let host, let port), .cannotListen(let host, let port, _):
      "Kith cannot be served at \(host):\(port)."
    case .notFromHere: "This was not done."
    case .unreadableForm: "What was sent could not be read."
    case .tooLarge: "What was sent is too large."
    case .tooBusy: "Too many people are signing in at this moment."
    case .otherDoorKey: "Your second step cannot be checked."
    case .invitationOver: "This invitation cannot be used."
    }
  }

  public var why: String {
    switch self {
    case .portTaken: "Another program is listening there, perhaps a Kith that is still running."
    case .cannotListen(_, _, let detail): "The system refused: \(detail)."
    case .notFromHere:
      "It could not be shown that it came from a page of your present time in Kith."
    case .unreadableForm(let detail): detail
    case .tooLarge(let most): "At most \(Size.words(most)) can be taken at once."
    case .tooBusy: "Opening an account takes a while on purpose, and others are before you."
    case .otherDoorKey: "It was set up under another key of the door than the one that is here."
    case .invitationOver: "It was used already, or it is older than seven days."
    }
  }

  public var remedy: String {
    switch self {
    case .portTaken(_, let port):
      "Stop it, or choose another port: `--port \(port < 65_535 ? port + 1 : 8080)`."
    case .cannotListen: "Choose an address of this machine, and a port from 1024 to 65535."
    case .notFromHere: "Go back, load the page again, and send it once more."
    case .unreadableForm: "Go back and try again; if it happens again, report it."
    case .tooLarge: "Send the files one by one, or use `kith import` on the machine itself."
    case .tooBusy: "Try again in a moment."
    case .otherDoorKey:
      "Ask whoever looks after Kith to put kith-door.key back, or to let you set up another second step."
    case .invitationOver: "Ask whoever looks after Kith in your service for another one."
    }
  }

  var status: HTTPResponse.Status {
    switch self {
    case .portTaken, .cannotListen: .internalServerError
    case .notFromHere: .forbidden
    case .unreadableForm: .badRequest
    case .tooLarge: .contentTooLarge
    case .tooBusy, .otherDoorKey: .serviceUnavailable
    case .invitationOver: .gone
    }
  }
}

/// An amount of bytes in words.
enum Size {
  static func words(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) kB"
  }
}
