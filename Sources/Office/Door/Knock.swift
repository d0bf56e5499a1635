import HTTPTypes
import HummingbirdCore
import NIOCore
import Practice

/// A request, before it is known who asks.
struct Knock: Sendable {
  let method: HTTPRequest.Method
  /// As it was sent, without its query.
  let path: Substring
  let query: Query
  /// Path and query as they were sent.
  let target: String
  let fields: HTTPFields
  let now: Instant
  /// What this request is called.
  let errand: Errand
  private let body: RequestBody
  private let peer: @Sendable () -> String

  init(_ request: Request, from peer: @escaping @Sendable () -> String, now: Instant) {
    method = request.method
    target = request.head.path ?? "/"
    let bytes = target.utf8
    if let mark = bytes.firstIndex(of: UInt8(ascii: "?")) {
      path = target[..<mark]
      query = Query(urlEncoded: bytes[bytes.index(after: mark)...])
    } else {
      path = target[...]
      query = Query()
    }
    fields = request.headers
    errand = Errand(request.headers)
    body = request.body
    self.peer = peer
    self.now = now
  }

  /// The address that asks. Behind a proxy it is what the proxy says, in the last place that it adds.
  func address(behindProxy: Bool) -> String {
    guard behindProxy, let forwarded = Knock.forwardedFor.flatMap({ fields[$0] }) else {
      return peer()
    }
    let last = forwarded.utf8.split(separator: UInt8(ascii: ",")).last ?? forwarded.utf8[...]
    return String(decoding: last.filter { $0 != UInt8(ascii: " ") }.prefix(64), as: UTF8.self)
  }

  /// True where the browser itself says that another site sent this.
  var isFromElsewhere: Bool {
    guard let site = Knock.fetchSite.flatMap({ fields[$0] }) else { return false }
    return site != "same-origin" && site != "none"
  }

  /// What was posted.
  /// - Throws: `DoorRefusal`; `BrokenOff` where the connection ended before the body did.
  func form(upTo most: Int) async throws -> Form {
    if let length = fields[.contentLength].flatMap({ Int($0) }), length > most {
      throw DoorRefusal.tooLarge(most: most)
    }
    let bytes: [UInt8]
    do {
      bytes = Array(buffer: try await body.collect(upTo: most))
    } catch is NIOTooManyBytesError {
      throw DoorRefusal.tooLarge(most: most)
    } catch {
      throw BrokenOff(cause: error)
    }
    return try Form(bytes, type: fields[.contentType] ?? "")
  }

  private static let fetchSite = HTTPField.Name("sec-fetch-site")
  private static let forwardedFor = HTTPField.Name("x-forwarded-for")
}

/// The connection failed while a body was read: nobody is there to be answered.
struct BrokenOff: Error {
  let cause: any Error
}
