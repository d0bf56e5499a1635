import HTTPTypes
import Practice
import Store

/// One's own account: the password, the second step, and where one is signed in.
enum YouPage {
  static func show(_ visit: Visit) async throws -> Answer {
    guard let own = visit.own else { return .notFound }
    var view = try await view(visit, own)
    switch visit.query["done"] {
    case "password":
      view.notice = Notice(
        kind: .done, words: "Your password is changed.",
        more: "Wherever else you were signed in, you are not any more.")
    case "ended": view.notice = Notice(kind: .done, words: "You are signed out there.")
    case "factor": view.notice = Notice(kind: .done, words: "Your second step is taken away.")
    default: break
    }
    return .page(view.page(for: visit.who))
  }

  /// `POST /you/password`: the present one and another, which ends every other session and gives this
  /// one a new token.
  static func changePassword(_ visit: Visit) async throws -> Answer {
    guard let own = visit.own else { return .notFound }
    let (present, new) = (visit.form["present"] ?? "", visit.form["new"] ?? "")
    let (site, account) = (own.site, own.session.account)
    var faults: [Fault] = []
    if let refusal = refusal(of: new, account, site) {
      faults.append(Fault(field: "new", words: "\(refusal.why) \(refusal.remedy)"))
    } else if new == present {
      faults.append(Fault(field: "new", words: "Enter another password than the present one."))
    }
    if new != visit.form["repeated"] {
      faults.append(Fault(field: "repeated", words: "Enter the same new password once more."))
    }
    if faults.isEmpty, let fault = try await fault(present, "present", own, visit.now) {
      faults.append(fault)
    }
    guard faults.isEmpty else { return try await asksAgain(visit, own, faults) }
    try await site.accounts.setPassword(new, of: account.name)
    // All sessions have ended with the old one, this one too.
    let browser = own.session.browser
    let (_, token) = try await site.sessions.begin(account, with: browser, now: visit.now)
    return .signedInAnew(Address("/you").query("done", "password"), token: token)
  }

  /// `POST /you/sessions`: ends one by its id, or all but this.
  static func endSessions(_ visit: Visit) async throws -> Answer {
    guard let own = visit.own else { return .notFound }
    let which = visit.form["end"]
    if which == "others" {
      try await own.site.sessions.endOthers(than: own.session)
    } else {
      guard let id = which.flatMap({ ID<Session>($0) }) else { return .notFound }
      try await own.site.sessions.end(id, of: own.session.account)
    }
    return .seeOther(Address("/you").query("done", "ended"))
  }

  /// What keeps somebody from going on with this password as the present one; guessing is slowed down.
  static func fault(
    _ password: String, _ field: StaticString, _ own: Visit.Own, _ now: Instant
  ) async throws -> Fault? {
    let (site, account) = (own.site, own.session.account)
    let keys: [Patience.Key] = [.known("own \(account.signInName)")]
    if let wait = site.patience.withValue({ $0.begin(keys, now: now) }) {
      return .tooManyTries(wait, field)
    }
    let isShort = password.utf8.count <= PasswordRules.longest
    guard isShort, try await site.accounts.opened(by: account.name, password) != nil else {
      return Fault(field: field, words: "This is not your present password.")
    }
    site.patience.withValue { $0.opened(keys) }
    return nil
  }

  static func asksAgain(_ visit: Visit, _ own: Visit.Own, _ faults: [Fault]) async throws -> Answer
  {
    var view = try await view(visit, own)
    view.faults = faults
    return .asksAgain(view.page(for: visit.who))
  }

  private static func refusal(
    of password: String, _ account: Account, _ site: Site
  ) -> AccountRefusal? {
    do throws(AccountRefusal) {
      try PasswordRules.check(password, name: account.name, authority: site.authority)
      return nil
    } catch {
      return error
    }
  }

  private static func view(_ visit: Visit, _ own: Visit.Own) async throws -> YouView {
    let (site, account) = (own.site, own.session.account)
    let (has, isAskedFor) = try await site.factors.standing(of: account)
    return YouView(
      here: own.session, sessions: try await site.sessions.all(of: account, now: visit.now),
      hasFactor: has, isFactorAskedFor: isAskedFor,
      codesLeft: has ? try await site.factors.codesLeft(of: account) : 0)
  }
}
