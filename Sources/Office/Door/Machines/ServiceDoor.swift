import HTTPTypes
import HummingbirdCore
import Practice

/// The door for other programs: `Authorization: Bearer kith_…`, below `/api/` alone, and never together
/// with the cookie of somebody who is signed in.
extension Site {
  /// The answer to a program; nil for a request that shows no token, or asks for a page.
  func service(
    _ room: @Sendable (Visit, ID<Fact>?) async throws -> Answer, _ route: Route, _ id: ID<Fact>?,
    _ knock: Knock
  ) async throws -> Reply? {
    guard knock.path.utf8.starts(with: "/api/".utf8), let shown = knock.fields[.authorization]
    else { return nil }
    do {
      guard sessionCookie.value(in: knock.fields) == nil else {
        return Reply(problem(.badRequest, "Send a token or a cookie, and not both."))
      }
      guard let token = Self.bearer(shown), let service = try await services.find(token) else {
        return Reply(wrongToken(knock))
      }
      guard Self.scope(of: route) == service.scope else {
        return Reply(
          challenge(.forbidden, "insufficient_scope", "This token is for something else."))
      }
      let actor = Actor(
        authority: authority, account: service.name, role: .analyst, practitioner: nil,
        today: knock.now.london.day, service: service.scope)
      // What a program may ask is its token's scope, which whoever made the token has decided.
      guard let may = try await May.of(.signedIn, nil, actor, in: store, now: knock.now) else {
        return Reply(problem(.forbidden, "This token is for something else."))
      }
      let visit = Visit(
        actor: actor, store: store, now: knock.now, csrf: "", query: knock.query, form: Form(),
        may: may, tallies: tallies)
      return Reply(response(to: try await room(visit, id), nil))
    } catch {
      return Reply(problem(.serviceUnavailable, "This cannot be answered now. Try again later."))
    }
  }

  /// Whoever guesses has to wait; whoever has a token that opens something never does.
  private func wrongToken(_ knock: Knock) -> Response {
    let key = Patience.Key.address(knock.address(behindProxy: options.behindProxy))
    guard let wait = patience.withValue({ $0.begin([key], now: knock.now) }) else {
      tallies.refused(.wrong)
      return challenge(.unauthorized, "invalid_token", "This token opens nothing.")
    }
    tallies.refused(.waiting)
    var response = problem(.tooManyRequests, "There were too many tries. Wait \(wait) seconds.")
    response.headers[.retryAfter] = String(wait)
    return response
  }

  /// What a token has to be for; nil for what no program may ask.
  private static func scope(of route: Route) -> ServiceScope? {
    switch "\(route.method.rawValue) \(route.pattern.text)" {
    case "GET /api/feed": .feed
    default: nil
    }
  }

  private static func bearer(_ shown: String) -> String? {
    let words = shown.utf8.split(separator: UInt8(ascii: " "))
    guard words.count == 2,
      String(decoding: words[0], as: UTF8.self).lowercased() == "bearer"
    else { return nil }
    return String(decoding: words[1], as: UTF8.self)
  }

  /// RFC 6750: says what is wrong with the token, and nothing of what there is.
  private func challenge(
    _ status: HTTPResponse.Status, _ error: StaticString, _ words: String
  ) -> Response {
    var response = problem(status, words)
    response.headers[.wwwAuthenticate] = "Bearer realm=\"kith\", error=\"\(error)\""
    return response
  }
}
