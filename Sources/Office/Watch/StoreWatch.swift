import Store
import Tracing

/// Times the store, counts what is told, and puts each reading and writing in a span of its own where
/// somebody has brought a tracer.
struct StoreWatch: StoreObserver {
  let tallies: Tallies
  let tracer: (any Tracer)?

  func reading<T: Sendable>(_ body: () async throws -> T) async throws -> T {
    let began = ContinuousClock.now
    do {
      let value = try await span("store read", body)
      tallies.read(took: (ContinuousClock.now - began).nanoseconds, failed: false)
      return value
    } catch {
      tallies.read(took: (ContinuousClock.now - began).nanoseconds, failed: true)
      throw error
    }
  }

  func writing<T: Sendable>(
    _ body: () async throws -> (value: T, tellings: Int)
  ) async throws -> T {
    let began = ContinuousClock.now
    do {
      let (value, tellings) = try await span("store write", body)
      tallies.wrote(
        tellings: tellings, took: (ContinuousClock.now - began).nanoseconds, failed: false)
      return value
    } catch {
      tallies.wrote(tellings: 0, took: (ContinuousClock.now - began).nanoseconds, failed: true)
      throw error
    }
  }

  private func span<T>(_ name: String, _ body: () async throws -> T) async throws -> T {
    guard let tracer else { return try await body() }
    return try await tracer.withSpan(name, ofKind: .client) { _ in try await body() }
  }
}
