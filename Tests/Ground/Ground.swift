public import Foundation

/// Where the stores of the stories are: in files, or, where `KITH_TEST_SERVER` names a PostgreSQL
/// server, in databases of that server. The same stories are told on both.
public enum Ground {
  public static let server = ProcessInfo.processInfo.environment["KITH_TEST_SERVER"]

  /// The same server across the network of this machine, where it asks for TLS and a password.
  public static let far = ProcessInfo.processInfo.environment["KITH_TEST_FAR"]

  /// True for stories about files: their rights, their bytes, their disk.
  public static var isFile: Bool { server == nil }

  /// The location of a store of this folder, which is made when it is first opened there.
  public static func location(in folder: URL, _ name: String = "kith") -> String {
    guard let server, var address = URLComponents(string: server) else {
      return folder.appendingPathComponent("\(name).db").path
    }
    let letters = "\(folder.lastPathComponent)_\(name)".lowercased().map {
      $0.isLetter || $0.isNumber ? $0 : "_"
    }
    address.path = "/" + String(letters.suffix(60))
    return address.string ?? server
  }
}
