extension SQLiteEngine {
  /// How changes reach the disk: `wal` for a write-ahead log.
  func journal() async throws -> String? {
    try await read(for: nil) { session in
      try Reading(session: session).first("PRAGMA journal_mode") { $0.text(0) } ?? "unknown"
    }
  }
}
