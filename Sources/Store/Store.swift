public import Practice

/// Where what was told is kept: facts in, facts out, sealed in the order they were told.
public final class Store: Sendable {
  let engine: any Engine
  let schema: Schema
  let key: SealKey
  /// Where the store is, as it was named.
  public let location: String

  /// Opens the store at `location`, makes it where there is none, and brings its schema up to date.
  /// - Parameters:
  ///   - location: the path of a file.
  ///   - key: of the seals; nil reads it from beside the file, and makes one for a new store.
  /// - Throws: `StoreRefusal`.
  public static func open(
    at location: String, schema: Schema, key: SealKey? = nil, now: Instant
  ) async throws -> Store {
    let key = try key ?? KeyFile.key(beside: location)
    let store = Store(
      engine: try SQLiteEngine(path: location), schema: schema, key: key, location: location)
    try await store.migrate(now: now)
    return store
  }

  init(engine: any Engine, schema: Schema, key: SealKey, location: String) {
    self.engine = engine
    self.schema = schema
    self.key = key
    self.location = location
  }

  /// Answers from the store as it stood at one moment.
  public func read<T: Sendable>(_ body: @Sendable (Reading) throws -> T) async throws -> T {
    try await engine.read { session in try body(Reading(session: session)) }
  }

  /// All of `body` or nothing; durable when it returns.
  public func write<T: Sendable>(
    _ body: @escaping @Sendable (Writing) throws -> T
  ) async throws -> T {
    let key = key
    return try await engine.write { session in try body(Writing(session: session, key: key)) }
  }

  public func close() throws { try engine.close() }
}

extension Store {
  /// Adds an authority whose records this store will hold.
  public func addAuthority(code: String, name: String, now: Instant) async throws -> Authority {
    try await write { writing in
      let number = try writing.reading.count("SELECT coalesce(max(authority), 0) FROM authority")
      try writing.insert(
        Book.authority, authority: number + 1, [.text(code), .text(name), now.bound])
      return Authority(number: number + 1, code: code, name: name)
    }
  }

  public func authorities() async throws -> [Authority] {
    try await read { reading in
      try reading.all("SELECT authority, code, name FROM authority ORDER BY authority") { row in
        Authority(number: row.int(0), code: row.text(1), name: row.text(2))
      }
    }
  }

  /// The authority with this code, or the only one there is where `code` is nil.
  public func authority(_ code: String?) async throws -> Authority {
    let all = try await authorities()
    if let code {
      guard let found = all.first(where: { $0.code == code }) else {
        throw StoreRefusal.noSuchAuthority(code)
      }
      return found
    }
    guard let only = all.first, all.count == 1 else {
      throw StoreRefusal.severalAuthorities(all.map(\.code))
    }
    return only
  }
}
