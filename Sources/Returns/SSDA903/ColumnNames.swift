/// Finds out which table a row of column names belongs to, and where each of its columns stands.
struct ColumnNames {
  /// The names in capitals, as they stand.
  let names: [String]

  init(_ cells: UnsafeBufferPointer<Cell>) {
    names = cells.map { $0.trimmed.text(limit: 100).uppercased() }
  }

  init(names: [String]) { self.names = names }

  /// The table most of whose columns are here; a file's name decides between equals. Nil where no
  /// table's own column is here, or next to nothing else of it.
  func table(fileName: String) -> Table? {
    let here = Set(names)
    let hinted = Table.hinted(by: fileName)
    var best: (table: Table, found: Int, missing: Int)?
    for table in Table.allCases where here.contains(table.mark) || hinted == table {
      let columns = table.fields.map(\.name)
      let found = columns.count { here.contains($0) }
      let own = columns.count { here.contains($0) && $0 != "CHILD" && $0 != "DOB" }
      guard own >= 1, found >= 2 else { continue }
      let missing = columns.count - found
      let better: Bool =
        if let best {
          (found, -missing, table == hinted ? 1 : 0)
            > (best.found, -best.missing, best.table == hinted ? 1 : 0)
        } else { true }
      if better { best = (table, found, missing) }
    }
    return best?.table
  }

  /// For each field of the table the place of its column, or -1. Tells of columns that are
  /// missing, stand twice or belong to no table.
  func places(of table: Table, log: FaultLog, line: Int) -> [Int] {
    let fields = table.fields
    for (place, name) in names.enumerated() where !name.isEmpty {
      if !fields.contains(where: { $0.name == name }) {
        log.tell(
          .note, line: line, column: name, rule: ReaderRule.column,
          "This column is not part of the table \(table.rawValue); it is not kept.",
          "Nothing needs doing.")
      } else if names.firstIndex(of: name) != place {
        log.tell(
          .fault, line: line, column: name, rule: ReaderRule.column,
          "This column stands twice.", "Remove one of the two.")
      }
    }
    return fields.map { field in
      if let place = names.firstIndex(of: field.name) { return place }
      log.tell(
        field.isRequired ? .fault : .query, line: line, column: field.name,
        rule: ReaderRule.column, "The column \(field.name) is missing.",
        field.isRequired
          ? "Export the table again with the columns "
            + fields.map(\.name).joined(separator: ", ") + "."
          : "It was read as blank in every row.")
      return -1
    }
  }
}

extension Table {
  /// The table that a file's name speaks of, as councils and tools name their files.
  static func hinted(by fileName: String) -> Table? {
    let name = fileName.lowercased()
    let hints: [(part: String, table: Table)] = [
      ("sw_episode", .workerEpisodes), ("social_worker", .workerEpisodes),
      ("socialworker", .workerEpisodes), ("swepisode", .workerEpisodes),
      ("placed", .placedForAdoption), ("prev", .previousPermanence),
      ("perm", .previousPermanence), ("missing", .missing), ("dolo", .deprivationOfLiberty),
      ("episode", .episodes), ("header", .header), ("review", .reviews), ("uasc", .uasc),
      ("oc2", .oc2), ("oc3", .oc3), ("ad1", .ad1),
    ]
    return hints.first { name.contains($0.part) }?.table
  }
}
