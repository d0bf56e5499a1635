import CPostgreSQL
import Foundation
import Practice

/// Where a database is and how it is reached, as the URL says: `postgres://kith@db.council/kith`.
///
/// Across a network the server has to prove by TLS that it is the one that is named, unless the URL
/// itself asks for less (`?sslmode=require`); on this machine nothing is asked of it.
struct PostgreSQLAddress: Sendable {
  private(set) var settings: [String: String]
  /// The URL without its password, for messages.
  let shown: String

  static func isAddress(_ location: String) -> Bool {
    ["postgres://", "postgresql://"].contains { location.utf8.starts(with: $0.utf8) }
  }

  /// - Throws: `StoreRefusal.unreachable` where the URL cannot be read.
  init(_ url: String) throws {
    let shown = Self.withoutPassword(url)
    self.shown = shown
    var complaint: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(url, &complaint) else {
      defer { PQfreemem(complaint) }
      throw StoreRefusal.unreachable(
        shown, complaint.map { String(cString: $0) } ?? "The address cannot be read.")
    }
    defer { PQconninfoFree(options) }
    var settings: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        settings[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    self.settings = settings
    self.settings["application_name"] = settings["application_name"] ?? "kith"
    self.settings["client_encoding"] = "UTF8"
    self.settings["connect_timeout"] = settings["connect_timeout"] ?? "5"
    if !isOnThisMachine, settings["sslmode"] == nil {
      self.settings["sslmode"] = "verify-full"
      self.settings["sslrootcert"] = settings["sslrootcert"] ?? Self.knownAuthorities
    }
  }

  var database: String {
    settings["dbname"] ?? settings["user"] ?? ProcessInfo.processInfo.environment["PGDATABASE"]
      ?? "kith"
  }

  /// The same server, another database of it.
  func with(database: String) -> PostgreSQLAddress {
    var other = self
    other.settings["dbname"] = database
    return other
  }

  private var isOnThisMachine: Bool {
    // The name, where there is one: it is what a certificate is made out to.
    let hosts = settings["host"] ?? settings["hostaddr"] ?? ""
    return hosts.utf8.split(separator: UInt8(ascii: ",")).allSatisfy { host in
      host.first == UInt8(ascii: "/")
        || ["localhost", "127.0.0.1", "::1"].contains(String(decoding: host, as: UTF8.self))
    }
  }

  /// The certificate authorities that this system trusts.
  private static let knownAuthorities = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
  ].first { FileManager.default.fileExists(atPath: $0) }

  private static func withoutPassword(_ url: String) -> String {
    guard let parts = URLComponents(string: url) else { return "the address given" }
    var shown = "postgres://"
    if let user = parts.user { shown += "\(user)@" }
    shown += parts.host ?? ""
    if let port = parts.port { shown += ":\(port)" }
    return shown + parts.path
  }
}
