public import Practice

/// A fact about to be told: a row of a table, without the columns that the telling adds.
public struct FactRow: Sendable {
  public let table: Table
  public let id: Bound
  public let supersedes: Bound
  public let because: Bound
  public let withdrawn: Bool
  public let values: [Bound]

  /// A fact of its own, or one that takes the place of `supersedes`.
  /// - Parameter values: the table's own columns, in order.
  public init<Of>(
    _ table: Table, id: ID<Of>, supersedes: ID<Fact>? = nil, because: String? = nil,
    withdrawn: Bool = false, _ values: [Bound]
  ) {
    self.table = table
    self.id = id.bound
    self.supersedes = supersedes.bound
    self.because = because.bound
    self.withdrawn = withdrawn
    self.values = values
  }

  /// Part of another fact of the same telling.
  public init(partIn table: Table, _ values: [Bound]) {
    self.table = table
    id = .null
    supersedes = .null
    because = .null
    withdrawn = false
    self.values = values
  }

  /// All columns as the engine keeps them.
  func columns(authority: Int, telling: Int) -> [Bound] {
    var row: [Bound] = []
    row.reserveCapacity(values.count + 6)
    row.append(.integer(Int64(authority)))
    switch table.nature {
    case .fact:
      row.append(id)
      row.append(.integer(Int64(telling)))
      row.append(supersedes)
      row.append(because)
      row.append(.flag(withdrawn))
    case .part, .derived, .door: break
    }
    row.append(contentsOf: values)
    if table.nature == .part {
      row.insert(.integer(Int64(telling)), at: table.place(of: "telling") ?? row.count)
    }
    return row
  }
}
