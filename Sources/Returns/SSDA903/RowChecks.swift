import Practice

// What one row must be in itself, table by table, and the typed value that it becomes.

extension TableReader {
  func header(_ line: Int) -> Statement? {
    let (born, motherChild) = (day(2), day(6))
    let isMother = key(5).map { $0 == 49 }
    if let born, born > year.last {
      ask(line, 2, "301", "This child was born after the collection year ended.", .checkYear)
    }
    if let born, born.adding(years: 25) < year.first {
      ask(line, 2, "351", "This person was over 25 when the collection year began.", .checkDates)
    }
    if motherChild != nil, let sex = key(1), sex == 49 || sex == 77 {
      ask(
        line, 6, "174", "A child of this young person is recorded, and the sex is male.",
        .checkDates)
    }
    if isMother == true, motherChild == nil, !isFaulty(6) {
      ask(
        line, 6, "611", "This young person is a mother, and her child's birthday is blank.", .addIt)
    }
    if let born, let motherChild, motherChild < born.adding(years: 11) {
      ask(line, 6, "620", "This would make a mother of a child under 11.", .checkDates)
    }
    guard let number = keep(line, from: nil, born: nil) else { return nil }
    if book[number].headerLine != 0 {
      let entry = book[number]
      let first =
        entry.headerFile == log.file
        ? "on line \(entry.headerLine)" : "in \(entry.headerFile), line \(entry.headerLine)"
      log.tell(
        .fault, line: line, column: "CHILD", value: book[number].name, rule: "INT32",
        "This child stands in the header already, \(first).",
        "Keep one row for each child; give each child an identifier of their own.")
    } else {
      book[number].headerFile = log.file
      book[number].headerLine = line
      book[number].born = born?.number ?? Int32.min
    }
    guard let born, let sex = key(1), let ethnicity = code(3) else { return nil }
    return .header(
      HeaderRow(
        line: line, child: book[number].name, sex: HeaderRow.sex(sex), born: born,
        ethnicity: ethnicity, pupilNumber: text(4), isMother: isMother,
        motherChildBorn: motherChild))
  }

  func episode(_ line: Int) -> Statement? {
    let (from, until) = (day(1), day(7))
    guard let number = keep(line, from: from, until: until, born: nil, mark: episodeMark()) else {
      return nil
    }
    if let from {
      if from > year.last {
        ask(line, 1, "354", "This episode begins after the collection year ended.", .checkYear)
      }
      if from.date.year < 1991 {
        ask(line, 1, "353", "No episode began before 14 October 1991.", .checkDates)
      }
      if book[number].born != Int32.min, from.number < book[number].born {
        ask(line, 1, "302", "This episode begins before the child was born.", .checkDates)
      }
    }
    if let until, until > year.last {
      ask(line, 7, "385", "This episode ends after the collection year ended.", .checkYear)
    }
    if cells[7].isEmpty != cells[8].isEmpty {
      ask(
        line, cells[7].isEmpty ? 7 : 8, "148",
        "The day and the reason of the end belong together, and one of them is blank.", .addIt)
    }
    let period = from.flatMap { self.period($0, until, line, 7, "356") }
    if let from, until == from {
      ask(line, 7, "355", "This episode began and ended on one day.", .checkDates)
    }
    if cells[6].isEmpty, let home = code(5), !home.utf8.starts(with: "T".utf8), home != "Z1" {
      ask(line, 6, "526", "Who provides the home is blank.", .addIt)
    }
    guard let period, let begun = code(2),
      let status = code(3).flatMap(LegalStatus.init(rawValue:)),
      let need = code(4), let home = code(5)
    else { return nil }
    noteLookedAfter(number, period, status)
    return .episode(
      EpisodeRow(
        line: line, child: book[number].name, period: period, reasonBegun: begun,
        legalStatus: status, need: need, home: home, provider: code(6), reasonEnded: code(8),
        reasonHomeChanged: code(9), homePostcode: text(10), placementPostcode: text(11),
        placementURN: text(12)))
  }

  func worker(_ line: Int) -> Statement? {
    let (from, until) = (day(3), day(4))
    guard keep(line, from: from, until: until, born: day(1)) != nil else { return nil }
    if let from, from > year.last {
      ask(line, 3, "SW06STG2", "This begins after the collection year ended.", .checkYear)
    }
    if let until, until < year.first || until > year.last {
      ask(line, 4, "SW07STG2", "This ended outside the collection year.", .checkYear)
    }
    let period = from.flatMap { self.period($0, until, line, 4, ReaderRule.order) }
    if let from, until == from {
      ask(line, 4, "SW09STG2", "This worker began and ended on one day.", .checkDates)
    }
    if cells[5].isEmpty {
      ask(line, 5, "SW01bSTG1", "Why this worker came is blank.", .addIt)
    }
    guard let period, let born = day(1) else { return nil }
    return .worker(
      WorkerEpisodeRow(
        line: line, child: cells[0].text, born: born, worker: cells[2].text.uppercased(),
        period: period, reason: code(5).flatMap(ChangeReason.init(rawValue:))))
  }

  func review(_ line: Int) -> Statement? {
    guard keep(line, from: day(2), born: day(1)) != nil else { return nil }
    if let day = day(2), day > year.last {
      ask(line, 2, ReaderRule.year, "This review is after the collection year ended.", .checkYear)
    }
    guard let born = day(1), let day = day(2), let participation = code(3) else { return nil }
    return .review(
      ReviewRow(
        line: line, child: cells[0].text, born: born, day: day, participation: participation))
  }

  /// Nil, and told, where it would end before it begins.
  func period(_ from: Day, _ until: Day?, _ line: Int, _ place: Int, _ rule: String) -> Period? {
    if let period = Period(from: from, until: until) { return period }
    log.tell(
      .fault, line: line, column: name(place), value: cells[place].text, rule: rule,
      "This is before \(from.inWords), the day it began.",
      "Correct the day that is wrong at its source and export again.")
    return nil
  }

  enum Remedy: String {
    case checkYear = "Check that this is the collection year you meant; the row is kept."
    case checkDates = "Check it at its source; the row is kept."
    case addIt = "Add it at its source if it is known; the row is kept."
  }

  /// A query about one cell.
  func ask(_ line: Int, _ place: Int, _ rule: String, _ message: String, _ remedy: Remedy) {
    log.tell(
      .query, line: line, column: name(place), value: text(place), rule: rule, message,
      remedy.rawValue)
  }
}

extension HeaderRow {
  /// `F`, `M` or `U` of a code of any year.
  static func sex(_ key: UInt64) -> String {
    switch key {
    case 49: "M"
    case 50: "F"
    default: Shapes.text(key)
    }
  }
}
