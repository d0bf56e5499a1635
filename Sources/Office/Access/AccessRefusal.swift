import HTTPTypes
import Practice

/// Why somebody may not, said to them. Of a family that they may not know of nothing is ever said: that
/// page looks like one that does not exist.
enum AccessRefusal: Refusal, Equatable {
  case role(AccountRole, Matter)
  case cannotBeKept

  var what: String {
    switch self {
    case .role: "This is not part of your work in Kith."
    case .cannotBeKept: "This cannot be shown now."
    }
  }

  var why: String {
    switch self {
    case .role(let role, let matter):
      "You are signed in as \(role.words.lowercasedFirst). Your council has not decided that this "
        + "role may \(matter.words)."
    case .cannotBeKept:
      "Everybody who looks is written down, and for some time nothing could be written."
    }
  }

  var remedy: String {
    switch self {
    case .role: "If you need it for your work, ask your manager, who can ask for it to be changed."
    case .cannotBeKept: "Tell whoever looks after Kith. It can be shown once the disk has room."
    }
  }

  var status: HTTPResponse.Status {
    switch self {
    case .role: .forbidden
    case .cannotBeKept: .serviceUnavailable
    }
  }
}
