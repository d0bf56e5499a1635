import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
public import Practice
public import Store

/// The web site of one authority: takes what browsers ask, and lets nobody past the door who is not
/// signed in.
public struct Site: Sendable {
  public struct Options: Sendable {
    public var host: String
    /// 0 takes any free port.
    public var port: Int
    /// True where a proxy on the way speaks TLS with the browsers: cookies are then bound to it, and
    /// the address of a visitor is what the proxy says.
    public var behindProxy: Bool

    public init(host: String = "127.0.0.1", port: Int = 8080, behindProxy: Bool = false) {
      self.host = host
      self.port = port
      self.behindProxy = behindProxy
    }
  }

  let store: Store
  let authority: Authority
  let options: Options
  let accounts: Accounts
  let sessions: Sessions
  let doorstep = Doorstep()
  let patience = Guarded(Patience())
  let clock: @Sendable () -> Instant
  let logger: Logger
  let sessionCookie: Cookie
  let doorstepCookie: Cookie
  /// Headers of a page, and those that any answer has.
  let pageFields: HTTPFields
  let anyFields: HTTPFields

  public init(store: Store, authority: Authority, options: Options = Options()) {
    var logger = Logger(label: "kith") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .warning
    self.init(
      store: store, authority: authority, options: options, lock: .shared, logger: logger,
      clock: Site.machineClock)
  }

  init(
    store: Store, authority: Authority, options: Options = Options(), lock: PasswordLock,
    logger: Logger, clock: @escaping @Sendable () -> Instant
  ) {
    let store = store.of(authority)
    self.store = store
    self.authority = authority
    self.options = options
    accounts = Accounts(store: store, authority: authority, lock: lock)
    sessions = Sessions(store: store, authority: authority)
    self.clock = clock
    self.logger = logger
    sessionCookie = .session(secure: options.behindProxy)
    doorstepCookie = .doorstep(secure: options.behindProxy)
    pageFields = HeaderFields.page(secure: options.behindProxy)
    anyFields = HeaderFields.always(secure: options.behindProxy)
  }

  /// The answer to one request, whatever it asks.
  /// - Parameter peer: the network address that the request comes from.
  /// - Throws: only where the connection broke off, so that nobody is there to be answered.
  func answer(
    _ request: Request, from peer: @escaping @Sendable () -> String
  ) async throws -> Response {
    let knock = Knock(request, from: peer, now: clock())
    let response: Response
    switch Routes.find(knock.method, knock.path) {
    case .route(let route, let id):
      switch route.room {
      case .open(let room): response = try await open(room, route, knock)
      case .signedIn(let room): response = try await signedIn(room, route, id, knock)
      }
    case .otherMethod(let methods): response = otherMethod(methods)
    case .nothing: response = notFound(try? await session(knock).map(who))
    }
    return knock.method == .head ? response.createHeadResponse() : response
  }

  private func open(
    _ room: Route.Open, _ route: Route, _ knock: Knock
  ) async throws -> Response {
    do {
      return try await room(self, knock)
    } catch let broken as BrokenOff {
      throw broken.cause
    } catch {
      return refused(error, at: route, who: nil)
    }
  }

  private func signedIn(
    _ room: @Sendable (Visit, ID<Fact>?) async throws -> Answer, _ route: Route, _ id: ID<Fact>?,
    _ knock: Knock
  ) async throws -> Response {
    var someone: Session?
    do {
      guard let session = try await session(knock) else { return toSignIn(knock) }
      someone = session
      let form = route.method == .post ? try await proven(knock, session, route) : Form()
      switch try await room(visit(session, knock, form), id) {
      case .page(let bytes): return page(bytes)
      case .csv(let bytes, let name): return csv(bytes, name)
      case .lines(let bytes): return lines(bytes)
      case .problem(let words): return problem(words)
      case .asksAgain(let bytes): return page(bytes, .unprocessableContent)
      case .notFound: return notFound(who(session))
      case .seeOther(let address): return seeOther(address.text)
      }
    } catch let broken as BrokenOff {
      throw broken.cause
    } catch {
      return refused(error, at: route, who: someone.map(who))
    }
  }

  func session(_ knock: Knock) async throws -> Session? {
    guard let token = sessionCookie.value(in: knock.fields) else { return nil }
    return try await sessions.find(token, now: knock.now)
  }

  /// What was posted, once it is certain that a page of this very session sent it.
  private func proven(_ knock: Knock, _ session: Session, _ route: Route) async throws -> Form {
    guard !knock.isFromElsewhere else { throw DoorRefusal.notFromHere }
    let form = try await knock.form(upTo: route.most)
    guard Secret.equal(form["csrf"] ?? "", session.csrf) else { throw DoorRefusal.notFromHere }
    return form
  }

  private func visit(_ session: Session, _ knock: Knock, _ form: Form) -> Visit {
    let account = session.account
    return Visit(
      actor: Actor(
        authority: authority, account: account.name, role: account.role,
        practitioner: account.practitioner, today: knock.now.london.day),
      store: store, now: knock.now, csrf: session.csrf, query: knock.query, form: form)
  }

  private func who(_ session: Session) -> Frame.SignedIn {
    Frame.SignedIn(
      name: session.account.name, role: session.account.role.words, csrf: session.csrf)
  }
}
