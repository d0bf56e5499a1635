import CPostgreSQL

/// Rows on their way into one table, in the server's own binary form.
struct PostgreSQLCopy: Sendable {
  let table: String
  let rows: [[Bound]]
  /// True where the table has grown so much that the server should count it anew.
  let counts: Bool

  private var statement: String { "COPY \"\(table)\" FROM STDIN (FORMAT binary)" }

  private static let header =
    Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)
  private static let end: [UInt8] = [0xff, 0xff]

  /// Sends them over a connection that nobody else uses meanwhile, and waits until they are there.
  func send(_ handle: OpaquePointer) throws {
    var bytes = PostgreSQLParameters()
    for row in rows {
      bytes.write(Int16(row.count))
      for value in row { bytes.writeWithLength(value) }
    }
    try Self.finish(PQexec(handle, statement), PGRES_COPY_IN, handle, statement)
    for piece in [Self.header, bytes.bytes, Self.end] {
      let sent = piece.withUnsafeBytes {
        PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
      }
      guard sent == 1 else { throw PostgreSQLFailure(on: handle, statement) }
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw PostgreSQLFailure(on: handle, statement) }
    var first: (any Error)?
    while let result = PQgetResult(handle) {
      do {
        try Self.finish(result, PGRES_COMMAND_OK, handle, statement)
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
    guard counts else { return }
    // The server knows nothing of rows that are not kept yet, and would read a table that was empty a
    // moment ago from end to end.
    // Where another authority's import is having it counted, that is not waited for.
    let counting = "ANALYZE (SKIP_LOCKED) \"\(table)\""
    try Self.finish(PQexec(handle, counting), PGRES_COMMAND_OK, handle, counting)
  }

  private static func finish(
    _ result: OpaquePointer?, _ wanted: ExecStatusType, _ handle: OpaquePointer, _ statement: String
  ) throws {
    guard let result else { throw PostgreSQLFailure(on: handle, statement) }
    defer { PQclear(result) }
    guard PQresultStatus(result) == wanted else { throw PostgreSQLFailure(result, statement) }
  }
}
