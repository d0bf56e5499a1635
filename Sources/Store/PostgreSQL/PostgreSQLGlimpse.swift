import Foundation

/// Where an authority stands, asked of the server for all who wait for it at once: while one answer is
/// on its way, whoever comes after it was asked shares the next.
final class PostgreSQLGlimpse: @unchecked Sendable {
  private let lock = NSLock()
  private var waiting: [Int: [CheckedContinuation<Glimpse, any Error>]] = [:]
  private let ask: @Sendable (Int) async throws -> Glimpse

  /// - Parameter ask: asks the server where an authority stands.
  init(asking ask: @escaping @Sendable (Int) async throws -> Glimpse) { self.ask = ask }

  /// - Throws: what keeps the server from being asked, once for all who wait.
  func glimpse(of authority: Int) async throws -> Glimpse {
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
      let found: Result<Glimpse, any Error>
      do { found = .success(try await ask(authority)) } catch { found = .failure(error) }
      for one in those { one.resume(with: found) }
    }
  }

  private func next(_ authority: Int) -> [CheckedContinuation<Glimpse, any Error>]? {
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
