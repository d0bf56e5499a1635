import Practice
import Returns
import Testing

@Suite struct WriterTests {
  private func written(_ table: Table, year: Int, _ statements: [Statement]) throws -> String {
    var bytes: [UInt8] = []
    var writer = SSDA903Writer(table, year: CollectionYear(year)!) { bytes += $0 }
    for statement in statements { try writer.add(statement) }
    try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    let files: [(Table, String)] = [
      (
        .header,
        headerColumns + "A1,F,22/02/2009,WBRI,UN1,1,03/06/2025\r\nA2,U,29/02/2012,REFU,,,\r\n"
      ),
      (
        .episodes,
        episodeColumns + "A1,19/08/2025,S,C2,N1,U4,PR1,20/09/2025,E11,,BN1 1AA,,1234567\r\n"
      ),
      (.workerEpisodes, workerColumns + "A1,22/02/2009,SW913651,19/08/2025,,FCONTA\r\n"),
      (.reviews, "CHILD,DOB,REVIEW,REVIEW_CODE\r\nA1,22/02/2009,03/10/2025,PN1\r\n"),
      (
        .previousPermanence,
        "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\r\nA1,22/02/2009,P1,846,zz/05/2014\r\n"
      ),
      (.oc3, "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\r\nA1,22/02/2009,YES,F1,B1\r\n"),
    ]
    for (table, text) in files {
      let bench = Bench(text, as: SSDA903Writer.fileName(table))
      #expect(bench.refusals == [])
      #expect(try written(table, year: 2026, bench.statements) == text)
    }
  }

  @Test func sexIsWrittenAsTheYearWantsIt() throws {
    let row = HeaderRow(line: 0, child: "A1", sex: "F", born: day("2009-02-22"), ethnicity: "WBRI")
    #expect(try written(.header, year: 2024, [.header(row)]).contains("A1,2,22/02/2009"))
    #expect(try written(.header, year: 2025, [.header(row)]).contains("A1,F,22/02/2009"))
  }

  @Test func aMillionLettersAreHandedOnInPieces() throws {
    var pieces = 0
    var writer = SSDA903Writer(.reviews, year: CollectionYear(2026)!) { _ in pieces += 1 }
    let row = ReviewRow(
      line: 0, child: "A1", born: day("2009-02-22"), day: day("2025-05-05"), participation: "PN1")
    for _ in 0..<30_000 { try writer.add(.review(row)) }
    try writer.finish()
    #expect(pieces > 10)
    #expect(writer.rows == 30_000)
  }
}
