import Practice

// What a child's rows must be beside each other.

extension TableReader {
  func checkRowsTogether() {
    spans.eachChild { rows in
      checkTwice(rows)
      switch table {
      case .workerEpisodes: checkWorkers(rows)
      case .episodes: checkEpisodes(rows)
      case .missing, .deprivationOfLiberty: checkApart(rows)
      default: break
      }
    }
    if table == .workerEpisodes, book.hasEpisodes { checkEveryoneHasAWorker() }
  }

  /// The same row twice; and, where the return wants one row for each child, a second one.
  private func checkTwice(_ rows: ArraySlice<Spans.Span>) {
    guard rows.count > 1, table != .header else { return }
    // Rows of a child lie in the order of their days.
    var day = rows[rows.startIndex].from
    var lines = [rows[rows.startIndex].digest: rows[rows.startIndex]]
    for row in rows.dropFirst() {
      if row.from != day { lines.removeAll(keepingCapacity: true) }
      day = row.from
      defer { lines[row.digest] = row }
      if let first = lines[row.digest] {
        tell(
          table == .workerEpisodes ? .fault : .query, row, nil, ReaderRule.twice,
          "this row says the same as line \(first.line).",
          table == .workerEpisodes ? "Remove one of the two." : "It is kept once.")
      } else if let rule = table.onceRule {
        tell(
          .query, row, "CHILD", rule,
          "they stand in this table already, on line \(rows[rows.startIndex].line).",
          "Check which row is right; both are kept.")
      }
    }
  }

  private func checkWorkers(_ rows: ArraySlice<Spans.Span>) {
    var latest = rows[rows.startIndex]
    for row in rows.dropFirst() {
      defer { if row.until >= latest.until { latest = row } }
      guard row.from != Int32.min, latest.from != Int32.min, row.digest != latest.digest else {
        continue
      }
      if latest.until == Int32.max {
        tell(
          .fault, row, "SW_DECOM", "SW08STG2",
          "this worker began while the one on line \(latest.line) had not ended.",
          "Give the earlier worker the day they ended, or correct this day.")
      } else if latest.until > row.from {
        tell(
          .fault, row, "SW_DECOM", "SW10STG2",
          "this worker began before \(Day(number: latest.until).inWords), when the one on line "
            + "\(latest.line) ended.",
          "One of the two days is wrong: correct it at its source and export again.")
      }
    }
    guard latest.until != Int32.max, latest.until < year.last.number else { return }
    if book[latest.child].lookedAfter {
      tell(
        .query, latest, "SW_DEC", "SW17STG2",
        "looked after on 31 March, and no worker was with them on that day.",
        "Check whether a later worker is missing.")
    } else {
      tell(
        .query, latest, "SW_DEC", "SW11bSTG2",
        "the last worker ended before 31 March, and nobody came after.",
        "Check whether a later worker is missing.")
    }
  }

  private func checkEpisodes(_ rows: ArraySlice<Spans.Span>) {
    var latest = rows[rows.startIndex]
    for row in rows.dropFirst() {
      defer { if row.until >= latest.until { latest = row } }
      guard row.from != Int32.min, latest.from != Int32.min, row.digest != latest.digest else {
        continue
      }
      if latest.until == Int32.max {
        tell(
          .query, row, "DECOM", "142",
          "this episode began while the one on line \(latest.line) had not ended.",
          "Check the earlier episode's end; both are kept.")
      } else if latest.until > row.from {
        tell(
          .query, row, "DECOM", "501",
          "this episode began before the one on line \(latest.line) ended.",
          "Check both days; both are kept.")
      } else {
        checkContinuation(of: latest, by: row)
      }
    }
    if latest.until != Int32.max, latest.mark & TableReader.endsWithX1 != 0 {
      tell(
        .query, latest, "REC", "388",
        "the reason says that another episode follows, and none does.",
        "Check whether an episode is missing.")
    }
  }

  /// Whether an episode begins as the end of the one before it says.
  private func checkContinuation(of earlier: Spans.Span, by row: Spans.Span) {
    let isNewStart = row.mark >> 8 == UInt64(UInt8(ascii: "S"))
    if isNewStart, earlier.until == row.from {
      tell(
        .query, row, "DECOM", "431",
        "this starts a new time in care on the day on which the episode before it ended.",
        "Check the reason it began, or the day.")
    } else if !isNewStart, earlier.mark & TableReader.endsWithX1 == 0 {
      tell(
        .query, row, "DECOM", "432",
        "care ended with the episode on line \(earlier.line), and this does not start it anew.",
        "Check the reason it began.")
    } else if !isNewStart, earlier.until != row.from {
      tell(
        .query, row, "DECOM", "433",
        "this continues the episode on line \(earlier.line), which ended on another day.",
        "Check both days; both are kept.")
    }
  }

  private func checkApart(_ rows: ArraySlice<Spans.Span>) {
    for (row, next) in zip(rows, rows.dropFirst())
    where row.from != Int32.min && row.until > next.from && row.digest != next.digest {
      tell(
        .query, next, table == .missing ? "MIS_START" : "DOLO_START",
        table == .missing ? "574" : "705",
        "this began before the one on line \(row.line) ended.", "Check both; both are kept.")
    }
  }

  private func checkEveryoneHasAWorker() {
    var first: [Int32: Spans.Span] = [:]
    spans.eachChild { rows in first[rows[rows.startIndex].child] = rows[rows.startIndex] }
    for (number, entry) in book.entries.enumerated() where entry.lookedAfter {
      if let row = first[Int32(number)] {
        if entry.lookedAfterSince <= year.first.number, row.from > year.first.number {
          tell(
            .query, row, "SW_DECOM", "SW12STG2",
            "looked after all year, and the first worker began during it.",
            "Check whether the workers before are missing.")
        }
      } else {
        log.tell(
          .query, column: "CHILD", value: entry.name, rule: "SW12STG2",
          "This child was looked after on 31 March and has no worker episode.",
          "Add the worker episodes of the whole year.")
      }
    }
  }

  private func tell(
    _ severity: Fault.Severity, _ row: Spans.Span, _ column: String?, _ rule: String,
    _ message: @autoclosure () -> String, _ remedy: String
  ) {
    if severity == .fault, row.place > 0 { log.takenBack.insert(Int(row.place)) }
    let day: Int32? =
      switch column {
      case "SW_DEC": row.until
      case "DECOM", "SW_DECOM", "MIS_START", "DOLO_START": row.from
      default: nil
      }
    log.tell(
      severity, line: Int(row.line), column: column,
      value: day.map { Day(number: $0).description }, rule: rule,
      "Child \(book[row.child].name): \(message())", remedy)
  }

  static let endsWithX1: UInt64 = 1

  /// Whether another episode is said to follow, and by which letter this one began.
  func episodeMark() -> UInt64 {
    (key(8) == 0x5831 ? TableReader.endsWithX1 : 0) | (key(2) ?? 0) << 8
  }

  /// Remembers who was looked after on 31 March, for the checks of the worker episodes.
  func noteLookedAfter(_ number: Int32, _ period: Period, _ status: LegalStatus) {
    guard !status.isShortBreaks else { return }
    if period.holds(on: year.last) {
      book[number].lookedAfter = true
      book[number].lookedAfterSince = min(book[number].lookedAfterSince, period.from.number)
    }
  }
}
