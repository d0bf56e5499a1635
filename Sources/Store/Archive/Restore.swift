public import Practice

extension Store {
  /// Makes the store at `location` from a backup: all of it, or what was recorded up to `until`. Each
  /// telling's digest is compared, each seal where the key is beside the new store, and at the end
  /// where the chains stand.
  /// - Parameters:
  ///   - folder: where the key of a database's seals is; that of a file is beside it.
  ///   - key: that the backup was made with.
  ///   - until: what was recorded later is left out; accounts come along as they are.
  ///   - seals: the key of the seals; nil looks for it beside the new store.
  ///   - deriving: makes what is kept of an authority for speed from its facts, where the backup's
  ///     own was made from later ones too.
  /// - Throws: `ArchiveRefusal`, `StoreRefusal`; nothing is left at `location` then.
  public static func restore(
    _ backup: String, key: BackupKey, to location: String, keeping folder: String = "data",
    schema: Schema, until: Instant? = nil,
    seals: SealKey? = nil, now: Instant,
    deriving: @escaping @Sendable (Writing, Authority) throws -> Void,
    progress: @escaping @Sendable (_ tellings: Int) -> Void
  ) async throws -> Filled {
    // Looked at before anything is made: most mistakes are a wrong path or key.
    _ = try ArchiveFile(.store, reading: backup, key)
    let seals = try seals ?? KeyFile.existing(beside: Place(location, keeping: folder).keeping)
    let place = try await EmptyPlace(at: location, keeping: folder, schema, now: now)
    return try await place.fill(until: until, deriving: deriving) { emit in
      let found = try unpack(backup, key, seals, schema, until: until, progress, emit: emit)
      if let until, found.tellings == 0, found.manifest.tellings > 0 {
        throw ArchiveRefusal.beforeTheFirst(until)
      }
      return found
    }
  }

  /// Puts all that this store holds at one moment into an empty one, of whatever engine, through the
  /// same stream as a backup and without a file in between.
  public func move(
    to location: String, keeping folder: String = "data", now: Instant,
    progress: @escaping @Sendable (_ tellings: Int) -> Void
  ) async throws -> Filled {
    let place = try await EmptyPlace(at: location, keeping: folder, schema, now: now)
    let (schema, seals) = (schema, key)
    let blocks = Hatch<[UInt8]>(room: 3)
    // The other side has to be waiting before this one reads, which may take the only thread there is.
    let (begun, begin) = AsyncStream<Void>.makeStream()
    async let filling = place.fill(until: nil, deriving: nil) { emit in
      begin.finish()
      let reading = ArchiveReading(
        schema, key: seals, until: nil, progress: progress, emit: emit)
      do {
        while let block = try blocks.take() { try reading.read(block) }
        guard let found = try reading.end() else { throw ArchiveCursor.Misread() }
        return found
      } catch {
        blocks.fail(error)
        throw error
      }
    }
    for await _ in begun {}
    do {
      try await read { reading in
        var writing = ArchiveWriting(schema, made: now) { try blocks.put($0) }
        try blocks.put(try writing.write(reading) { _ in }.last)
      }
      blocks.end()
    } catch {
      blocks.fail(error)
      _ = try await filling
      throw error
    }
    return try await filling
  }
}
