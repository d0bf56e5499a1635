public import Practice

/// Where what was told is kept: facts in, facts out, sealed in the order they were told.
public final class Store: Sendable {
  let engine: any Engine
  let schema: Schema
  /// Nil where there is none: then the store is read, checked and copied, and nothing can be told.
  let key: SealKey?
  /// Where the store is, as it was named.
  public let location: String

  /// Opens the store at `location`, makes it where there is none, and brings its schema up to date.
  /// - Parameters:
  ///   - location: the path of a file.
  ///   - key: of the seals; nil reads it from beside the file, and makes one for a store in which
  ///     nothing was told yet. A store that has lost its key gets no other: its chain would be of two
  ///     keys from there on.
  /// - Throws: `StoreRefusal`.
  public static func open(
    at location: String, schema: Schema, key: SealKey? = nil, now: Instant
  ) async throws -> Store {
    let engine = try SQLiteEngine(path: location)
    do {
      let found = try key ?? KeyFile.existing(beside: location)
      let store = Store(engine: engine, schema: schema, key: found, location: location)
      try await store.migrate(now: now)
      guard found == nil else { return store }
      let told = try await store.read { try $0.count("SELECT count(*) FROM telling") }
      guard told == 0 else {
        // Lost, or made by somebody else while this was opened.
        return Store(
          engine: engine, schema: schema, key: try KeyFile.existing(beside: location),
          location: location)
      }
      return Store(
        engine: engine, schema: schema, key: try KeyFile.make(beside: location),
        location: location)
    } catch {
      try? engine.close()
      throw error
    }
  }

  /// Opens the store at `location` for reading alone: nothing of it, and nothing beside it, is made
  /// or changed.
  /// - Parameter isResting: true for a backup, which nobody writes to meanwhile: it is then read
  ///   even where nothing may be written.
  /// - Throws: `StoreRefusal`.
  public static func inspect(
    at location: String, schema: Schema, isResting: Bool = false
  ) async throws -> Store {
    let engine = try SQLiteEngine(reading: location, isResting: isResting)
    let key = try KeyFile.existing(beside: location)
    let store = Store(engine: engine, schema: schema, key: key, location: location)
    let standing = try await store.standingVersion()
    guard standing > 0 else { throw StoreRefusal.notAStore(location) }
    guard standing <= schema.newest else {
      throw StoreRefusal.newerSchema(found: standing, known: schema.newest)
    }
    // An earlier version is not brought up to date: it has the tables that it has.
    return Store(
      engine: engine,
      schema: Schema(
        schema.versions.filter { $0.number <= standing }, passing: schema.passing),
      key: key, location: location)
  }

  /// True where something can be told: where there is a key to seal it with.
  public var canSeal: Bool { key != nil }

  init(engine: any Engine, schema: Schema, key: SealKey?, location: String) {
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
    let (key, location) = (key, location)
    return try await engine.write { session in
      try body(Writing(session: session, key: key, location: location))
    }
  }

  public func close() throws { try engine.close() }
}

extension Store {
  /// Adds an authority whose records this store will hold.
  /// - Throws: `StoreRefusal.authorityThere` where the store holds it already.
  public func addAuthority(code: String, name: String, now: Instant) async throws -> Authority {
    try await write { writing in
      guard try writing.reading.count("SELECT count(*) FROM authority WHERE code = \(code)") == 0
      else { throw StoreRefusal.authorityThere(code) }
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
