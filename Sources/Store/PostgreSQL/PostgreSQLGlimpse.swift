import Foundation

/// The last telling of an authority, asked of the server for all who wait for it at once: while one
/// answer is on its way, whoever comes after it was asked shares the next.
final class PostgreSQLGlimpse: @unchecked Sendable {
  private let lock = NSLock()
  private var waiting: [Int: [CheckedContinuation<Int?, Never>]] = [:]
  private let ask: @Sendable (Int) async throws -> Int

  /// - Parameter ask: asks the server for the last telling of an authority.
  init(asking ask: @escaping @Sendable (Int) async throws -> Int) { self.ask = ask }

  /// Nil where the server could not be asked: whoever goes on to read learns why.
  func lastTelling(of authority: Int) async -> Int? {
    await withCheckedContinuation { hand in
      let isFirst = lock.withLock {
        guard waiting[authority] != nil else {
          waiting[authority] = [hand]
          return true
        }
        waiting[authority]?.append(hand)
        return false
      }
      if isFirst { Task { await answer(authority) } }
    }
  }

  /// Asks for as long as somebody waits.
  private func answer(_ authority: Int) async {
    while let those = next(authority) {
      let last = try? await ask(authority)
      for one in those { one.resume(returning: last) }
    }
  }

  private func next(_ authority: Int) -> [CheckedContinuation<Int?, Never>]? {
    lock.withLock {
      guard let those = waiting[authority], !those.isEmpty else {
        waiting[authority] = nil
        return nil
      }
      waiting[authority] = []
      return those
    }
  }
}
