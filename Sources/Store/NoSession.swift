import Practice

/// Stands in for a session where memory alone is asked: whatever is not there ends the attempt.
final class NoSession: Session {
  struct NotInMemory: Error {}

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws { throw NotInMemory() }
  func eachOfMany(_ sql: SQL, _ row: (Row) throws -> Void) throws { throw NotInMemory() }
  func eachOfBefore(_ sql: SQL, _ row: (Row) throws -> Void) throws { throw NotInMemory() }
  func run(_ sql: SQL) throws -> Int { throw NotInMemory() }
  func insert(_ table: Table, _ values: [Bound]) throws { throw NotInMemory() }
  func insertUnlessThere(_ table: Table, _ values: [Bound]) throws { throw NotInMemory() }
  func takeTurn(authority: Int, asking sql: SQL, _ row: (Row) throws -> Void) throws {
    throw NotInMemory()
  }
  func found(
    _ table: Table, _ asked: WordsAsked, goingOn: Bool, authority: Int, before: FoundFact?,
    most: Int
  ) throws -> [FoundFact] { throw NotInMemory() }
  func putOff() throws { throw NotInMemory() }
  func settle(_ tables: [Table]) throws { throw NotInMemory() }
}
