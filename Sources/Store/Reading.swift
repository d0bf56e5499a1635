/// Questions to the store at one moment: what one reading answers belongs together.
public struct Reading {
  let session: any Session
  /// True where what the transaction has told itself need not be seen.
  var isOfBefore = false

  /// Calls `row` for each row of the answer, in its order, without keeping any.
  public func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    if isOfBefore { try session.eachOfBefore(sql, row) } else { try session.each(sql, row) }
  }

  /// As `each`, for answers of any length: never all of one is held at once.
  public func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try session.eachOfMany(sql, row)
  }

  public func all<T>(_ sql: SQL, _ value: (Row) throws -> T) throws -> [T] {
    var values: [T] = []
    try each(sql) { values.append(try value($0)) }
    return values
  }

  /// The first row's value, or nil where there is none.
  public func first<T>(_ sql: SQL, _ value: (Row) throws -> T) throws -> T? {
    var found: T?
    try each(sql) { row in
      if found == nil { found = try value(row) }
    }
    return found
  }

  /// The whole number in the first column of the first row; 0 where there is no row.
  public func count(_ sql: SQL) throws -> Int {
    try first(sql) { $0.int(0) } ?? 0
  }
}
