import Practice
import ServiceLifecycle
import Store

/// What has to be done now and then while the site is open: the heads of the record are anchored
/// outside the store, and sessions are put in order.
struct Upkeep: Service {
  let site: Site
  private let due: Guarded<Due>

  init(site: Site) {
    self.site = site
    due = Guarded(Due(since: site.clock()))
  }

  func run() async throws {
    while !Task.isCancelled, !Task.isShuttingDownGracefully {
      await turn()
      // Ends early when the site is told to stop.
      try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(10)) }
    }
  }

  /// The last turn, after the last visitor: whatever is due or not.
  func finish() async throws {
    guard !site.store.isReadOnly else { return }
    let now = site.clock()
    await site.looks.upkeep()
    try await site.store.anchor(now: now)
    try await site.sessions.upkeep(now: now)
  }

  /// Does what is due. A failure is logged and tried again at the next turn.
  func turn() async {
    guard !site.store.isReadOnly else { return }
    let now = site.clock()
    await site.looks.upkeep()
    do {
      let tellings = try await site.store.heads().reduce(0) { $0 + $1.telling }
      if due.withValue({ $0.anchor(tellings: tellings, now: now) }) {
        try await site.store.anchor(now: now)
      }
      if due.withValue({ $0.sessions(now: now) }) { try await site.sessions.upkeep(now: now) }
    } catch {
      site.logbook.event(.error, "Upkeep failed.", [("error", Site.forLog(error))])
    }
  }

  /// When each was done last.
  struct Due: Sendable {
    private var anchored: (tellings: Int, at: Instant)?
    private var sessionsAt: Instant

    init(since now: Instant) { sessionsAt = now }

    /// True, and counted as done, at the first turn, after 1,000 tellings, and after 10 minutes.
    mutating func anchor(tellings: Int, now: Instant) -> Bool {
      if let anchored {
        let isDue =
          tellings - anchored.tellings >= Anchor.everyTellings
          || now >= anchored.at + Anchor.everySeconds
        guard isDue else { return false }
      }
      anchored = (tellings, now)
      return true
    }

    /// True, and counted as done, once a minute.
    mutating func sessions(now: Instant) -> Bool {
      guard now >= sessionsAt + 60 else { return false }
      sessionsAt = now
      return true
    }
  }
}
