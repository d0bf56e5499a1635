// What is wrong with the text itself.

extension CSVReader {
  private func name(_ place: Int) -> String? {
    place < columnNames.count ? columnNames[place] : nil
  }

  func tellEncoding() {
    for (place, cell) in cells.enumerated() where !cell.isUTF8 {
      isSpoiled = true
      log.tell(
        .fault, line: line, column: name(place), value: cell.text(limit: 400),
        rule: ReaderRule.encoding, "These bytes are not UTF-8 text.",
        "Save the file as “CSV UTF-8” and hand it over again.")
    }
  }

  func tellTrailing(_ place: Int) {
    isSpoiled = true
    log.tell(
      .fault, line: line, column: name(place), value: row[min(place, count - 1)].text(limit: 400),
      rule: ReaderRule.quote, "Text stands behind the closing quotation mark of this cell.",
      "Double each quotation mark within a cell, or remove it.")
  }

  /// Tells of the quotation mark, and reads it and the rest of its line as ordinary characters.
  func tellOpenQuote(_ place: Int, _ openLine: Int) {
    var at = place
    while at < end, buffer[at] != 10, buffer[at] != 13 { at += 1 }
    let cell = Cell(start: UnsafePointer(buffer + place), count: min(at - place, 400))
    log.tell(
      .fault, line: openLine, column: nil, value: cell.text,
      rule: ReaderRule.quote, "A quotation mark opens here and is never closed.",
      "Close it, or remove it.")
    literalUpTo = at
    isSpoiled = true
  }

  func skipLongRow() {
    log.tell(
      .fault, line: line, rule: ReaderRule.length,
      "This row is longer than a million characters.",
      "Check that this is a table and that its lines end as lines.")
    while true {
      var at = position
      let end = end
      while at < end, buffer[at] > 13 || (buffer[at] != 10 && buffer[at] != 13) {
        if buffer[at] == 0 { return tellNotText() }
        at += 1
      }
      position = at
      guard position >= end, !isAtEnd else { break }
      fill()
    }
    if position < end {
      if buffer[position] == 13, position + 1 == end, !isAtEnd { fill() }
      position += position + 1 < end && buffer[position] == 13 && buffer[position + 1] == 10 ? 2 : 1
      nextLine += 1
    }
  }

  func tellNotText() {
    isNotText = true
    log.tell(
      .fault, line: line, rule: ReaderRule.notText,
      "This is not a text file: it holds bytes that no text has.", Sniff.saveAsCSV)
  }
}
