import HTTPTypes
import HummingbirdCore
import Practice

/// What somebody had typed into a form when it turned out that their session had ended. It is carried
/// from page to page in hidden fields, and is never in an address, in the log or in the store. Once they
/// have signed in, the form is shown again; nothing is told until they send it again.
struct Carried: Sendable {
  /// The path that the form is sent to.
  let path: String
  let words: NamedValues
  /// The mark of the session in which the form was shown.
  fileprivate let mark: String

  /// What was posted; nil where the form cannot be shown again, or is none of ours. Files are not
  /// carried: they are still where they were chosen.
  init?(_ form: Form, to route: Route, at path: Substring) {
    guard route.again != nil, form.uploads.isEmpty, let mark = form["csrf"], mark.utf8.count == 64
    else { return nil }
    self.init(path: String(path), words: form.words.without("csrf"), mark: mark)
  }

  /// What a page of the door has carried on.
  init?(_ form: Form) {
    guard let path = form["kept-to"], let words = form["kept"], let mark = form["kept-by"] else {
      return nil
    }
    self.init(path: path, words: NamedValues(urlEncoded: words.utf8), mark: mark)
  }

  private init(path: String, words: NamedValues, mark: String) {
    (self.path, self.words, self.mark) = (path, words, mark)
  }

  func write(to html: inout HTML) {
    html.input(.type("hidden"), .name("kept-to"), .value(path))
    html.input(.type("hidden"), .name("kept-by"), .value(mark))
    html.input(.type("hidden"), .name("kept"), .value(words.urlEncoded))
  }
}

extension Carried {
  /// The form with all that was typed, for whoever typed it; nil for anybody else.
  func shown(in visit: Visit, of session: Session, _ site: Site) async throws -> Answer? {
    let marks = AccountMark(.form, site.key, site.authority.number)
    guard marks.holds(mark, for: session.account.signInName),
      case .route(let route, let id) = Routes.find(.post, path[...]), let again = route.again
    else { return nil }
    let may = try await May.of(
      route.needs, id, visit.actor, in: visit.store, now: visit.now)
    guard let may else { return .notFound }
    var form = Form()
    form.words = words
    let inner = visit.with(form, may)
    let answer = try await again(inner, id)
    if let look = Look(route, id, inner, answer) { try await site.looks.keep(look) }
    return answer
  }

  /// `POST /you/words`: from the page that could not show them itself.
  static func show(_ visit: Visit) async throws -> Answer {
    guard let own = visit.own, let carried = Carried(visit.form),
      let answer = try await carried.shown(in: visit, of: own.session, own.site)
    else { return .notFound }
    return answer
  }
}

extension Site {
  /// Bytes of a form of the door that carries the longest one of words.
  static let mostCarried = 4 * RecordEncounterForm.most

  /// What had been typed, or why it cannot be shown; nil for somebody who did not type it.
  func again(_ carried: Carried, _ session: Session, _ knock: Knock) async -> Response? {
    guard case .route(let route, _) = Routes.find(.post, carried.path[...]) else { return nil }
    do {
      guard let visit = try await self.visit(session, knock, Form(), store) else { return nil }
      return try await carried.shown(in: visit, of: session, self)
        .map { response(to: $0, visit.who) }
    } catch {
      return refused(error, at: route, knock.errand, who: who(session, nil))
    }
  }

  /// For somebody who sends a form and is not signed in: the door, with all that was typed.
  func turnedAway(_ knock: Knock, _ route: Route) async throws -> Response {
    guard route.again != nil, !knock.isFromElsewhere,
      let form = try await readable(knock, upTo: route.most),
      let carried = Carried(form, to: route, at: knock.path)
    else { return toSignIn(knock) }
    var page = SignInPage(authority: authority.name, next: NextAddress(nil))
    page.notice = .whileWriting
    page.carried = carried
    return SignIn.answer(page, self, knock, .forbidden)
  }

  private func readable(_ knock: Knock, upTo most: Int) async throws -> Form? {
    do {
      return try await knock.form(upTo: most)
    } catch is DoorRefusal {
      return nil
    }
  }
}
