import Practice
import Store

/// Keeps who looked, before whoever looked is answered. All who look at the same time are kept in one
/// telling, sealed like any other. Where nothing can be told for a while, because the disk is full, the
/// database away or a large return under way, the pages that can be read are, and who read them is kept
/// as soon as it can be.
final class LookBook: Sendable {
  /// Looks that wait to be kept at most; beyond them, nothing is shown that could not be answered for.
  static let most = 100_000
  /// Seconds for which whoever looked waits until it is kept.
  static let patience = 2

  /// What is kept in one telling, under ids that stay the same however often it is tried.
  private struct Batch {
    let telling: ID<Telling>
    let looks: [(look: Look, id: ID<Fact>)]

    init(_ looks: [Look]) {
      let last = looks.map(\.at).max() ?? Instant(microseconds: 0)
      var ids = IDMaker(at: last, using: SystemRandomNumberGenerator())
      telling = ids.next()
      self.looks = looks.map { ($0, ids.next()) }
    }

    var last: Instant { looks.map(\.look.at).max() ?? Instant(microseconds: 0) }
  }

  private struct Waiting {
    var looks: [Look] = []
    var unkept: [Batch] = []
    var answered: [CheckedContinuation<Void, Never>] = []
    var isWriting = false

    var count: Int { looks.count + unkept.reduce(0) { $0 + $1.looks.count } }

    mutating func answer() -> [CheckedContinuation<Void, Never>] {
      defer { answered = [] }
      return answered
    }
  }

  private let store: Store
  private let authority: Int
  private let waiting = Guarded(Waiting())
  private let refused: @Sendable (any Error) -> Void

  /// - Parameter refused: told of what the store will never take.
  init(
    store: Store, authority: Authority, refused: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.store = store
    self.authority = authority.number
    self.refused = refused
  }

  /// How many are not kept yet.
  var count: Int { waiting.withValue { $0.count } }

  /// - Throws: `AccessRefusal.cannotBeKept` where too many wait already.
  func keep(_ look: Look) async throws {
    guard count < Self.most else { throw AccessRefusal.cannotBeKept }
    await withCheckedContinuation { continuation in
      let begins = waiting.withValue { waiting in
        waiting.looks.append(look)
        waiting.answered.append(continuation)
        defer { waiting.isWriting = true }
        return !waiting.isWriting
      }
      if begins { Task { await writePatiently() } }
    }
  }

  /// Keeps what could not be kept before.
  func upkeep() async {
    let begins = waiting.withValue { waiting in
      guard !waiting.isWriting, waiting.count > 0 else { return false }
      waiting.isWriting = true
      return true
    }
    if begins { await write() }
  }

  /// Writes, and lets those go who have waited long enough.
  private func writePatiently() async {
    let watch = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(Self.patience))
        for one in waiting.withValue({ $0.answer() }) { one.resume() }
      }
    }
    await write()
    watch.cancel()
  }

  private func write() async {
    while true {
      let batches = waiting.withValue { waiting in
        defer { (waiting.looks, waiting.unkept) = ([], []) }
        return waiting.unkept + (waiting.looks.isEmpty ? [] : [Batch(waiting.looks)])
      }
      var left: [Batch] = []
      for batch in batches {
        // The order of times is kept: after one that has to wait, all do.
        guard left.isEmpty else {
          left.append(batch)
          continue
        }
        left += await tell(batch)
      }
      let (answered, goesOn) = waiting.withValue { waiting in
        waiting.unkept = left + waiting.unkept
        let goesOn = left.isEmpty && !waiting.looks.isEmpty
        // Those whose look came in meanwhile wait for the next round, where there is one.
        let now = goesOn ? Array(waiting.answered.dropLast(waiting.looks.count)) : waiting.answered
        waiting.answered.removeFirst(now.count)
        if !goesOn { waiting.isWriting = false }
        return (now, goesOn)
      }
      for one in answered { one.resume() }
      if !goesOn { return }
    }
  }

  /// What is left of a batch to be tried again.
  private func tell(_ batch: Batch) async -> [Batch] {
    do {
      guard store.canSeal, !store.isReadOnly else { throw StoreRefusal.readOnly }
      let authority = authority
      try await store.write { writing in
        let telling = TellingRow(
          .look, id: batch.telling, by: "the door", recorded: batch.last)
        try writing.tell(
          telling, authority: authority, batch.looks.map { LookTable.fact($0.look, id: $0.id) })
      }
      return []
    } catch let refusal as StoreRefusal where refusal.isForNow {
      return [batch]
    } catch {
      // One that the store will not take must not keep the others out.
      guard batch.looks.count > 1 else {
        refused(error)
        return []
      }
      var left: [Batch] = []
      for one in batch.looks { left += await tell(Batch([one.look])) }
      return left
    }
  }
}

extension StoreRefusal {
  /// True where the same may be done a while later.
  fileprivate var isForNow: Bool {
    switch self {
    case .busy, .wokenUp, .full, .readOnly, .noKey, .unreachable, .unsure, .overtaken, .barred,
      .noRight:
      true
    default: false
    }
  }
}
