import Practice

/// What was put into a store that was empty before.
public struct Filled: Sendable {
  public let found: ArchiveFound
  /// Where the chains of the new store stand.
  public let heads: [Head]
}

/// A store that is being filled. A store of one file is made under another name and stands under its
/// own only when it is whole; any other has to be there and empty, and is filled in one transaction.
struct EmptyPlace {
  let store: Store
  private let unfinished: Unfinished?

  /// - Throws: `StoreRefusal.alreadyThere` where there is a store, or what is left of one and would
  ///   be read into this one; `ArchiveRefusal.notEmpty`.
  init(
    at location: String, keeping folder: String, _ schema: Schema, now: Instant
  ) async throws {
    if try Place(location, keeping: folder).isServer {
      unfinished = nil
      store = try await Store.open(at: location, keeping: folder, schema: schema, now: now)
      let rows = try await store.read { reading in
        try reading.count("SELECT count(*) FROM authority")
          + reading.count("SELECT count(*) FROM telling")
      }
      guard rows == 0 else {
        try? store.close()
        throw ArchiveRefusal.notEmpty(store.location)
      }
      return
    }
    for tail in ["", "-wal", "-shm", "-journal"] where Disk.holds(location + tail) {
      throw StoreRefusal.alreadyThere(location + tail)
    }
    let file = try Unfinished(for: location)
    unfinished = file
    do {
      store = Store(
        engine: try SQLiteEngine(filling: file.path), schema: schema, key: nil, location: location,
        keeping: location)
      try await store.migrate(now: now)
    } catch {
      file.abandon()
      throw error
    }
  }

  /// Puts everything that `source` hands on into the store, and keeps it all or nothing.
  func fill(
    until: Instant?, deriving: (@Sendable (Writing, Authority) throws -> Void)?,
    _ source:
      @escaping @Sendable (_ emit: @escaping (ToldGroup) throws -> Void) throws ->
      ArchiveFound
  ) async throws -> Filled {
    let (schema, keeping) = (store.schema, store.keeping)
    do {
      let found = try await store.engine.write(for: nil) { session in
        let tables = [Book.authority, Book.telling] + schema.tables
        try session.putOff()
        let filling = Filling(session, schema, checksReferences: until != nil)
        let found = try Self.handedOver(source) { try filling.keep($0) }
        if until != nil, let deriving {
          let writing = Writing(session: session, key: nil, keeping: keeping)
          for authority in filling.authorities { try deriving(writing, authority) }
        }
        try session.settle(tables)
        return found
      }
      let heads = try await store.heads()
      guard heads == found.heads else { throw ArchiveRefusal.otherHeads(heads, found.heads) }
      try store.close()
      try unfinished?.finish()
      return Filled(found: found, heads: heads)
    } catch {
      try? store.close()
      unfinished?.abandon()
      throw error
    }
  }

  /// Reads on a second thread what is kept on this one.
  private static func handedOver(
    _ source:
      @escaping @Sendable (_ emit: @escaping (ToldGroup) throws -> Void) throws ->
      ArchiveFound, _ keep: (ToldGroup) throws -> Void
  ) throws -> ArchiveFound {
    let hatch = Hatch<ToldGroup>(room: 3)
    let reading = SecondHand {
      do {
        let found = try source { try hatch.put($0) }
        if let broken = found.broken.first { throw ArchiveRefusal.broken(broken) }
        hatch.end()
        return found
      } catch {
        hatch.fail(error)
        throw error
      }
    }
    do {
      while let group = try hatch.take() { try keep(group) }
    } catch {
      hatch.fail(error)
      _ = try? reading.wait()
      throw error
    }
    return try reading.wait()
  }
}

/// Keeps rows as they were kept before: with their ids, their order and their seals.
final class Filling {
  private let session: any Session
  private let tables: [Table]
  private let checksReferences: Bool
  private(set) var authorities: [Authority] = []

  /// - Parameter checksReferences: an account may belong to somebody who was told of later than what
  ///   is kept; it then comes along without that.
  init(_ session: any Session, _ schema: Schema, checksReferences: Bool) {
    self.session = session
    tables = schema.tables
    self.checksReferences = checksReferences
  }

  func keep(_ group: ToldGroup) throws {
    for row in group.authorities {
      if case .integer(let number) = row[0], case .text(let code) = row[1],
        case .text(let name) = row[2]
      {
        authorities.append(Authority(number: Int(number), code: code, name: name))
      }
    }
    try session.insert(Book.authority, rows: group.authorities)
    try session.insert(Book.telling, rows: group.tellings)
    for (place, table) in tables.enumerated() {
      guard var rows = group.rows[place] else { continue }
      if checksReferences, table.nature == .door { rows = try rows.map { try standing($0, table) } }
      try session.insert(table, rows: rows)
    }
  }

  private func standing(_ row: [Bound], _ table: Table) throws -> [Bound] {
    var row = row
    for (place, column) in table.columns.enumerated() where column.optional {
      guard let parent = column.references, row[place] != .null else { continue }
      let there = try Reading(session: session).count(
        SQL(
          made: "SELECT count(*) FROM \"\(parent)\" WHERE authority = $1 AND id = $2",
          [row[0], row[place]]))
      if there == 0 { row[place] = .null }
    }
    return row
  }
}
