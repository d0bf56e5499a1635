import Practice
public import Returns
import Store

extension ImportRun {
  /// Reads the SSDA903 of one collection year into the history: header, episodes, reviews and worker
  /// episodes as facts, the other tables as they were stated. Rows that restate what is known add
  /// nothing; rows that state it differently supersede it.
  ///
  /// Each file is one telling in one transaction, kept whole or refused whole; the others go on.
  /// - Throws: `StoreRefusal`. Faults of the files are in the report.
  public func ssda903(_ inputs: [Input], year: CollectionYear) async throws -> ImportReport {
    var report = ImportReport()
    // To keep the good rows of a file, the rows at fault have to be known before any is kept.
    let atFault = keepGoodRows ? try checked(inputs, year) : [:]
    nonisolated(unsafe) let set = SSDA903Set(year: year)
    for (place, input) in inputs.enumerated() {
      let reading = FileReading(set: set, input: input, skipping: atFault[place] ?? [])
      report.files.append(try await ssda903(reading, year))
    }
    return report
  }

  private func checked(_ inputs: [Input], _ year: CollectionYear) throws -> [Int: Set<Int>] {
    let set = SSDA903Set(year: year)
    var lines: [Int: Set<Int>] = [:]
    for (place, input) in inputs.enumerated() {
      lines[place] = set.read(input, keeping: 0) { (_: Statement) in }.linesAtFault
    }
    return lines
  }

  private func ssda903(
    _ reading: FileReading, _ year: CollectionYear
  ) async throws -> ImportReport.File {
    let clock = ContinuousClock()
    let began = clock.now
    let input = reading.input
    let telling = telling(of: "ssda903 \(year)", input.name, try ContentOf.digest(input))
    var outcome = ImportReport.Outcome.kept
    var facts = 0
    var file: FileReport
    if try await isKept(telling) {
      outcome = .keptBefore
      file = try reading.read(self) { (_: Statement) throws in }
    } else {
      do {
        (file, facts) = try await keep(reading, telling, year)
        if file.faults > 0 { outcome = .keptGoodRows }
      } catch let refused as Refused {
        (file, outcome) = (refused.report, .refused)
      }
    }
    let kept =
      switch outcome {
      case .refused: 0
      case .keptGoodRows: file.rows - file.linesAtFault.count
      case .kept, .keptBefore: file.rows
      }
    return ImportReport.File(
      name: input.name, rows: file.rows, kept: kept, added: facts, faults: file.faults,
      queries: file.queries, notes: file.notes, firstFaults: file.kept, outcome: outcome,
      seconds: (clock.now - began).inSeconds)
  }

  /// One file, one telling, one transaction. Throws `Refused` with the report where it has faults
  /// that nobody agreed to leave out.
  private func keep(
    _ reading: FileReading, _ telling: TellingRow, _ year: CollectionYear
  ) async throws -> (FileReport, Int) {
    let (run, number) = (self, authority.number)
    return try await store.write { writing in
      var history = try CareHistory(
        try KnownPeople(writing.reading, number), writing.reading, number, year, run.now)
      var report: FileReport?
      try writing.tell(telling, authority: number) { state in
        let file = try reading.read(run) { (statement: Statement) throws(any Error) in
          try history.tell(statement, state)
        }
        guard file.isGood || run.keepGoodRows else { throw Refused(report: file) }
        report = file
      }
      guard let report else { throw StoreRefusal.busy }
      return (report, history.stated)
    }
  }
}

/// One file of a set, read where and when the transaction needs it. One task at a time uses it.
private struct FileReading: @unchecked Sendable {
  let set: SSDA903Set
  let input: Input
  let skipping: Set<Int>

  func read<Failure: Error>(
    _ run: ImportRun, into take: (Statement) throws(Failure) -> Void
  ) throws(Failure) -> FileReport {
    var rows = 0
    return try set.read(input, keeping: run.show, each: run.fault) { statement throws(Failure) in
      rows += 1
      if rows % 5000 == 0 { run.progress(input.name, rows) }
      guard !skipping.contains(statement.line) else { return }
      try take(statement)
    }
  }
}

/// A file whose faults refuse it, on its way out of the transaction.
private struct Refused: Error {
  let report: FileReport
}

extension Duration {
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
