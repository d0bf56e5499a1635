import HTTPTypes
import HummingbirdCore
import Practice
import Store

/// What happens between a request and its page, for whoever is signed in.
extension Site {
  /// The answer to somebody who is signed in: the door decides what they may before the page begins,
  /// and keeps who looked before they are answered.
  func signedIn(
    _ room: @Sendable (Visit, ID<Fact>?) async throws -> Answer, _ route: Route, _ id: ID<Fact>?,
    _ knock: Knock
  ) async throws -> Reply {
    var someone: Frame.SignedIn?
    var role: AccountRole?
    do {
      guard let token = sessionCookie.value(in: knock.fields) else {
        return Reply(try await turnedAway(knock, route))
      }
      let (store, glance) = try await store.glance(at: authority.number)
      // Before anything is done it is certain who does it; a page that only shows is made meanwhile.
      let isWaiting = !glance.isAnswered && route.method == .get
      if !isWaiting { try await sessions.hear(glance.news) }
      guard let session = try await sessions.find(token, now: knock.now) else {
        return Reply(try await turnedAway(knock, route))
      }
      (someone, role) = (who(session, nil), session.account.role)
      let first = try await answer(room, route, id, knock, session, store)
      guard isWaiting else { return Reply(try await given(first, session, knock), role) }
      try await sessions.hear(glance.news)
      guard let still = try await sessions.find(token, now: knock.now) else {
        return Reply(try await turnedAway(knock, route))
      }
      (someone, role) = (who(still, nil), still.account.role)
      let isSame = still.account == session.account
      let last = isSame ? first : try await answer(room, route, id, knock, still, store)
      return Reply(try await given(last, still, knock), role)
    } catch let broken as BrokenOff {
      throw broken.cause
    } catch {
      return Reply(refused(error, at: route, knock.errand, who: someone), role)
    }
  }

  /// An answer, with who may have it and what has to be kept of their looking.
  private struct Given {
    let answer: Answer
    /// Nil where there is nothing that they may know of.
    let visit: Visit?
    let look: Look?
  }

  /// Keeps who looked, and then answers.
  private func given(
    _ given: Given, _ session: Session, _ knock: Knock
  ) async throws -> Response {
    guard let visit = given.visit else { return await notFound(session, knock) }
    if let look = given.look { try await looks.keep(look) }
    return response(to: given.answer, visit.who)
  }

  private func answer(
    _ room: @Sendable (Visit, ID<Fact>?) async throws -> Answer, _ route: Route, _ id: ID<Fact>?,
    _ knock: Knock, _ session: Session, _ store: Store
  ) async throws -> Given {
    // Whether a page of this session sent it comes first: it says nothing of what there is.
    let form = route.method == .post ? try await sent(knock, route) : Form()
    let isProven = route.method != .post || Secret.equal(form["csrf"] ?? "", session.csrf)
    guard isProven else {
      // Of an earlier session of the same person: they see again what they typed, and send it again.
      guard let carried = Carried(form, to: route, at: knock.path),
        let visit = try await self.visit(session, knock, Form(), store),
        let again = try await carried.shown(in: visit, of: session, self)
      else { throw DoorRefusal.notFromHere }
      return Given(answer: again, visit: visit, look: nil)
    }
    guard let visit = try await self.visit(session, knock, form, store, needs: route.needs, id)
    else {
      return Given(answer: .notFound, visit: nil, look: nil)
    }
    let answer = try await room(visit, id)
    return Given(answer: answer, visit: visit, look: Look(route, id, visit, answer))
  }

  /// What was posted, where the browser does not say that another site sent it.
  private func sent(_ knock: Knock, _ route: Route) async throws -> Form {
    guard !knock.isFromElsewhere else { throw DoorRefusal.notFromHere }
    return try await knock.form(upTo: route.most)
  }

  /// Nil where there is nothing that this person may know of.
  /// - Throws: `AccessRefusal` for what is no secret and still not theirs.
  func visit(
    _ session: Session, _ knock: Knock, _ form: Form, _ store: Store, needs: Need = .signedIn,
    _ id: ID<Fact>? = nil
  ) async throws -> Visit? {
    let account = session.account
    let actor = Actor(
      authority: authority, account: account.name, role: account.role,
      practitioner: account.practitioner, today: knock.now.london.day)
    guard let may = try await May.of(needs, id, actor, in: store, now: knock.now) else {
      return nil
    }
    var visit = Visit(
      actor: actor, store: store, now: knock.now, csrf: session.csrf, query: knock.query,
      form: form,
      may: may, from: knock.address(behindProxy: options.behindProxy), tallies: tallies)
    if knock.path.utf8.starts(with: "/you".utf8) {
      visit.own = Visit.Own(site: self, session: session, knock: knock)
    }
    return visit
  }

  func who(_ session: Session, _ may: May?) -> Frame.SignedIn {
    Frame.SignedIn(
      name: session.account.name, role: session.account.role.words, csrf: session.csrf,
      places: may.map(Place.all) ?? [])
  }

  /// Where somebody says why they need a record, whether or not there is one at this address.
  private static func way(to path: Substring, _ may: May) -> Address? {
    guard case .id(let id) = Pattern("/families/ID").match(path.utf8) else { return nil }
    if may.allows(.open) { return Address("/families/", id, "/open") }
    return may.allows(.breakGlass) ? Address("/families/", id, "/emergency") : nil
  }

  /// The page that says nothing is there, the same whether there is nothing or it may not be known.
  func notFound(_ session: Session?, _ knock: Knock) async -> Response {
    guard let session else { return notFound(nil) }
    let may = try? await visit(session, knock, Form(), store)?.may
    return notFound(who(session, may), way: may.flatMap { Site.way(to: knock.path, $0) })
  }
}
