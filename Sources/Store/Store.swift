public import Practice

/// Where what was told is kept: facts in, facts out, sealed in the order they were told.
public final class Store: Sendable {
  let engine: any Engine
  let schema: Schema
  /// Nil where there is none: then the store is read, checked and copied, and nothing can be told.
  let key: SealKey?
  /// Where the store is, as it was named; of a server's address without the password.
  public let location: String
  /// Beside what its key and the heads of its chains are kept: the file, or a name in the data folder.
  let keeping: String
  /// The authority whose rows alone are seen; nil for work on the whole store.
  let scope: Int?
  let observer: (any StoreObserver)?
  let memory: Memory
  /// What was asked already for the page that this store is handed to.
  let glance: Glance?

  /// True for a store that was opened for reading alone: nothing can be told.
  public let isReadOnly: Bool

  /// Opens the store at `location`, makes it where there is none, and brings its schema up to date.
  /// - Parameters:
  ///   - location: the path of a file, or the address of a database: `postgres://kith@host/kith`.
  ///   - folder: where the key and the heads of a database's chains are kept; those of a file are
  ///     always beside it.
  ///   - key: of the seals; nil reads it from its file, and makes one for a store in which
  ///     nothing was told yet. A store that has lost its key gets no other: its chain would be of two
  ///     keys from there on.
  /// - Throws: `StoreRefusal`.
  public static func open(
    at location: String, keeping folder: String = "data", schema: Schema, key: SealKey? = nil,
    now: Instant
  ) async throws -> Store {
    let place = try Place(location, keeping: folder)
    let found = try key ?? KeyFile.existing(beside: place.keeping)
    let engine = try place.engine(schema)
    func store(_ key: SealKey?) -> Store {
      Store(engine: engine, schema: schema, key: key, location: place.shown, keeping: place.keeping)
    }
    do {
      if place.isServer, let bar = try await engine.barToWriting() { throw bar }
      let opened = store(found)
      try await opened.migrate(now: now)
      guard found == nil else { return opened }
      let told = try await opened.read { try $0.count("SELECT count(*) FROM telling") }
      // A key may have been lost, or made by somebody else while this was opened.
      return store(
        told == 0
          ? try KeyFile.make(beside: place.keeping)
          : try KeyFile.existing(beside: place.keeping))
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
    at location: String, keeping folder: String = "data", schema: Schema, isResting: Bool = false
  ) async throws -> Store {
    let place = try Place(location, keeping: folder)
    let engine = try place.readingEngine(schema, isResting: isResting)
    func store(_ schema: Schema) throws -> Store {
      Store(
        engine: engine, schema: schema, key: try KeyFile.existing(beside: place.keeping),
        location: place.shown, keeping: place.keeping, isReadOnly: true)
    }
    let standing = try await store(schema).standingVersion()
    guard standing > 0 else { throw StoreRefusal.notAStore(place.shown) }
    guard standing <= schema.newest else {
      throw StoreRefusal.newerSchema(found: standing, known: schema.newest)
    }
    // An earlier version is not brought up to date: it has the tables that it has.
    return try store(
      Schema(
        schema.versions.filter { $0.number <= standing }, passing: schema.passing,
        news: schema.news))
  }

  /// True where there is a key to seal with what is told.
  public var canSeal: Bool { key != nil }

  init(
    engine: any Engine, schema: Schema, key: SealKey?, location: String, keeping: String,
    scope: Int? = nil, observer: (any StoreObserver)? = nil, memory: Memory = Memory(),
    glance: Glance? = nil, isReadOnly: Bool = false
  ) {
    self.isReadOnly = isReadOnly
    self.glance = glance
    self.engine = engine
    self.schema = schema
    self.key = key
    self.location = location
    self.keeping = keeping
    self.scope = scope
    self.observer = observer
    self.memory = memory
  }

  /// The same store as one authority sees it. On a server no other authority's rows are read or
  /// written through it, even by a statement that forgets to say whose it means.
  public func of(_ authority: Authority) -> Store {
    Store(
      engine: engine, schema: schema, key: key, location: location, keeping: keeping,
      scope: authority.number, observer: observer, memory: memory, isReadOnly: isReadOnly)
  }

  /// Answers from the store as it stood at one moment.
  public func read<T: Sendable>(
    _ body: @escaping @Sendable (Reading) throws -> T
  ) async throws -> T {
    let (memory, tables, engine) = (memory, schema.told, engine)
    let all: @Sendable (any Session) throws -> T = { session in
      try body(Reading(session: session, moment: Moment(memory, tables, age: engine.age)))
    }
    guard let observer else { return try await engine.read(for: scope, all) }
    return try await observer.reading { try await engine.read(for: scope, all) }
  }

  /// All of `body` or nothing; durable when it returns.
  public func write<T: Sendable>(
    _ body: @escaping @Sendable (Writing) throws -> T
  ) async throws -> T {
    guard let observer else { return try await noted(body).value }
    return try await observer.writing { try await noted(body) }
  }

  /// Writes, and notes what was told before anybody is answered.
  private func noted<T: Sendable>(
    _ body: @escaping @Sendable (Writing) throws -> T
  ) async throws -> (value: T, tellings: Int) {
    let (key, keeping) = (key, keeping)
    memory.beginWriting()
    defer { memory.endWriting() }
    let memory = memory
    let (value, told) = try await engine.write(for: scope) { session in
      let writing = Writing(session: session, key: key, keeping: keeping)
      return (try body(writing), writing.tellings)
    } kept: {
      memory.note($0.1)
    }
    return (value, told.count)
  }

  public func close() throws { try engine.close() }

  /// Answers from memory alone where it holds all that `body` asks for, without a reading; otherwise from
  /// the store. `body` may begin twice: it asks, and does nothing else.
  public func recall<T: Sendable>(
    of authority: Int, _ body: @escaping @Sendable (Reading) throws -> T
  ) async throws -> T {
    if let last = try await lastTelling(of: authority),
      memory.isComplete(authority, at: last, age: engine.age)
    {
      let moment = Moment(memory, schema.told, age: engine.age, at: last, of: authority)
      do {
        return try body(Reading(session: NoSession(), moment: moment))
      } catch is NoSession.NotInMemory {}
    }
    return try await read(body)
  }

  /// As `Reading.kept`, where nothing else is asked in the same reading.
  public func kept<Value: Sendable>(
    _ kind: Value.Type, of id: ID<some Any>, authority: Int,
    weight: @escaping @Sendable (Value) -> Int,
    where isGood: @escaping @Sendable (Value) -> Bool = { _ in true },
    _ find: @escaping @Sendable (Reading) throws -> Value?
  ) async throws -> Value? {
    try await recall(of: authority) {
      try $0.kept(kind, of: id, authority: authority, weight: weight, where: isGood, find)
    }
  }
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
