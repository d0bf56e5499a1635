import Practice
import Store

extension Reading {
  /// The values of the facts that hold, in the order in which they were told: what nothing in the
  /// answer supersedes, and what was not withdrawn.
  ///
  /// `sql` begins with the columns `id, supersedes, withdrawn`, and asks for all facts of whatever
  /// it asks about, so that none comes without the fact that supersedes it. It has no order: an
  /// engine that is asked to sort many people's facts by their ids reads the whole table to do so.
  func holding<Value>(_ sql: SQL, _ value: (Row) throws -> Value) throws -> [Value] {
    var facts: [(id: ID<Fact>, value: Value)] = []
    facts.reserveCapacity(8)
    var superseded: Set<ID<Fact>> = []
    var isInOrder = true
    try each(sql) { row in
      if !row.isNull(1) { superseded.insert(row.id(1)) }
      guard !row.flag(2) else { return }
      let id: ID<Fact> = row.id(0)
      if let last = facts.last, id < last.id { isInOrder = false }
      facts.append((id, try value(row)))
    }
    if !superseded.isEmpty { facts.removeAll { superseded.contains($0.id) } }
    if !isInOrder { facts.sort { $0.id < $1.id } }
    return facts.map(\.value)
  }
}
