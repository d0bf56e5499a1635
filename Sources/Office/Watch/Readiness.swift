import Store

/// Whether visitors should be sent here at this moment, for whatever decides where they go. Its words
/// name no path, no person and nothing that the store holds.
enum Readiness: Equatable, Sendable {
  case ready
  /// Kith was asked to stop, and only ends what has begun.
  case leaving
  /// The store did not answer in time.
  case silent
  case failing
  case otherSchema
  /// Everything can be read, and nothing can be told.
  case noKey
  case readOnly

  var words: String {
    switch self {
    case .ready: "ready"
    case .leaving: "not ready: Kith is stopping"
    case .silent: "not ready: the store does not answer"
    case .failing: "not ready: the store cannot be read"
    case .otherSchema: "not ready: the store has the schema of another version of Kith"
    case .noKey: "not ready: there is no key of the seals, so nothing can be told"
    case .readOnly: "not ready: the store may only be read, so nothing can be told"
    }
  }
}

/// Asks the store whether it is there. However many ask, one question is under way at a time: a store
/// that is silent is not buried under questions.
final class StoreProbe: Sendable {
  private let patience: Duration
  private let ask: @Sendable () async throws -> Answer
  private let underway = Guarded<Task<Answer?, Never>?>(nil)

  struct Answer: Sendable {
    /// The version of the schema that the store stands at.
    let schema: Int
    var mayWrite = true
  }

  /// - Parameters:
  ///   - patience: how long an answer is waited for.
  ///   - ask: puts the question to the store.
  init(patience: Duration, ask: @escaping @Sendable () async throws -> Answer) {
    self.patience = patience
    self.ask = ask
  }

  convenience init(_ store: Store, patience: Duration) {
    self.init(patience: patience) {
      let schema = try await store.read { reading in
        try reading.count("SELECT coalesce(max(number), 0) FROM schema_version")
      }
      return Answer(schema: schema, mayWrite: try await store.barToWriting() == nil)
    }
  }

  /// - Parameter known: the version of the schema that this program knows.
  func readiness(known: Int) async -> Readiness {
    let question = question()
    let first = First()
    let answer: Readiness = await withCheckedContinuation { continuation in
      first.wait(continuation)
      Task {
        let found = await question.value
        first.give(found.map { Self.readiness(of: $0, known: known) } ?? .failing)
      }
      Task {
        try? await Task.sleep(for: patience)
        first.give(.silent)
      }
    }
    return answer
  }

  private static func readiness(of answer: Answer, known: Int) -> Readiness {
    guard answer.schema == known else { return .otherSchema }
    return answer.mayWrite ? .ready : .readOnly
  }

  private func question() -> Task<Answer?, Never> {
    underway.withValue { task in
      if let task { return task }
      let new = Task {
        let found = try? await ask()
        underway.withValue { $0 = nil }
        return found
      }
      task = new
      return new
    }
  }
}

/// Whichever answer comes first; the other one is let go.
private final class First: Sendable {
  private let waiting = Guarded<CheckedContinuation<Readiness, Never>?>(nil)

  func wait(_ continuation: CheckedContinuation<Readiness, Never>) {
    waiting.withValue { $0 = continuation }
  }

  func give(_ answer: Readiness) {
    waiting.withValue { waiting in
      waiting?.resume(returning: answer)
      waiting = nil
    }
  }
}

extension Site {
  func readiness() async -> Readiness {
    if isLeaving { return .leaving }
    guard store.canSeal else { return .noKey }
    return await probe.readiness(known: Record.schema.newest)
  }
}
