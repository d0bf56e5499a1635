import Crypto
import Practice
import Returns
import Store

/// How one kind of return is read and told.
protocol ReturnTeller: Sendable {
  associatedtype Row
  /// Which return, and which collection of it: `ssda903 2025-26`.
  var source: String { get }
  /// Reads the file, calling `take` for each row without fault; `watch` sees every byte that is read.
  func read(
    _ input: Input, _ run: ImportRun, watch: @escaping (UnsafeRawBufferPointer) -> Void,
    take: (Row) throws -> Void
  ) throws -> FileReport
  /// The authority's own numbers of the children whom the row speaks of.
  func children(in row: Row) -> [String]
  func tell(_ row: Row, to scribe: Scribe) throws
}

/// A file whose faults refuse it, on its way out of the transaction.
private struct Refused: Error {
  let report: FileReport
}

extension ImportRun {
  /// One file, one telling, one transaction: kept whole, or refused whole with its faults.
  /// - Parameter skipping: places, counted from 1 in the order in which rows are handed on, of rows
  ///   that turned out to be at fault beside others and that the reader agreed to leave out.
  func keep<Teller: ReturnTeller>(
    _ input: Input, by teller: Teller, skipping: Set<Int> = []
  ) async throws -> ImportReport.File {
    let clock = ContinuousClock()
    let began = clock.now
    let content = try ContentOf(input)
    let telling = telling(of: teller.source, input.name, content.digest)
    var outcome = ImportReport.Outcome.kept
    var facts = 0
    var file: FileReport
    if try await isKept(telling) {
      file = try teller.read(input, self, watch: { _ in }, take: { _ in })
      // Kept before without its rows at fault: they are still left out.
      outcome = file.faults > 0 ? .keptGoodRows : .keptBefore
    } else {
      do {
        (file, facts) = try await keep(input, telling, content, teller, skipping)
        if file.faults > 0 { outcome = .keptGoodRows }
      } catch let refused as Refused {
        (file, outcome) = (refused.report, .refused)
      }
    }
    let kept =
      switch outcome {
      case .refused: 0
      case .keptGoodRows: file.good - file.takenBack.count
      case .kept, .keptBefore: file.rows
      }
    return ImportReport.File(
      name: input.name, rows: file.rows, kept: kept, added: facts, faults: file.faults,
      queries: file.queries, notes: file.notes,
      // What refuses the file first, whatever else there is to ask.
      firstFaults: Returns.Fault.Severity.allCases.reversed().flatMap { weight in
        file.kept.filter { $0.severity == weight }
      }, outcome: outcome,
      seconds: (clock.now - began).inSeconds)
  }

  private func keep<Teller: ReturnTeller>(
    _ input: Input, _ telling: TellingRow, _ content: ContentOf, _ teller: Teller,
    _ skipping: Set<Int>
  ) async throws -> (FileReport, Int) {
    let (run, number) = (self, authority.number)
    return try await store.write { writing in
      var answer: (FileReport, Int)?
      try writing.tell(telling, authority: number) { state in
        try withoutActuallyEscaping(state) { state in
          let scribe = try Scribe(
            writing, number, source: teller.source, now: run.now, state: state)
          var rows = 0
          var block: [Teller.Row] = []
          var read = SHA256()
          let report = try teller.read(input, run, watch: { read.update(bufferPointer: $0) }) {
            row in
            rows += 1
            if rows % 5000 == 0 { run.progress(input.name, rows) }
            guard !skipping.contains(rows) else { return }
            block.append(row)
            guard block.count == run.rowsAtOnce else { return }
            try scribe.tell(block, by: teller)
            block.removeAll(keepingCapacity: true)
          }
          guard report.isGood || run.keepGoodRows, !report.refusesWhole else {
            throw Refused(report: report)
          }
          // What was read has to be what the telling is named by. A reader that gave up early has
          // not read all of it, and its faults say why.
          if report.isGood || report.bytes >= content.bytes {
            guard Array(read.finalize()) == content.digest else {
              throw Refused(report: report.changedMeanwhile(run.fault))
            }
          }
          try scribe.tell(block, by: teller)
          answer = (report, scribe.stated)
        }
      }
      guard let answer else { throw StoreRefusal.busy }
      return answer
    }
  }
}

extension Duration {
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
