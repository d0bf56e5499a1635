import Practice

// Rows of the tables that are kept as they were stated.

extension TableReader {
  func stated(_ line: Int) -> Statement? {
    var (from, until): (Day?, Day?)
    switch table {
    case .missing, .deprivationOfLiberty, .placedForAdoption:
      let start = table == .missing ? 3 : 2
      (from, until) = (day(start), day(start + 1))
      checkLasting(line, start)
    default: break
    }
    let bornPlace = table == .uasc ? 2 : 1
    guard keep(line, from: from, until: until, born: day(bornPlace)) != nil else { return nil }
    switch table {
    case .uasc:
      if let born = day(2), let ceased = day(3), ceased > born.adding(years: 18) {
        ask(line, 3, "304", "This is after the child's eighteenth birthday.", .checkDates)
      }
    case .oc2:
      if !cells[2].isEmpty, !cells[3].isEmpty {
        ask(line, 3, "197a", "There is a score, and a reason for having none.", .checkDates)
      }
    case .ad1:
      if let decided = day(2), let matched = day(3), decided > matched {
        ask(line, 2, "333", "The decision is later than the matching.", .checkDates)
      }
    case .previousPermanence:
      if code(2) == "Z1", !cells[3].isEmpty || !cells[4].isEmpty {
        ask(line, 2, "635", "There is no earlier order, and yet its place or day.", .checkDates)
      }
    default: break
    }
    var values: [StatedRow.Value] = []
    values.reserveCapacity(cells.count - 1)
    for place in cells.indices.dropFirst() where !cells[place].isEmpty {
      let text =
        day(place)?.description ?? code(place) ?? number(place).map { String($0) }
        ?? cells[place].text
      values.append(StatedRow.Value(column: name(place), text: text))
    }
    return .other(
      StatedRow(line: line, table: table, child: cells[0].text, values: values))
  }

  private func number(_ place: Int) -> Int? {
    if case .number(let number) = findings[place] { return number }
    return nil
  }

  private func checkLasting(_ line: Int, _ start: Int) {
    let (orderRule, startRule, endRule) =
      switch table {
      case .missing: ("567", "570", "571")
      case .deprivationOfLiberty: ("702", "703", "704")
      default: ("522", "117", "117")
      }
    guard let from = day(start) else { return }
    _ = period(from, day(start + 1), line, start + 1, orderRule)
    if from > year.last {
      ask(line, start, startRule, "This begins after the collection year ended.", .checkYear)
    }
    if let until = day(start + 1), until > year.last {
      ask(line, start + 1, endRule, "This ends after the collection year ended.", .checkYear)
    }
    if table == .placedForAdoption, cells[start + 1].isEmpty != cells[start + 2].isEmpty {
      ask(
        line, start + 1, "119",
        "The day and the reason of the change of mind belong together, and one is blank.", .addIt)
    }
  }
}
