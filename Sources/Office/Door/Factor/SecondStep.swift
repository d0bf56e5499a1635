import HTTPTypes
import HummingbirdCore
import Practice

/// The second step of signing in: a code, or, where the role asks for one and there is none yet, setting
/// it up. Whoever stands here has given the password and reaches nothing else.
enum SecondStep {
  /// The door is half open.
  static func begin(
    _ entering: Entering, _ site: Site, _ knock: Knock
  ) async throws -> Response {
    if let old = site.sessionCookie.value(in: knock.fields) { try await site.sessions.end(old) }
    let token = try await site.halfOpen.begin(entering.account, now: knock.now)
    let guest = HalfOpenDoor.Guest(account: entering.account, token: token)
    // What was typed cannot be put into an address: then the page itself is the answer.
    var response =
      entering.carried == nil
      ? site.seeOther(Address("/sign-in/factor").query("next", entering.next.text).text)
      : try await page(guest, entering, site)
    response.headers[values: .setCookie] = [site.stepCookie.set(token), site.sessionCookie.removed]
    return response
  }

  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    let next = NextAddress(knock.query["next"])
    guard let guest = try await guest(site, knock) else { return toTheDoor(next, site) }
    return try await page(
      guest, Entering(account: guest.account, next: next, carried: nil), site)
  }

  static func enter(_ site: Site, _ knock: Knock) async throws -> Response {
    guard !knock.isFromElsewhere else { throw DoorRefusal.notFromHere }
    let form = try await knock.form(upTo: Site.mostCarried)
    let next = NextAddress(form["next"])
    guard let guest = try await guest(site, knock) else {
      // The ten minutes are over: what was typed goes back to the door with them.
      var page = SignInPage(authority: site.authority.name, next: next)
      page.carried = Carried(form)
      page.notice = .ended
      return SignIn.answer(page, site, knock, .forbidden)
    }
    guard Secret.equal(form["csrf"] ?? "", site.halfOpen.mark(of: guest)) else {
      throw DoorRefusal.notFromHere
    }
    let entering = Entering(account: guest.account, next: next, carried: Carried(form))
    let keys = site.stepKeys(for: guest.account.signInName, knock)
    let offer = form["offer"].flatMap { site.factors.offer($0, to: guest.account) }
    if let wait = site.patience.withValue({ $0.begin(keys, now: knock.now) }) {
      site.tallies.refused(.waiting)
      var response = try await page(
        guest, entering, site, offer, [.tooManyTries(wait, "code")], .tooManyRequests)
      response.headers[.retryAfter] = String(wait)
      return response
    }
    let code = form["code"] ?? ""
    // Asked again: whoever has a second step cannot put another one in its place from here.
    let need = try await site.factors.need(of: guest.account)
    var codes: [String]?
    switch need {
    case .nothing: break
    case .prove:
      guard try await site.factors.prove(guest.account, code, now: knock.now) else {
        site.tallies.refused(.wrong)
        return try await page(guest, entering, site, nil, [.wrongCode], .unprocessableContent)
      }
    case .setUp:
      let accepted = try await accepted(offer, code, guest, site, knock)
      guard let accepted else {
        return try await page(guest, entering, site, offer, [.otherCode], .unprocessableContent)
      }
      codes = accepted
    }
    site.patience.withValue { $0.opened(keys) }
    guard try await site.halfOpen.end(guest) else { return toTheDoor(next, site) }
    guard let codes else { return try await entering.finish(site, knock) }
    let (session, cookies) = try await entering.begin(site, knock)
    var view = RecoveryCodesView(codes: codes, next: next.text)
    view.carried = entering.carried
    var response = site.page(view.page(for: site.who(session, nil)))
    response.headers[values: .setCookie] = cookies
    return response
  }

  private static func accepted(
    _ offer: Factors.Offer?, _ code: String, _ guest: HalfOpenDoor.Guest, _ site: Site,
    _ knock: Knock
  ) async throws -> [String]? {
    guard let offer else { return nil }
    return try await site.factors.accept(offer, by: guest.account, code, now: knock.now)
  }

  private static func guest(_ site: Site, _ knock: Knock) async throws -> HalfOpenDoor.Guest? {
    try await site.halfOpen.find(site.stepCookie.value(in: knock.fields), now: knock.now)
  }

  private static func toTheDoor(_ next: NextAddress, _ site: Site) -> Response {
    site.seeOther(Address("/sign-in").query("next", next.text).query("why", "ended").text)
  }

  private static func page(
    _ guest: HalfOpenDoor.Guest, _ entering: Entering, _ site: Site,
    _ offer: Factors.Offer? = nil, _ faults: [Fault] = [], _ status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    var view = SecondStepView(
      account: guest.account.name, service: "Kith \(site.authority.name)", next: entering.next.text,
      csrf: site.halfOpen.mark(of: guest), faults: faults)
    view.carried = entering.carried
    if try await site.factors.need(of: guest.account) == .setUp {
      view.offer = try offer ?? site.factors.offer(to: guest.account)
    }
    return site.page(view.page(), status)
  }
}

extension Fault {
  static let wrongCode = Fault(
    field: "code",
    words: "This code is not right, or it was used already. Wait for the next one, and enter that.")
  static let otherCode = Fault(
    field: "code",
    words: "This code does not come from the secret above. Check the app, and enter the next one.")
}
