import HTTPTypes
import HummingbirdCore
import Practice

/// Opening the door, and closing it behind oneself.
enum SignIn {
  /// The form; or the way on, for somebody who is signed in.
  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    let next = NextAddress(knock.query["next"])
    if try await site.session(knock) != nil { return site.seeOther(next.text) }
    var page = SignInPage(authority: site.authority.name, next: next)
    switch knock.query["why"] {
    case "ended": page.notice = .ended
    case "left": page.notice = .left
    case "welcome": page.notice = .welcome
    default: break
    }
    return answer(page, site, knock)
  }

  /// Name and password open a new session, whose token is new too, or the door half, where a second
  /// step is still owed. Whoever gives a wrong pair learns only that the two do not belong together.
  static func enter(_ site: Site, _ knock: Knock) async throws -> Response {
    guard !knock.isFromElsewhere else { throw DoorRefusal.notFromHere }
    let form = try await knock.form(upTo: Site.mostCarried)
    let (name, password) = (form["name"] ?? "", form["password"] ?? "")
    var page = SignInPage(authority: site.authority.name, next: NextAddress(form["next"]))
    page.name = name
    page.carried = Carried(form)
    let mark = site.doorstepCookie.value(in: knock.fields)
    guard site.doorstep.holds(mark: mark, field: form["csrf"]) else {
      site.tallies.refused(.stale)
      page.notice = .stale
      return answer(page, site, knock, .forbidden)
    }
    page.faults = faults(name, password)
    guard page.faults.isEmpty else { return answer(page, site, knock, .unprocessableContent) }
    let keys = site.patienceKeys(for: Accounts.compared(name), knock)
    if let wait = site.patience.withValue({ $0.begin(keys, now: knock.now) }) {
      site.tallies.refused(.waiting)
      page.faults = [.tooManyTries(wait, "password")]
      var response = answer(page, site, knock, .tooManyRequests)
      response.headers[.retryAfter] = String(wait)
      return response
    }
    guard let opened = try await site.accounts.opened(by: name, password) else {
      site.tallies.refused(.wrong)
      page.faults = [.notTogether]
      return answer(page, site, knock, .unprocessableContent)
    }
    site.patience.withValue { $0.opened(keys) }
    let entering = Entering(account: opened, next: page.next, carried: page.carried)
    switch try await site.factors.need(of: opened) {
    case .nothing: return try await entering.finish(site, knock)
    case .prove, .setUp: return try await SecondStep.begin(entering, site, knock)
    }
  }

  /// Ends the session for good, here and in the store.
  static func leave(_ site: Site, _ knock: Knock) async throws -> Response {
    if let session = try await site.session(knock) {
      guard !knock.isFromElsewhere else { throw DoorRefusal.notFromHere }
      let form = try await knock.form(upTo: Route.words)
      guard Secret.equal(form["csrf"] ?? "", session.csrf) else { throw DoorRefusal.notFromHere }
      try await site.sessions.end(site.sessionCookie.value(in: knock.fields) ?? "")
    }
    var response = site.seeOther(Address("/sign-in").query("why", "left").text)
    response.headers[.setCookie] = site.sessionCookie.removed
    return response
  }

  private static func faults(_ name: String, _ password: String) -> [Fault] {
    var faults: [Fault] = []
    if Accounts.compared(name).isEmpty {
      faults.append(Fault(field: "name", words: "Enter your name."))
    }
    if password.isEmpty {
      faults.append(Fault(field: "password", words: "Enter your password."))
    }
    // Longer ones belong to no account, and should cost nothing to refuse.
    if name.utf8.count > Accounts.longestName || password.utf8.count > PasswordRules.longest {
      faults.append(.notTogether)
    }
    return faults
  }

  static func answer(
    _ page: SignInPage, _ site: Site, _ knock: Knock, _ status: HTTPResponse.Status = .ok
  ) -> Response {
    site.onTheDoorstep(knock, status) { page.bytes(csrf: $0) }
  }
}

extension Site {
  /// A page before anyone has signed in, whose form is known again by the doorstep's cookie.
  func onTheDoorstep(
    _ knock: Knock, _ status: HTTPResponse.Status, _ bytes: (_ csrf: String) -> [UInt8]
  ) -> Response {
    let known = doorstepCookie.value(in: knock.fields).flatMap { $0.utf8.count == 32 ? $0 : nil }
    let mark = known ?? doorstep.mark()
    var response = page(bytes(doorstep.field(for: mark)), status)
    if known == nil { response.headers[.setCookie] = doorstepCookie.set(mark) }
    return response
  }
}

extension Fault {
  fileprivate static let notTogether = Fault(
    field: "password",
    words: "This name and password do not belong together. Check both, and try again.")

  static func tooManyTries(_ seconds: Int, _ field: StaticString) -> Fault {
    Fault(
      field: field,
      words: "There were too many tries. Wait \(seconds) "
        + "\(seconds == 1 ? "second" : "seconds"), then try again.")
  }
}
