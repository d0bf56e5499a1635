import HTTPTypes
import HummingbirdCore
import Practice

/// Somebody who has shown all that the door asks of them.
struct Entering {
  let account: Account
  let next: NextAddress
  /// What they had typed when they were signed out.
  let carried: Carried?

  /// Begins a session, with a token that is new, and leads on: to what they had typed, or to the page
  /// that they asked for.
  func finish(_ site: Site, _ knock: Knock) async throws -> Response {
    let (session, cookies) = try await begin(site, knock)
    let again =
      if let carried { await site.again(carried, session, knock) } else { nil as Response? }
    var response = again ?? site.seeOther(next.text)
    response.headers[values: .setCookie] = cookies
    return response
  }

  /// The session, and the cookies that its browser is to keep.
  func begin(_ site: Site, _ knock: Knock) async throws -> (Session, [String]) {
    // A token that was there before is worth nothing from now on, whoever put it there.
    if let old = site.sessionCookie.value(in: knock.fields) { try await site.sessions.end(old) }
    let browser = BrowserWords.of(knock.fields[.userAgent])
    let (session, token) = try await site.sessions.begin(account, with: browser, now: knock.now)
    var cookies = [site.sessionCookie.set(token), site.doorstepCookie.removed]
    if site.stepCookie.value(in: knock.fields) != nil { cookies.append(site.stepCookie.removed) }
    let known = AccountMark(.known, site.key, site.authority.number)
    if !known.holds(site.knownCookie.value(in: knock.fields), for: account.signInName) {
      cookies.append(site.knownCookie.set(known.make(for: account.signInName)))
    }
    return (session, cookies)
  }
}

extension Site {
  /// Who has to wait where too many tries have failed: the account and the address that asks. A browser
  /// in which this account has signed in before stands by itself, so that strangers who guess at the
  /// account, from however many addresses, do not keep its owner out.
  func patienceKeys(for account: String, _ knock: Knock) -> [Patience.Key] {
    if let known = known(account, knock) { return [.known(known)] }
    return [.account(account), .address(knock.address(behindProxy: options.behindProxy))]
  }

  /// The same for the second step, which far fewer tries are free for.
  func stepKeys(for account: String, _ knock: Knock) -> [Patience.Key] {
    if let known = known(account, knock) { return [.factor(known)] }
    return [.factor(account), .address(knock.address(behindProxy: options.behindProxy))]
  }

  /// The mark of a browser in which this account has signed in before.
  private func known(_ account: String, _ knock: Knock) -> String? {
    guard let known = knownCookie.value(in: knock.fields),
      AccountMark(.known, key, authority.number).holds(known, for: account)
    else { return nil }
    return known
  }
}
