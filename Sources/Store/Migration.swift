import Practice

extension Store {
  /// Brings the schema up to the newest version: from nothing or from any earlier one, each version
  /// in a transaction of its own, so that a halt in between leaves a whole earlier version.
  /// - Throws: `StoreRefusal.newerSchema` where a newer Kith has been here.
  func migrate(now: Instant) async throws {
    let standing = try await standingVersion()
    guard standing <= schema.newest else {
      throw StoreRefusal.newerSchema(found: standing, known: schema.newest)
    }
    for version in schema.versions where version.number > standing {
      let (engine, isFirst) = (engine, version.number == schema.versions.first?.number)
      try await engine.write(for: nil) { session in
        try session.takeTurn(authority: 0, asking: "SELECT 1") { _ in }
        if isFirst {
          _ = try session.run(
            """
            CREATE TABLE IF NOT EXISTS schema_version
            (number BIGINT PRIMARY KEY, applied BIGINT NOT NULL)
            """)
        }
        // Asked again now that nobody else can write: another program may have been here first.
        let reached = try Reading(session: session).count(
          "SELECT coalesce(max(number), 0) FROM schema_version")
        guard reached < version.number else { return }
        if isFirst {
          for statement in engine.preparing() { _ = try session.run(SQL(made: statement)) }
          for table in [Book.authority, Book.telling] {
            for statement in engine.creating(table) { _ = try session.run(SQL(made: statement)) }
          }
        }
        for table in version.creates {
          for statement in engine.creating(table) { _ = try session.run(SQL(made: statement)) }
        }
        for (table, column) in version.adds {
          for statement in engine.adding(column, to: table) {
            _ = try session.run(SQL(made: statement))
          }
        }
        _ = try session.run(
          "INSERT INTO schema_version VALUES (\(version.number), \(now.microseconds))")
      }
    }
  }

  /// The version that the store stands at; 0 for an empty one.
  func standingVersion() async throws -> Int {
    let tables = try await engine.tables()
    guard tables.contains("schema_version") else {
      guard tables.isEmpty else { throw StoreRefusal.notAStore(location) }
      return 0
    }
    return try await read { reading in
      try reading.count("SELECT max(number) FROM schema_version")
    }
  }
}
