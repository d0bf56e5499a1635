import Foundation

/// The last telling of an authority, asked of the server for all who wait for it at once: while one
/// answer is on its way, whoever comes after it was asked shares the next.
final class PostgreSQLGlimpse: @unchecked Sendable {
  private let lock = NSLock()
  private var waiting: [Int: [CheckedContinuation<Int, any Error>]] = [:]
  private let ask: @Sendable (Int) async throws -> Int

  /// - Parameter ask: asks the server for the last telling of an authority.
  init(asking ask: @escaping @Sendable (Int) async throws -> Int) { self.ask = ask }

  /// - Throws: what keeps the server from being asked, once for all who wait.
  func lastTelling(of authority: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { hand in
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
      let last: Result<Int, any Error>
      do { last = .success(try await ask(authority)) } catch { last = .failure(error) }
      for one in those { one.resume(with: last) }
    }
  }

  private func next(_ authority: Int) -> [CheckedContinuation<Int, any Error>]? {
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
