import Practice

/// Five brothers and sisters come into care on one day that five workers planned together, each with
/// a part: staying with Mum, being with the older ones, being with the little ones, the court
/// papers, and talking with family and professionals (S003 4.3).
extension Script {
  mutating func tellOfTheDohertys() {
    let opened = ago(years: 2, months: 6)
    add(opened, .open(dohertyFamily, worker: "amara"))
    let known = "doherty"
    add(
      opened + 1,
      note(
        known, "amara", .visit, .home, "Meeting everyone",
        "Siobhán put the kettle on and all five came to look at me. Leo asked whether I was a teacher. I said that I am a social worker, and that I help families when things get too heavy.",
        [("ruby", .seen), ("finn", .seen), ("leo", .seen), ("isla", .seen), ("siobhan", .seen)]))
    add(ago(years: 2, months: 4), .protect(strand: known))
    add(
      ago(years: 1, months: 11),
      note(
        known, "amara", .visit, .school, "Leo's drawing",
        "Leo drew the house with everybody in it, and himself on the roof to keep watch. He said that somebody has to.",
        [("leo", .alone)]))
    add(ago(years: 1, months: 6), .beside(strand: known, worker: "gwen", .coWorker, nil))
    add(
      ago(years: 1, months: 5),
      note(
        known, "gwen", .visit, .home, "Nan and the mornings",
        "Nan has come to live with them on weekdays. Ruby said it is the first time in a year that she has not had to make breakfast.",
        [("ruby", .alone), ("maureen", .seen)]))
    let day = ago(years: 1, months: 2)
    let before = frame.workingDay(from: day - 18)
    for worker in ["tom", "farida", "callum"] {
      add(before, .beside(strand: known, worker: worker, .coWorker, nil))
    }
    let parts: [(String, String, [(String, Note.How)])] = [
      (
        "amara",
        "My part is to be with Ruby, Finn and Leo all day. I told them in the morning what would happen and in what order, and answered the same question as often as they needed.",
        [("ruby", .seen), ("finn", .seen), ("leo", .seen)]
      ),
      (
        "callum",
        "My part is the little ones. Isla carried her own bag. Teddy slept in the car with his rabbit, and I stayed until he had been fed and knew where the rabbit would sleep.",
        [("isla", .seen), ("teddy", .seen)]
      ),
      (
        "tom",
        "My part is to stay with Siobhán. We sat in the kitchen until it was dark. She cried, and then she asked when she would see them, and I had the day and the hour ready.",
        [("siobhan", .seen)]
      ),
      (
        "gwen",
        "My part is to talk with Nan, the aunties, the school and the health visitor, so that nobody heard it from somebody else.",
        [("maureen", .spoken)]
      ),
    ]
    for (place, (kid, home)) in [
      ("ruby", "U6"), ("finn", "U6"), ("leo", "U1"), ("isla", "U1"), ("teddy", "U4"),
    ].enumerated() {
      let postcode = ["MH4 2RL", "MH4 2RL", "MH2 7DA", "MH2 7DA", "MH5 1JS"][place]
      add(
        day,
        .care(
          strand: known, person: kid,
          CareCourse(
            need: "N1",
            spells: [
              spell(day, exactly(months: 7), "S", .interimCareOrder, home, postcode, ended: "X1"),
              spell(exactly(months: 7), nil, "L", .careOrder, home, postcode, moved: false),
            ])))
    }
    for (worker, words, met) in parts {
      add(day, note(known, worker, .visit, .home, "The day we had planned", words, met))
    }
    add(
      day,
      note(
        known, "farida", .call, nil, "The court papers",
        "My part is the court papers, so that nobody who is with the family has to leave them to write. I rang Siobhán to read her every line that speaks of her before I sent it.",
        [("siobhan", .spoken)]))
    add(
      ago(years: 1, months: 1),
      note(
        known, "tom", .visit, .home, "With Siobhán, a month on",
        "Siobhán showed me the room she has painted. She said that it helped that the same person stayed with her that day and still comes.",
        [("siobhan", .seen)]))
    for worker in ["farida", "callum"] {
      add(ago(years: 1), .stepBack(strand: known, worker: worker))
    }
    add(ago(months: 10), .stepBack(strand: known, worker: "tom"))
    add(ago(months: 6, days: 20), .unprotect(strand: known))
    add(
      ago(months: 3),
      note(
        known, "amara", .visit, .outdoors, "Leo and the roof",
        "We flew the kite on the Downs. Leo said he has drawn the house again and this time he is inside it, because Nan keeps watch now.",
        [("leo", .alone)]))
    add(
      ago(days: 9),
      note(
        known, "amara", .visit, .familyCentre, "All five together",
        "Saturday tea with all five and Siobhán. Teddy sat on her lap the whole time. Finn had made a timetable so that everyone had a turn.",
        [
          ("ruby", .seen), ("finn", .seen), ("leo", .seen), ("isla", .seen), ("teddy", .seen),
          ("siobhan", .seen),
        ]))
  }

  private var dohertyFamily: CastFamily {
    func child(_ key: String, _ given: String, years: Int, months: Int, _ sex: String)
      -> CastFamily.Someone
    {
      CastFamily.Someone(
        key: key, given: given, surname: "O'Doherty", relation: "Child",
        born: exactly(years: years, months: months), sex: sex, ethnicity: "WIRI")
    }
    var leo = child("leo", "Leonard", years: 8, months: 4, "M")
    leo.preferred = "Leo"
    return CastFamily(
      key: "doherty", name: "O'Doherty", reference: "F000001",
      address: "7 Samphire Close, Marlhaven MH2 3PL",
      people: [
        child("ruby", "Ruby", years: 13, months: 2, "F"),
        child("finn", "Finn", years: 11, months: 1, "M"), leo,
        child("isla", "Isla", years: 5, months: 8, "F"),
        child("teddy", "Teddy", years: 3, months: 1, "M"),
        CastFamily.Someone(
          key: "siobhan", given: "Siobhán", surname: "O'Doherty", relation: "Mum",
          born: exactly(years: 33, months: 5), sex: "F", ethnicity: "WIRI"),
        CastFamily.Someone(
          key: "maureen", given: "Maureen", surname: "O'Doherty", relation: "Nan",
          born: exactly(years: 58, months: 2), sex: "F", ethnicity: "WIRI", livesAtHome: false),
      ])
  }

  func note(
    _ strand: String, _ worker: String, _ kind: Encounter.Kind, _ place: Encounter.Place?,
    _ title: String, _ words: String, _ met: [(String, Note.How)]
  ) -> Turn {
    .told(
      strand: strand,
      Note(
        worker: worker, kind: kind, place: place, title: title, words: words,
        met: met.map { (person: $0.0, how: $0.1) }))
  }

  func spell(
    _ from: Int, _ until: Int?, _ begun: String, _ status: LegalStatus, _ home: String,
    _ postcode: String, ended: String? = nil, changed: String? = nil, moved: Bool = true
  ) -> CareCourse.Spell {
    CareCourse.Spell(
      from: from, until: until, reasonBegun: begun, status: status, home: home,
      provider: home == "P1" ? "PR0" : "PR1", reasonEnded: ended, reasonHomeChanged: changed,
      postcode: postcode, moved: moved)
  }
}
