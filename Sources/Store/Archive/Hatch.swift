import Foundation

/// Where one thread hands things to another, with room for a few: whoever is ahead waits, so that
/// the memory it takes is bounded however much passes through.
final class Hatch<Thing: Sendable>: @unchecked Sendable {
  private let turn = NSCondition()
  private let room: Int
  private var lying: [Thing] = []
  private var isEnded = false
  private var failure: (any Error)?

  init(room: Int) { self.room = room }

  /// Waits until there is room.
  /// - Throws: what has stopped the other side.
  func put(_ thing: Thing) throws {
    turn.lock()
    defer { turn.unlock() }
    while lying.count >= room, failure == nil { turn.wait() }
    if let failure { throw failure }
    lying.append(thing)
    turn.broadcast()
  }

  /// Waits for the next thing; nil where no more will come.
  /// - Throws: what has stopped the other side.
  func take() throws -> Thing? {
    turn.lock()
    defer { turn.unlock() }
    while lying.isEmpty, !isEnded, failure == nil { turn.wait() }
    if let failure { throw failure }
    guard !lying.isEmpty else { return nil }
    turn.broadcast()
    return lying.removeFirst()
  }

  /// Nothing more will be put.
  func end() {
    turn.lock()
    isEnded = true
    turn.broadcast()
    turn.unlock()
  }

  /// Stops both sides with `error`; the first one counts.
  func fail(_ error: any Error) {
    turn.lock()
    failure = failure ?? error
    turn.broadcast()
    turn.unlock()
  }
}

/// Work on a thread of its own, beside whoever started it.
final class SecondHand<Result: Sendable>: @unchecked Sendable {
  private let turn = NSCondition()
  private var result: Swift.Result<Result, any Error>?

  init(_ work: @escaping @Sendable () throws -> Result) {
    Thread.detachNewThread { [self] in
      let done = Swift.Result { try work() }
      turn.lock()
      result = done
      turn.broadcast()
      turn.unlock()
    }
  }

  /// Waits until it is done.
  func wait() throws -> Result {
    turn.lock()
    defer { turn.unlock() }
    while true {
      if let result { return try result.get() }
      turn.wait()
    }
  }
}
