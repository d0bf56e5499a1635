/// Whoever wants to know how long the store takes and how much is told, without knowing what.
public protocol StoreObserver: Sendable {
  /// Calls `body` once and gives back what it gives.
  func reading<T: Sendable>(_ body: () async throws -> T) async throws -> T

  /// Calls `body` once and gives back its value.
  /// - Parameter body: gives its value, and how many tellings it has kept.
  func writing<T: Sendable>(
    _ body: () async throws -> (value: T, tellings: Int)
  ) async throws -> T
}

extension Store {
  /// The same store, whose readings and writings `observer` is told of.
  public func observed(by observer: any StoreObserver) -> Store {
    Store(
      engine: engine, schema: schema, key: key, location: location, keeping: keeping, scope: scope,
      observer: observer, memory: memory, isReadOnly: isReadOnly)
  }
}
