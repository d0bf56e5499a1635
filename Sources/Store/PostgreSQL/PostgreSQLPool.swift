import Dispatch
import Foundation

/// Connections to one server, so many at most, lent to one task at a time. Each works on a thread of
/// its own, so that none of the program's few threads ever waits for the server.
final class PostgreSQLPool: @unchecked Sendable {
  private let address: PostgreSQLAddress
  private let most: Int
  private let patience: Duration
  private let lock = NSLock()
  /// Seen and changed under the lock alone.
  private var state = State()

  private struct State {
    var idle: [Worker] = []
    var count = 0
    var waiting: [(number: Int, hand: CheckedContinuation<Worker, any Error>)] = []
    var number = 0
    var isClosed = false
    /// Goes up when a connection is found gone: those made before went with it, as a server's do that
    /// stops.
    var age = 0
  }

  /// A thread and its connection, which is made when it is first needed.
  final class Worker: @unchecked Sendable {
    fileprivate let queue = DispatchQueue(label: "kith.postgresql")
    /// Touched on the queue alone.
    fileprivate var connection: PostgreSQLConnection?
    fileprivate var age = 0
  }

  /// - Parameters:
  ///   - most: connections at once; further tasks wait for their turn.
  ///   - patience: how long a task waits for its turn, and for a server that has gone away.
  init(_ address: PostgreSQLAddress, most: Int, patience: Duration = .seconds(30)) {
    self.address = address
    self.most = most
    self.patience = patience
  }

  /// Lends a connection to `body`, which runs on that connection's thread.
  /// - Throws: what `body` throws; `StoreRefusal.busy` where no connection came free in time;
  ///   `StoreRefusal.unreachable` where the server stayed away.
  func use<T: Sendable>(
    _ body: @escaping @Sendable (PostgreSQLConnection) throws -> T
  ) async throws -> T {
    let worker = try await take()
    defer { give(worker) }
    let limit = ContinuousClock.now + patience
    return try await withCheckedThrowingContinuation { hand in
      worker.queue.async { hand.resume(with: Result { try self.run(body, worker, limit) }) }
    }
  }

  var age: Int { lock.withLock { state.age } }

  func close() {
    let (idle, waiting) = lock.withLock {
      state.isClosed = true
      let taken = (state.idle, state.waiting)
      (state.idle, state.waiting) = ([], [])
      return taken
    }
    for worker in idle { worker.queue.sync { worker.connection = nil } }
    for one in waiting { one.hand.resume(throwing: StoreRefusal.busy) }
  }

  private func run<T>(
    _ body: (PostgreSQLConnection) throws -> T, _ worker: Worker, _ limit: ContinuousClock.Instant
  ) throws -> T {
    let connection = try connected(worker, limit)
    defer {
      if !connection.isWhole {
        worker.connection = nil
        lock.withLock { if state.age == worker.age { state.age += 1 } }
      }
    }
    return try body(connection)
  }

  /// The worker's connection, made anew where the server has ended it: tried again and again, each
  /// time after a longer pause.
  private func connected(
    _ worker: Worker, _ limit: ContinuousClock.Instant
  ) throws -> PostgreSQLConnection {
    let age = lock.withLock { state.age }
    if worker.age == age, let connection = worker.connection, connection.isWhole {
      return connection
    }
    var pause = 0.05
    while true {
      do {
        let connection = try PostgreSQLConnection(address)
        try connection.run(Self.manners)
        (worker.connection, worker.age) = (connection, age)
        return connection
      } catch {
        guard ContinuousClock.now < limit, !lock.withLock({ state.isClosed }) else { throw error }
        Thread.sleep(forTimeInterval: pause)
        pause = min(pause * 2, 1)
      }
    }
  }

  /// Durable at each commit, and no lock is waited for for ever. A statement is planned once and not for
  /// each of its values: nearly all go by an index, and planning costs more than they do.
  private static let manners = """
    SET synchronous_commit = on; SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = 0;
    SET client_min_messages = warning; SET plan_cache_mode = force_generic_plan; SET jit = off
    """

  private func take() async throws -> Worker {
    try await withCheckedThrowingContinuation { hand in
      let (worker, refusal, number) = lock.withLock { () -> (Worker?, (any Error)?, Int) in
        if state.isClosed { return (nil, StoreRefusal.busy, 0) }
        if let free = state.idle.popLast() { return (free, nil, 0) }
        if state.count < most {
          state.count += 1
          return (Worker(), nil, 0)
        }
        state.number += 1
        state.waiting.append((state.number, hand))
        return (nil, nil, state.number)
      }
      if let worker { return hand.resume(returning: worker) }
      if let refusal { return hand.resume(throwing: refusal) }
      giveUp(number)
    }
  }

  /// Ends the wait of a task whose turn has not come in time.
  private func giveUp(_ number: Int) {
    let seconds = Double(patience.components.seconds)
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in
      guard let self else { return }
      let late = lock.withLock {
        state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
      }
      late?.hand.resume(throwing: StoreRefusal.busy)
    }
  }

  private func give(_ worker: Worker) {
    let next = lock.withLock { () -> CheckedContinuation<Worker, any Error>? in
      if state.isClosed { return nil }
      if !state.waiting.isEmpty { return state.waiting.removeFirst().hand }
      state.idle.append(worker)
      return nil
    }
    next?.resume(returning: worker)
  }
}
