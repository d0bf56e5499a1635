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
  let key: DoorKey
  let factors: Factors
  let halfOpen: HalfOpenDoor
  let services: Services
  /// Where it is kept who looked.
  let looks: LookBook
  let doorstep: Doorstep
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
  let stepCookie: Cookie
  let knownCookie: Cookie
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
    let key = Site.key(beside: store, logbook)
    self.key = key
    sessions = Sessions(store: store, authority: authority, key: key)
    factors = Factors(store: store, authority: authority, key: key)
    halfOpen = HalfOpenDoor(store: store, authority: authority.number, key: key)
    services = Services(of: authority, in: store)
    looks = LookBook(store: store, authority: authority) { error in
      logbook.event(.error, "A look could not be kept.", [("error", Site.forLog(error))])
    }
    doorstep = Doorstep(key: key)
    self.clock = clock
    self.logbook = logbook
    self.tallies = tallies
    self.tracer = tracer
    logger = logbook.logger
    probe = StoreProbe(store, patience: patience)
    began = clock()
    sessionCookie = .session(secure: options.behindProxy)
    doorstepCookie = .doorstep(secure: options.behindProxy)
    stepCookie = .halfOpen(secure: options.behindProxy)
    knownCookie = .known(secure: options.behindProxy)
    pageFields = HeaderFields.page(secure: options.behindProxy)
    anyFields = HeaderFields.always(secure: options.behindProxy)
  }

  /// The key of the door. Where it cannot be read, whoever has no second step can sign in all the same.
  private static func key(beside store: Store, _ logbook: Logbook) -> DoorKey {
    do {
      return try .existingOrMade(beside: store.keptBeside, makes: !store.isReadOnly)
    } catch {
      logbook.event(.error, "The key of the door cannot be read: no second step can be checked.")
      return .ofThisRun()
    }
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
      case .signedIn(let room):
        if let reply = try await service(room, route, id, knock) { return reply }
        return try await signedIn(room, route, id, knock)
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

  /// True once Kith has been asked to stop.
  var isLeaving: Bool { leaving.withValue { $0 } }

  func session(_ knock: Knock) async throws -> Session? {
    guard let token = sessionCookie.value(in: knock.fields) else { return nil }
    try await sessions.hear(store.glance(at: authority.number).glance.news)
    return try await sessions.find(token, now: knock.now)
  }
}
