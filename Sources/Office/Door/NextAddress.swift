import HTTPTypes

/// Where signing in leads: a page of this site that signed-in people may ask for, and nowhere else.
struct NextAddress: Sendable, Equatable {
  /// Path and query, of printable ASCII only.
  let text: String

  static let first = "/families"

  /// What was asked for, where it is an address of ours as a browser would send it; otherwise the
  /// first page.
  init(_ asked: String?) {
    text = asked.flatMap { NextAddress.isOurs($0) ? $0 : nil } ?? NextAddress.first
  }

  private static func isOurs(_ asked: String) -> Bool {
    guard asked.utf8.count <= 1000,
      asked.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
    else { return false }
    let end = asked.utf8.firstIndex(of: UInt8(ascii: "?")) ?? asked.endIndex
    // Only what stands in the table of routes can match, so no scheme and no host ever does.
    guard case .route(let route, _) = Routes.find(.get, asked[..<end]) else { return false }
    switch route.room {
    case .signedIn: return true
    case .open: return false
    }
  }
}
