import Practice

/// Priya goes on leave at the end of summer. Something happens; colleagues whom the family knows see
/// to it; she comes back to a family in good hands (S003, practice example 1 and 4.2).
extension Script {
  mutating func tellOfTheKowalczyks() {
    let known = "kowalczyk"
    add(ago(years: 1, months: 9), .open(kowalczykFamily, worker: "priya"))
    add(ago(years: 1, months: 8), .help(strand: known))
    add(ago(months: 8), .protect(strand: known))
    add(
      ago(months: 5),
      note(
        known, "gwen", .visit, .home, "Joint visit",
        "Came along with Priya so that the children have met me before her leave. Zosia showed me her loose tooth. Beata asked, through the interpreter, who to ring; I wrote both names down.",
        [("zosia", .seen), ("antek", .seen), ("beata", .seen)]))
    let away = ago(months: 2, days: 24)
    add(
      away - 1,
      note(
        known, "priya", .visit, .home, "Before my leave",
        "I told everyone that I am away for two weeks, that Gwen will visit on the two Wednesdays, and that the pod answers every day. Antek put two stickers on the calendar.",
        [("zosia", .seen), ("antek", .seen), ("beata", .seen)]))
    add(away, .beside(strand: known, worker: "gwen", .cover, .absence))
    add(
      away + 4,
      note(
        known, "gwen", .visit, .home, "After the argument on Sunday",
        "Beata rang the pod at nine and I was there by ten. Marek had come to the door on Sunday night. We went through the safety plan; she had followed every step of it. The children were calm and had slept at their aunt's.",
        [("zosia", .alone), ("antek", .seen), ("beata", .seen)]))
    add(
      away + 5,
      note(
        known, "ruth", .call, nil, "Calling Beata back",
        "I rang to ask how the night had been. She said that Gwen knew everything already, and that she had not had to begin again.",
        [("beata", .spoken)]))
    add(
      away + 9,
      note(
        known, "gwen", .visit, .school, "With Zosia at school",
        "Zosia said that she told Gwen because Priya had said that she could.", [("zosia", .alone)])
    )
    add(away + 16, .stepBack(strand: known, worker: "gwen"))
    add(
      away + 16,
      note(
        known, "priya", .meeting, .office, "Back from leave",
        "Gwen, Ruth and I sat down for half an hour. Everything had been seen to. I rang Beata to say that I am back; the first thing she said was that I should have stayed longer by the sea.",
        [("beata", .spoken)]))
    add(
      away + 17,
      note(
        known, "priya", .visit, .home, "Hello again",
        "Antek counted the stickers with me. We looked at what Gwen had written, together.",
        [("zosia", .seen), ("antek", .seen), ("beata", .seen)]))
  }

  private var kowalczykFamily: CastFamily {
    func someone(
      _ key: String, _ given: String, _ surname: String, _ relation: String, years: Int,
      months: Int, _ sex: String, home: Bool = true
    ) -> CastFamily.Someone {
      CastFamily.Someone(
        key: key, given: given, surname: surname, relation: relation,
        born: exactly(years: years, months: months), sex: sex, ethnicity: "WOTH",
        language: "Polish", interpreter: relation != "Child", livesAtHome: home)
    }
    var antek = someone("antek", "Antoni", "Kowalczyk", "Child", years: 4, months: 2, "M")
    antek.preferred = "Antek"
    return CastFamily(
      key: "kowalczyk", name: "Kowalczyk", reference: "F000002",
      address: "Flat 3, 61 Harbour View, Marlhaven MH1 4TN",
      people: [
        someone("zosia", "Zosia", "Kowalczyk", "Child", years: 6, months: 10, "F"), antek,
        someone("beata", "Beata", "Kowalczyk", "Mum", years: 31, months: 1, "F"),
        someone("marek", "Marek", "Kowalczyk", "Dad", years: 35, months: 7, "M", home: false),
      ])
  }
}
