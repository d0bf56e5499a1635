import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
public import Practice
public import Store
import Tracing

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
    /// Where the figures are told, on this machine alone; nil tells none.
    public var figuresPort: Int?
    /// The folder of the backups, whose newest the figures tell the age of.
    public var backups: String?
    /// Seconds for which a Kith that was asked to stop still takes newcomers, so that whatever sends
    /// visitors here learns of it before it must not send any more.
    public var notice = 1

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
  /// Where it is kept who looked.
  let looks: LookBook
  let doorstep = Doorstep()
  let patience = Guarded(Patience())
  let clock: @Sendable () -> Instant
  let logbook: Logbook
  let logger: Logger
  let tallies: Tallies
  let probe: StoreProbe
  /// Nil where nobody has brought one: then no span is made.
  let tracer: (any Tracer)?
  let began: Instant
  let leaving = Guarded(false)
  /// What takes in new connections, once it does.
  let listener = Guarded<(any Channel)?>(nil)
  let sessionCookie: Cookie
  let doorstepCookie: Cookie
  /// Headers of a page, and those that any answer has.
  let pageFields: HTTPFields
  let anyFields: HTTPFields

  public init(
    store: Store, authority: Authority, options: Options = Options(),
    logbook: Logbook = Logbook(.text)
  ) {
    let tracer = InstrumentationSystem.tracer
    self.init(
      store: store, authority: authority, options: options, lock: .shared, logbook: logbook,
      tracer: tracer is NoOpTracer ? nil : tracer, clock: Site.machineClock)
  }

  init(
    store: Store, authority: Authority, options: Options = Options(), lock: PasswordLock,
    logbook: Logbook, tracer: (any Tracer)? = nil, patience: Duration = .seconds(1),
    clock: @escaping @Sendable () -> Instant
  ) {
    let tallies = Tallies()
    let store = store.of(authority).observed(by: StoreWatch(tallies: tallies, tracer: tracer))
    self.store = store
    self.authority = authority
    self.options = options
    accounts = Accounts(store: store, authority: authority, lock: lock)
    sessions = Sessions(store: store, authority: authority)
    looks = LookBook(store: store, authority: authority)
    self.clock = clock
    self.logbook = logbook
    self.tallies = tallies
    self.tracer = tracer
    logger = logbook.logger
    probe = StoreProbe(store, patience: patience)
    began = clock()
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
    let found = Routes.find(knock.method, knock.path)
    return try await noted(knock, found) {
      var reply = try await reply(to: knock, found)
      if knock.method == .head { reply.response = reply.response.createHeadResponse() }
      return reply
    }
  }

  private func reply(to knock: Knock, _ found: Routes.Found) async throws -> Reply {
    switch found {
    case .route(let route, let id):
      switch route.room {
      case .open(let room): return Reply(try await open(room, route, knock))
      case .signedIn(let room): return try await signedIn(room, route, id, knock)
      }
    case .otherMethod(let methods): return Reply(otherMethod(methods))
    case .nothing:
      let session = try? await session(knock)
      return Reply(await notFound(session, knock), session?.account.role)
    }
  }

  private func open(
    _ room: Route.Open, _ route: Route, _ knock: Knock
  ) async throws -> Response {
    do {
      return try await room(self, knock)
    } catch let broken as BrokenOff {
      throw broken.cause
    } catch {
      return refused(error, at: route, knock.errand, who: nil)
    }
  }

  private func signedIn(
    _ room: @Sendable (Visit, ID<Fact>?) async throws -> Answer, _ route: Route, _ id: ID<Fact>?,
    _ knock: Knock
  ) async throws -> Reply {
    var someone: Frame.SignedIn?
    var role: AccountRole?
    do {
      guard let session = try await session(knock) else { return Reply(toSignIn(knock)) }
      role = session.account.role
      let actor = actor(session, knock)
      // Whether a page of this session sent it comes first: it says nothing of what there is.
      let form = route.method == .post ? try await proven(knock, session, route) : Form()
      guard let may = try await may(route.needs, id, actor, knock) else {
        return Reply(await notFound(session, knock), role)
      }
      someone = who(session, may)
      let visit = visit(session, actor, may, knock, form)
      let answer = try await room(visit, id)
      if let look = Look(route, id, visit, answer) { try await looks.keep(look) }
      return Reply(response(to: answer, visit), role)
    } catch let broken as BrokenOff {
      throw broken.cause
    } catch {
      return Reply(refused(error, at: route, knock.errand, who: someone), role)
    }
  }

  /// What whoever asks may do there; nil where there is nothing that they may know of.
  private func may(
    _ need: Need, _ id: ID<Fact>?, _ actor: Actor, _ knock: Knock
  ) async throws -> May? {
    let now = knock.now
    return try await store.recall(of: authority.number) { reading in
      try May.decided(need, id, reading, actor, now: now)
    }
  }

  private func response(to answer: Answer, _ visit: Visit) -> Response {
    switch answer {
    case .page(let bytes): page(bytes)
    case .csv(let bytes, let name): csv(bytes, name)
    case .lines(let bytes): lines(bytes)
    case .problem(let words): problem(words)
    case .asksAgain(let bytes): page(bytes, .unprocessableContent)
    case .notFound: notFound(visit.who)
    case .seeOther(let address): seeOther(address.text)
    }
  }

  /// True once Kith has been asked to stop.
  var isLeaving: Bool { leaving.withValue { $0 } }

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

  private func actor(_ session: Session, _ knock: Knock) -> Actor {
    let account = session.account
    return Actor(
      authority: authority, account: account.name, role: account.role,
      practitioner: account.practitioner, today: knock.now.london.day)
  }

  private func visit(
    _ session: Session, _ actor: Actor, _ may: May, _ knock: Knock, _ form: Form
  ) -> Visit {
    Visit(
      actor: actor, store: store, now: knock.now, csrf: session.csrf, query: knock.query,
      form: form, may: may, from: knock.address(behindProxy: options.behindProxy),
      tallies: tallies)
  }

  private func who(_ session: Session, _ may: May?) -> Frame.SignedIn {
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
  private func notFound(_ session: Session?, _ knock: Knock) async -> Response {
    guard let session else { return notFound(nil) }
    let may = try? await may(.signedIn, nil, actor(session, knock), knock)
    return notFound(who(session, may), way: may.flatMap { Site.way(to: knock.path, $0) })
  }
}
