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
    let atFault = keepGoodRows ? checked(inputs, year) : [:]
    let teller = SSDA903Teller(set: SSDA903Set(year: year))
    for (place, input) in inputs.enumerated() {
      report.files.append(
        try await keep(input, by: teller, skipping: atFault[place] ?? []))
    }
    return report
  }

  private func checked(_ inputs: [Input], _ year: CollectionYear) -> [Int: Set<Int>] {
    let set = SSDA903Set(year: year)
    var lines: [Int: Set<Int>] = [:]
    for (place, input) in inputs.enumerated() {
      lines[place] = set.read(input, keeping: 0) { (_: Statement) in }.takenBack
    }
    return lines
  }
}

/// Rows of the SSDA903 as facts. One task at a time uses it: the files of a set share what they say
/// of the same children.
private struct SSDA903Teller: ReturnTeller, @unchecked Sendable {
  let set: SSDA903Set

  var source: String { "ssda903 \(set.year)" }

  func read(
    _ input: Input, _ run: ImportRun, watch: @escaping (UnsafeRawBufferPointer) -> Void,
    take: (Statement) throws -> Void
  ) throws -> FileReport {
    try set.read(input, keeping: run.show, each: run.fault, watch: watch) {
      (row: Statement) throws(any Error) in try take(row)
    }
  }

  func children(in row: Statement) -> [String] { [row.child] }

  func tell(_ row: Statement, to scribe: Scribe) throws {
    let child = try scribe.child(row.child)
    switch row {
    case .header(let header): try tell(header, of: child, to: scribe)
    case .episode(let episode): try scribe.episode(episode.careEpisode(of: child))
    case .worker(let worker):
      try scribe.born(child, worker.born)
      let practitioner = try scribe.practitioner(registration: worker.worker)
      try scribe.tenure(child, practitioner, worker.period, begun: worker.reason)
    case .review(let review):
      try scribe.born(child, review.born)
      try scribe.review(
        CareReview(child: child, day: review.day, participation: review.participation))
    case .other(let other):
      try scribe.asStated(
        other.table.rawValue, of: child, other.values.map { ($0.column, $0.text) })
    }
  }

  private func tell(_ header: HeaderRow, of child: ID<Person>, to scribe: Scribe) throws {
    try scribe.about(child) { person, detail in
      var detail = detail
      detail.sex = header.sex
      detail.ethnicity = header.ethnicity
      return (Person(id: child, born: header.born, died: person.died), detail)
    }
    if let number = header.pupilNumber {
      try scribe.number(PersonNumber(scheme: .uniquePupil, value: number), of: child)
    }
    guard let isMother = header.isMother, isMother || header.motherChildBorn != nil else { return }
    var cells = [("MOTHER", isMother ? "1" : "0")]
    if let born = header.motherChildBorn { cells.append(("MC_DOB", born.description)) }
    try scribe.asStated("header", of: child, cells)
  }
}
