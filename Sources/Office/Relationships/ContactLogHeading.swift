/// The heading of a contact log: which field of a line holds what.
struct ContactLogHeading {
  enum Role: UInt8 {
    case notRead = 0
    case child, day, worker

    var name: String {
      switch self {
      case .notRead: "other"
      case .child: "child"
      case .day: "day"
      case .worker: "worker"
      }
    }
  }

  /// The role of each field, in the order of the line.
  let roles: [Role]

  /// - Parameter line: the first line, without its end and without a byte-order mark.
  init(_ line: UnsafeBufferPointer<UInt8>, path: String) throws(ContactLogRefusal) {
    guard !line.contains(0), line.first != 0xFF, line.first != 0xFE else {
      throw .cannotOpen(path, "It is not a text file in UTF-8.")
    }
    var (names, isQuoted) = ([""], false)
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: names.append("")
      case UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"): continue
      case 65...90: names[names.count - 1].unicodeScalars.append(Unicode.Scalar(byte + 32))
      default: names[names.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    roles = names.map { name in
      [Role.child, .day, .worker].first { $0.name == name } ?? .notRead
    }
    for role in [Role.child, .day, .worker] {
      let times = roles.count { $0 == role }
      guard times == 1 else {
        throw .cannotOpen(
          path,
          times == 0
            ? "Its first line has no column named \(role.name)."
            : "Its first line names the column \(role.name) \(times) times.")
      }
    }
  }
}
