import Crypto
import Practice

/// Rows on their way into a store, in bounded groups: authorities, then tellings, then each table's.
struct ToldGroup: Sendable {
  var authorities: [[Bound]] = []
  var tellings: [[Bound]] = []
  /// By the table's place in the schema, which is an order in which they may be kept.
  var rows: [Int: [[Bound]]] = [:]
  var count = 0
}

/// What was found in an archive when it was read to its end.
public struct ArchiveFound: Sendable {
  public internal(set) var manifest: ArchiveManifest
  public internal(set) var tellings = 0
  public internal(set) var facts = 0
  /// Where the chains stand that were read; earlier than the manifest's where it was read up to an
  /// instant.
  public internal(set) var heads: [Head] = []
  /// False where no key of the seals was at hand, and only the plain digests could be compared.
  public internal(set) var sealsChecked = false
  public internal(set) var broken: [BrokenSeal] = []
}

/// Reads the blocks of an archive in order, checks each telling's digest and seal, and hands on what
/// is to be kept.
final class ArchiveReading {
  private let schema: Schema
  private let key: SealKey?
  private let until: Instant?
  private let emit: (ToldGroup) throws -> Void
  private let progress: (Int) -> Void
  private var found: ArchiveFound?
  private var group = ToldGroup()
  private var hash = SHA256()
  private var tables: [Int: ArchivedTable] = [:]
  private var authority = 0
  private var chain: ChainCheck?
  private var standing: StandingTelling?
  private var digest = ContentDigest()
  private var stated = 0
  /// True from the first telling of an authority that was recorded too late.
  private var isPast = false
  private var total = ArchiveFound(
    manifest: ArchiveManifest(schema: 0, made: Instant(microseconds: 0)))

  /// - Parameter until: what was recorded later, and what was made from it, is left out.
  init(
    _ schema: Schema, key: SealKey?, until: Instant?, progress: @escaping (Int) -> Void,
    emit: @escaping (ToldGroup) throws -> Void
  ) {
    (self.schema, self.key, self.until) = (schema, key, until)
    (self.progress, self.emit) = (progress, emit)
    total.sealsChecked = key != nil
  }

  /// - Throws: `ArchiveCursor.Misread` where the bytes make no sense; `ArchiveRefusal.newerSchema`.
  func read(_ block: [UInt8]) throws {
    try block.withUnsafeBytes { bytes in
      var cursor = ArchiveCursor(bytes)
      var ends = bytes.count
      while !cursor.isAtEnd {
        let begins = cursor.place
        switch try cursor.item() {
        case .schema:
          let version = Int(clamping: try cursor.count())
          guard version <= schema.newest else {
            throw ArchiveRefusal.newerSchema(found: version, known: schema.newest)
          }
        case .table:
          let number = try cursor.length()
          tables[number] = try ArchivedTable(&cursor, schema)
        case .authority: try beginAuthority(&cursor)
        case .telling: try beginTelling(&cursor)
        case .row: try addRow(&cursor)
        case .manifest:
          total.manifest = try ArchiveManifest(&cursor)
          guard cursor.isAtEnd, found == nil else { throw ArchiveCursor.Misread() }
          ends = begins
          try endAuthority()
          found = total
        }
        if group.count >= 4000 { try handOn() }
      }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<ends]))
    }
  }

  /// After the last block: all that was found, or nil where the archive did not come to its end or is
  /// not what its manifest says.
  func end() throws -> ArchiveFound? {
    try handOn()
    guard let found, Array(hash.finalize()) == found.manifest.digest else { return nil }
    if until == nil {
      guard found.tellings == found.manifest.tellings, found.facts == found.manifest.facts,
        found.heads == found.manifest.heads
      else { return nil }
    }
    return found
  }

  private func handOn() throws {
    guard group.count > 0 else { return }
    try emit(group)
    group = ToldGroup()
  }

  private func beginAuthority(_ cursor: inout ArchiveCursor) throws {
    try endAuthority()
    authority = try cursor.length()
    let values = try [cursor.value(), cursor.value(), cursor.value()]
    guard case .text(let code) = values[0] else { throw ArchiveCursor.Misread() }
    group.authorities.append([.integer(Int64(authority))] + values)
    group.count += 1
    chain = ChainCheck(code, key: key)
    isPast = false
  }

  private func endAuthority() throws {
    endTelling()
    if let head = chain?.head { total.heads.append(head) }
    if let broken = chain?.broken { total.broken.append(broken) }
    chain = nil
  }

  private func beginTelling(_ cursor: inout ArchiveCursor) throws {
    endTelling()
    var values: [Bound] = [.integer(Int64(authority))]
    values.reserveCapacity(Book.telling.columns.count)
    for _ in 1..<Book.telling.columns.count { values.append(try cursor.value()) }
    guard let standing = StandingTelling(values), chain != nil else {
      throw ArchiveCursor.Misread()
    }
    if let until, standing.telling.recorded > until { isPast = true }
    guard !isPast else { return }
    self.standing = standing
    group.tellings.append(values)
    group.count += 1
  }

  private func endTelling() {
    guard let standing else { return }
    chain?.follow(standing, found: stated, content: digest.finish(standing.telling))
    total.tellings += 1
    total.facts += stated
    if total.tellings % 5000 == 0 { progress(total.tellings) }
    digest = ContentDigest()
    stated = 0
    self.standing = nil
  }

  private func addRow(_ cursor: inout ArchiveCursor) throws {
    guard let table = tables[try cursor.length()] else { throw ArchiveCursor.Misread() }
    if !table.table.isTold { endTelling() }
    let isLeftOut =
      table.table.isTold ? isPast : until != nil && table.table.nature == .derived
    if isLeftOut { return try table.skip(&cursor) }
    guard !table.table.isTold || standing != nil else { throw ArchiveCursor.Misread() }
    let row = try table.row(&cursor, authority: authority, telling: standing?.seq ?? 0)
    if table.table.isTold {
      digest.add(table.table, row)
      stated += 1
    }
    group.rows[table.place, default: []].append(row)
    group.count += 1
  }
}

/// A table as an archive declares it, beside the one of today's schema.
private struct ArchivedTable {
  let table: Table
  /// Its place in the schema.
  let place: Int
  /// For each column of the table, what stands there.
  private var sources: [Source] = []
  private var kept = 0

  private enum Source { case authority, telling, value, none }

  init(_ cursor: inout ArchiveCursor, _ schema: Schema) throws {
    let name = try cursor.text()
    let tables = schema.tables
    guard let place = tables.firstIndex(where: { $0.name == name }) else {
      throw ArchiveCursor.Misread()
    }
    table = tables[place]
    self.place = place
    var there: Set<String> = []
    for _ in 0..<(try cursor.length()) {
      let (name, kind) = (try cursor.text(), try cursor.byte())
      guard let column = table.columns.first(where: { $0.name == name }),
        column.kind.archiveNumber == kind
      else { throw ArchiveCursor.Misread() }
      if table.isKept(column) {
        there.insert(name)
        kept += 1
      }
    }
    for column in table.columns {
      if column.name == "authority" {
        sources.append(.authority)
      } else if !table.isKept(column) {
        sources.append(.telling)
      } else {
        sources.append(there.contains(column.name) ? .value : .none)
      }
    }
  }

  func skip(_ cursor: inout ArchiveCursor) throws {
    for _ in 0..<kept { try cursor.skip() }
  }

  /// All columns as the engine keeps them. Columns keep their order from version to version.
  func row(_ cursor: inout ArchiveCursor, authority: Int, telling: Int) throws -> [Bound] {
    var row: [Bound] = []
    row.reserveCapacity(sources.count)
    for source in sources {
      switch source {
      case .authority: row.append(.integer(Int64(authority)))
      case .telling: row.append(.integer(Int64(telling)))
      case .value: row.append(try cursor.value())
      case .none: row.append(.null)
      }
    }
    return row
  }
}
