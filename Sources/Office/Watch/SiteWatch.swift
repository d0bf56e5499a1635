import HTTPTypes
import HummingbirdCore
import Practice
import Tracing

/// An answer, and in what role it was asked for.
struct Reply {
  var response: Response
  var role: AccountRole?

  init(_ response: Response, _ role: AccountRole? = nil) {
    self.response = response
    self.role = role
  }
}

/// How each request went: named, timed, counted, written down.
extension Site {
  /// Answers by `reply`, and notes how that went.
  func noted(
    _ knock: Knock, _ found: Routes.Found, _ reply: () async throws -> Reply
  ) async throws -> Response {
    let began = ContinuousClock.now
    let row = found.row
    tallies.begin()
    do {
      var reply = try await traced(knock, row, reply)
      if let field = Errand.field { reply.response.headers[field] = knock.errand.id }
      if isLeaving { reply.response.headers[.connection] = "close" }
      note(knock, row, reply, since: began)
      return reply.response
    } catch {
      note(knock, row, nil, since: began)
      throw error
    }
  }

  private func note(
    _ knock: Knock, _ row: Int, _ reply: Reply?, since began: ContinuousClock.Instant
  ) {
    let took = (ContinuousClock.now - began).nanoseconds
    tallies.end(row: row, status: reply?.response.status.code, took: took)
    logbook.request(
      LogEntry(
        errand: knock.errand, method: Site.known(knock.method), route: RouteName.all[row].pattern,
        status: reply?.response.status.code, took: took,
        bytes: reply?.response.body.contentLength ?? 0, role: reply?.role))
  }

  /// In a span of its own where somebody has brought a tracer; its parent is what the asker named.
  private func traced(
    _ knock: Knock, _ row: Int, _ reply: () async throws -> Reply
  ) async throws -> Reply {
    guard let tracer else { return try await reply() }
    var context = InstrumentationContext.topLevel
    tracer.extract(knock.fields, into: &context, using: FieldExtractor())
    let name = RouteName.all[row]
    return try await tracer.withSpan(name.words, context: context, ofKind: .server) { span in
      let reply = try await reply()
      span.attributes["http.request.method"] = Site.known(knock.method)
      span.attributes["http.route"] = name.pattern
      span.attributes["http.response.status_code"] = reply.response.status.code
      span.attributes["kith.request_id"] = knock.errand.id
      return reply
    }
  }

  /// Anybody can make up a method; those of the standards are few.
  static func known(_ method: HTTPRequest.Method) -> String {
    switch method {
    case .get, .head, .post, .put, .delete, .patch, .options, .trace, .connect: method.rawValue
    default: "other"
    }
  }
}

/// Lets a tracer read the headers that carry its trace.
private struct FieldExtractor: Extractor {
  func extract(key: String, from fields: HTTPFields) -> String? {
    HTTPField.Name(key).flatMap { fields[$0] }
  }
}

extension Duration {
  var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    return UInt64(max(0, seconds)) * 1_000_000_000
      + UInt64(max(0, attoseconds) / 1_000_000_000)
  }
}
