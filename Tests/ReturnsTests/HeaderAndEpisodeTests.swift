import Practice
import Returns
import Testing

@Suite struct HeaderAndEpisodeTests {
  @Test func aChildIsReadFromTheHeader() {
    let bench = Bench(
      headerColumns + "A1,F,22/02/2009,WBRI,L846000000000,1,03/06/2025\r\n", as: "header.csv")
    #expect(
      bench.statements == [
        .header(
          HeaderRow(
            line: 2, child: "A1", sex: "F", born: day("2009-02-22"), ethnicity: "WBRI",
            pupilNumber: "L846000000000", isMother: true, motherChildBorn: day("2025-06-03")))
      ])
    #expect(bench.faults == [])
  }

  @Test func columnsMayStandInAnyOrderAndMoreOfThemDoNoHarm() {
    let bench = Bench(
      "team,DOB,child,UPN,ETHNIC,SEX\nNorth,22/02/2009,A1,UN1,WBRI,M\n", as: "children.csv")
    #expect(bench.statements.map(\.child) == ["A1"])
    #expect(bench.notes == ["KITH-COLUMN"])  // team
    #expect(bench.queries == ["KITH-COLUMN", "KITH-COLUMN"])  // MOTHER and MC_DOB are missing
  }

  @Test func aColumnThatMustBeThereIsAskedForByName() {
    let bench = Bench("CHILD,SEX,ETHNIC,UPN\nA1,M,WBRI,UN1\n", as: "header.csv")
    #expect(bench.faults.contains { $0.severity == .fault && $0.column == "DOB" && $0.line == 1 })
    #expect(bench.statements.isEmpty)
  }

  @Test func aChildStandsOnceInTheHeader() {
    let bench = Bench(
      headerColumns + "A1,F,22/02/2009,WBRI,UN1,,\r\nA1,F,22/02/2009,WBRI,UN1,,\r\n",
      as: "header.csv")
    #expect(bench.refusals == ["INT32"])
    #expect(bench.fault("INT32")?.line == 3)
    #expect(bench.fault("INT32")?.message.contains("line 2") == true)
  }

  @Test func everyFaultOfARowIsTold() {
    let bench = Bench(headerColumns + ",X,31/02/2009,ABCD,,7,tomorrow\r\n", as: "header.csv")
    #expect(Set(bench.refusals) == ["KITH-CHILD", "101", "102", "103", "165", "171"])
    #expect(bench.queries == ["442"])
    #expect(bench.report?.linesAtFault == [2])
  }

  @Test func daysAreRefusedWithTheReasonTheyNeed() {
    let wrong = [
      "31/02/2009": "calendar", "02/22/2009": "month", "22/02/09": "two digits",
      "39866": "spreadsheet", "2009-02-30": "calendar", "soon": "not a day",
    ]
    for (text, reason) in wrong {
      let bench = Bench(headerColumns + "A1,F,\(text),WBRI,UN1,,\r\n", as: "header.csv")
      #expect(bench.refusals == ["102"], "\(text)")
      #expect(bench.fault("102")?.message.contains(reason) == true, "\(text)")
      #expect(bench.fault("102")?.value == text)
    }
    for text in ["2009-02-22", "2009-02-22T00:00:00", "2009-02-22 00:00:00", "22/2/2009"] {
      let bench = Bench(headerColumns + "A1,F,\(text),WBRI,UN1,,\r\n", as: "header.csv")
      #expect(bench.statements.count == 1, "\(text)")
      #expect(bench.notes == ["KITH-READ-AS"])
    }
  }

  @Test func codesWrittenByADataFrameOrInSmallLettersAreUnderstood() {
    let bench = Bench(
      headerColumns + "A1,f,22/02/2009,wbri,UN1,1.0,03/06/2025\r\n", as: "header.csv")
    #expect(bench.refusals == [])
    #expect(bench.statements.map(\.child) == ["A1"])
    #expect(bench.notes.count == 3)
  }

  @Test func sexIsWrittenInLettersFrom2025AndInDigitsBefore() {
    func read(_ sex: String, _ year: Int) -> Bench {
      Bench(headerColumns + "A1,\(sex),22/02/2009,WBRI,UN1,,\r\n", as: "h.csv", year: year)
    }
    #expect(read("2", 2024).refusals == [])
    #expect(read("2", 2024).queries == [])
    #expect(read("F", 2025).refusals == [])
    #expect(read("2", 2025).refusals == ["101"])
    #expect(read("2", 2025).fault("101")?.remedy.contains("collection year") == true)
    // A code that came later is asked about, not refused.
    #expect(read("F", 2024).refusals == [])
    #expect(read("F", 2024).queries == ["101"])
  }

  @Test func anEpisodeIsRead() throws {
    let bench = Bench(
      episodeColumns
        + "A1,19/08/2025,S,C2,N1,U4,PR1,20/09/2025,X1,CARPL,BN1 1AA,BN2 1TW,1234567\r\n"
        + "A1,20/09/2025,P,C2,N1,U4,PR1,,,,,,\r\n", as: "episodes.csv")
    #expect(bench.faults == [])
    guard case .episode(let row) = try #require(bench.statements.first) else {
      Issue.record("not an episode")
      return
    }
    #expect(row.period == Period(from: day("2025-08-19"), until: day("2025-09-20")))
    #expect(row.legalStatus == .careOrder)
    #expect(row.reasonHomeChanged == "CARPL")
    #expect(row.placementURN == "1234567")
    let person = ID<Person>(high: 1, low: 2)
    #expect(row.careEpisode(of: person).child == person)
    #expect(row.careEpisode(of: person).home == "U4")
  }

  @Test func aRetiredHomeCodeHoldsForEpisodesThatBeganWhenItWasOne() {
    let restated = episodeColumns + "A1,01/03/2023,S,C2,N1,H5,PR1,,,,,,\r\n"
    let begunSince = episodeColumns + "A1,01/06/2024,S,C2,N1,H5,PR1,,,,,,\r\n"
    #expect(Bench(restated, as: "episodes.csv", year: 2025).refusals == [])
    #expect(Bench(begunSince, as: "episodes.csv", year: 2025).refusals == ["146"])
    #expect(Bench(begunSince, as: "episodes.csv", year: 2024).refusals == [])
    // Codes of later years are not codes yet: kept, and asked about.
    let early = episodeColumns + "A1,01/06/2024,S,C2,N1,Z11,PR1,,,,,,\r\n"
    #expect(Bench(early, as: "episodes.csv", year: 2025).refusals == [])
    #expect(Bench(early, as: "episodes.csv", year: 2025).queries.contains("146"))
    #expect(Bench(early, as: "episodes.csv", year: 2026).refusals == [])
  }

  @Test func anEpisodeBeginsAsTheEndOfTheOneBeforeSays() {
    func queries(_ end: String, _ next: String) -> [String] {
      Bench(
        episodeColumns + "A1,19/08/2025,S,C2,N1,U4,PR1,\(end),,,,\r\n"
          + "A1,\(next),C2,N1,U4,PR1,,,,,,\r\n", as: "episodes.csv"
      ).queries
    }
    #expect(queries("20/10/2025,X1", "20/10/2025,P") == [])
    #expect(queries("20/10/2025,E11", "22/10/2025,S") == [])
    #expect(queries("20/10/2025,X1", "22/10/2025,P") == ["433"])
    #expect(queries("20/10/2025,E11", "20/10/2025,P") == ["432"])
    #expect(queries("20/10/2025,X1", "20/10/2025,S") == ["431"])
  }

  @Test func anEpisodeThatEndsBeforeItBeginsIsRefusedAndOneThatOverlapsIsAskedAbout() {
    let backwards = Bench(
      episodeColumns + "A1,19/08/2025,S,C2,N1,U4,PR1,18/08/2025,E11,,,,\r\n", as: "episodes.csv")
    #expect(backwards.refusals == ["356"])
    let overlapping = Bench(
      episodeColumns + "A1,19/08/2025,S,C2,N1,U4,PR1,20/10/2025,X1,,,,\r\n"
        + "A1,01/10/2025,P,C2,N1,U4,PR1,,,,,,\r\n", as: "episodes.csv")
    #expect(overlapping.refusals == [])
    #expect(overlapping.queries == ["501"])
    #expect(overlapping.fault("501")?.line == 3)
    let open = Bench(
      episodeColumns + "A1,19/08/2025,S,C2,N1,U4,PR1,,,,,,\r\n"
        + "A1,01/10/2025,P,C2,N1,U4,PR1,,,,,,\r\n", as: "episodes.csv")
    #expect(open.queries == ["142"])
  }
}
