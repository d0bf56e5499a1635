import Practice

/// A baby whose mother had asked that he be adopted. After a reflective group his worker rang the
/// father, whom nobody had contacted; today Ezra lives with him (S003 4.5, Lees 2017).
extension Script {
  mutating func tellOfEzra() {
    let known = "barton"
    let born = exactly(years: 1, months: 5)
    let opened = frame.workingDay(from: born + 2)
    add(opened, .open(bartonFamily(born: born), worker: "callum"))
    let home = exactly(months: 9)
    add(
      opened,
      .care(
        strand: known, person: "ezra",
        CareCourse(
          need: "N5",
          spells: [
            spell(opened, home, "S", .accommodated, "U4", "MH3 8WB", ended: "X1", changed: "CARPL"),
            spell(home, exactly(months: 4), "P", .accommodated, "P1", "MH6 2GY", ended: "E4A"),
          ])))
    add(
      opened + 1,
      note(
        known, "callum", .visit, .hospital, "With Chloe and Ezra",
        "Chloe had dressed Ezra in yellow. She told me that she cannot raise him and that she has thought about it for months. She asked me not to argue, and I did not.",
        [("ezra", .seen), ("chloe", .seen)]))
    add(
      ago(years: 1, months: 2),
      note(
        known, "callum", .visit, .home, "Ezra with his carers",
        "Ezra smiles at voices now. We talked about who he will ask about one day, and I noticed that I had nothing to say about his father.",
        [("ezra", .seen)]))
    let call = ago(years: 1, months: 1, days: 12)
    add(
      call,
      note(
        known, "callum", .call, nil, "Ringing Ezra's father",
        "In the reflective group someone asked where the father was in this. Nobody had rung him. I asked Chloe, who said that I could. Daniel had not known. He was quiet for a long time, and then asked when he could come.",
        [("ezra-father", .spoken)]))
    add(
      call + 4,
      note(
        known, "callum", .visit, .familyCentre, "Daniel meets Ezra",
        "Daniel came with his mother. He held Ezra for an hour and learned the bottle. He asked what he has to do, and I told him plainly, step by step.",
        [("ezra", .seen), ("ezra-father", .seen)]))
    add(call + 20, .beside(strand: known, worker: "marjorie", .leadPractitioner, nil))
    add(
      ago(months: 10, days: 10),
      note(
        known, "marjorie", .visit, .home, "Joint session with Daniel",
        "Callum and I spent the afternoon with Daniel: his own father, what he wants to do the same, and what he wants to do differently.",
        [("ezra-father", .seen)]))
    add(
      home,
      note(
        known, "callum", .visit, .home, "Ezra's first night at home",
        "Ezra went to live with Daniel today. The cot was ready, and so was his grandmother.",
        [("ezra", .seen), ("ezra-father", .seen)]))
    add(ago(months: 6), .stepBack(strand: known, worker: "marjorie"))
    add(
      ago(days: 15),
      note(
        known, "callum", .visit, .home, "Ezra walks",
        "Ezra walked from the sofa to Daniel and back. Chloe sends a card each month, and Daniel keeps them in a box for him.",
        [("ezra", .seen), ("ezra-father", .seen)]))
  }

  private func bartonFamily(born: Int) -> CastFamily {
    CastFamily(
      key: "barton", name: "Barton", reference: "F000003",
      address: "22 Ropewalk, Marlhaven MH3 5QA",
      people: [
        CastFamily.Someone(
          key: "ezra", given: "Ezra", surname: "Mensah-Barton", relation: "Child", born: born,
          sex: "M", ethnicity: "MWBA"),
        CastFamily.Someone(
          key: "chloe", given: "Chloe", surname: "Barton", relation: "Mum",
          born: exactly(years: 23, months: 3), sex: "F"),
        CastFamily.Someone(
          key: "ezra-father", given: "Daniel", surname: "Mensah", relation: "Dad",
          born: exactly(years: 25, months: 8), sex: "M", ethnicity: "BAFR", livesAtHome: false),
      ])
  }
}
