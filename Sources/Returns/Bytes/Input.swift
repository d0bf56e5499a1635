/// Where the bytes of a return come from.
public enum Input: Sendable {
  /// A file of this machine.
  case file(path: String)
  /// Bytes already in hand (a form's upload), under the name to be shown for them.
  case bytes([UInt8], name: String)

  /// The name to be shown: the last part of the path.
  public var name: String {
    switch self {
    case .file(let path):
      String(
        decoding: path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...],
        as: UTF8.self)
    case .bytes(_, let name): name
    }
  }
}
