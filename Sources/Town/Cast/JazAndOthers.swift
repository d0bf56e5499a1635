import Practice

/// Jaz, Ellie-Mae, and Mabli with her mother.
extension Script {
  /// A young person in the Adolescent Pod who used to go missing: "there's no point running as I know
  /// you will just come and find me" (S003 4.1).
  mutating func tellOfJaz() {
    let known = "whitmore"
    add(ago(years: 2, months: 2), .open(whitmoreFamily, worker: "dean"))
    add(ago(years: 2), .help(strand: known))
    let places = ["the pier", "the bus station", "a friend's in the Saltings", "the skate park"]
    for (count, place) in places.enumerated() {
      add(
        ago(years: 1, months: 9 - count * 2),
        note(
          known, "dean", .visit, .outdoors, "Finding Jaz",
          "Jaz had been gone since the evening. I found them at \(place). We had chips and did not talk about it until they were warm. Then we did.",
          [("jaz", .alone)]))
    }
    add(
      ago(months: 11),
      .name(person: "jaz", PersonName(kind: .preferred, given: "Jaz", family: "Whitmore")))
    add(
      ago(months: 10),
      note(
        known, "dean", .visit, .outdoors, "No point running",
        "Jaz rang me themself this time. They said that there is no point in running, because I will just come and find them. I said that this is true.",
        [("jaz", .alone)]))
    add(
      ago(months: 4),
      note(
        known, "dean", .visit, .school, "Eight weeks",
        "Eight weeks without a night away. Jaz wants to be an electrician and has found out where to learn it.",
        [("jaz", .alone)]))
  }

  private var whitmoreFamily: CastFamily {
    CastFamily(
      key: "whitmore", name: "Whitmore", reference: "F000004",
      address: "118 Old Quay Street, Marlhaven MH1 9BX",
      people: [
        CastFamily.Someone(
          key: "jaz", given: "Jasmine", surname: "Whitmore", preferred: "Jaz", relation: "Child",
          born: exactly(years: 15, months: 7), sex: "F", pronouns: "they/them"),
        CastFamily.Someone(
          key: "lorraine", given: "Lorraine", surname: "Whitmore", former: "Pascoe",
          relation: "Mum", born: exactly(years: 41, months: 2), sex: "F"),
      ])
  }

  /// "I have had 6 or 7" (S000): passed from team to team, left, covered, and then one who stayed.
  mutating func tellOfEllieMae() {
    let known = "sutton"
    let opened = ago(years: 9, months: 6)
    let (assessment, safeguarding, care) = (5, 6, 7)
    let hand = [
      ago(years: 9, months: 3), ago(years: 8, months: 9), frame.redesign,
      ago(years: 7, months: 2), ago(years: 6, months: 7), ago(years: 5, months: 7),
    ]
    let early = opened - 200
    formerStaff(
      "karen", "Karen Holt", "SW010201", team: assessment, from: early, until: frame.redesign)
    formerStaff(
      "steve", "Steve Marlow", "SW010202", team: safeguarding, from: early, until: frame.redesign)
    formerStaff(
      "lucy", "Lucy Penn", "SW010203", team: care, from: early, until: frame.redesign + 90)
    formerStaff(
      "imran", "Imran Shah", "SW010204", team: Structure.castPod, from: frame.redesign,
      until: hand[3], employment: .agency)
    formerStaff(
      "beth", "Beth Coyle", "SW010205", team: Structure.castPod, from: frame.redesign,
      until: ago(years: 6, months: 1))
    formerStaff(
      "mark", "Mark Duffy", "SW010206", team: Structure.castPod, from: frame.redesign + 60,
      until: ago(years: 4, months: 4))
    add(opened, .open(suttonFamily, worker: "karen"))
    let inCare = ago(years: 8, months: 11)
    let (second, third) = (exactly(years: 8, months: 4), exactly(years: 6, months: 3))
    add(
      inCare,
      .care(
        strand: known, person: "ellie-mae",
        CareCourse(
          need: "N1",
          spells: [
            spell(inCare, second, "S", .interimCareOrder, "U4", "MH7 1LE", ended: "X1"),
            spell(
              second, third, "L", .careOrder, "U4", "MH7 1LE", ended: "X1", changed: "CREQB",
              moved: false),
            spell(third, nil, "P", .careOrder, "U6", "MH2 6HD"),
          ])))
    let turns: [(String, ChangeReason)] = [
      ("steve", .standardTransfer), ("lucy", .standardTransfer), ("imran", .restructure),
      ("beth", .workerLeft), ("mark", .absence), ("gwen", .managingCaseloads),
    ]
    for (day, (worker, reason)) in zip(hand, turns) {
      add(day, .handOver(strand: known, to: worker, reason))
    }
    add(
      ago(years: 6, months: 8),
      note(
        known, "beth", .visit, .school, "Why do you keep changing?",
        "Ellie-Mae asked what the point is of getting to know me when I will probably be gone soon. I did not have a good answer.",
        [("ellie-mae", .alone)]))
    add(
      hand[5] + 3,
      note(
        known, "gwen", .visit, .home, "Seventh",
        "Ellie-Mae counted on her fingers and said that I am number seven. I said that I would rather be the last, and that she can check.",
        [("ellie-mae", .alone)]))
    add(
      ago(months: 7),
      note(
        known, "gwen", .visit, .outdoors, "Five years",
        "We worked out that it is five years. Ellie-Mae said that I can stop counting now.",
        [("ellie-mae", .alone)]))
  }

  private var suttonFamily: CastFamily {
    CastFamily(
      key: "sutton", name: "Sutton", reference: "F000005",
      address: "9 Weavers Close, Marlhaven MH4 8ND",
      people: [
        CastFamily.Someone(
          key: "ellie-mae", given: "Ellie-Mae", surname: "Sutton", relation: "Child",
          born: exactly(years: 14, months: 5), sex: "F"),
        CastFamily.Someone(
          key: "donna", given: "Donna", surname: "Sutton", relation: "Mum",
          born: exactly(years: 37, months: 9), sex: "F"),
        CastFamily.Someone(
          key: "jean", given: "Jean", surname: "Sutton", relation: "Nan",
          born: exactly(years: 63, months: 1), sex: "F", livesAtHome: false),
      ])
  }

  /// A young mother who was herself known to the service as a child, her baby, and the specialist
  /// who helped the worker through a first time at court (S003, practice example 2).
  mutating func tellOfMabli() {
    let known = "hughes"
    let born = exactly(years: 1, months: 2)
    let opened = frame.workingDay(from: born + 1)
    add(opened, .open(hughesFamily(born: born), worker: "ngozi"))
    add(
      opened,
      .care(
        strand: known, person: "mabli",
        CareCourse(
          need: "N1",
          spells: [
            spell(opened, nil, "S", .interimCareOrder, "R1", "MH5 4CF")
          ])))
    add(opened + 20, .beside(strand: known, worker: "marjorie", .leadPractitioner, nil))
    add(
      ago(years: 1),
      note(
        known, "marjorie", .visit, .familyCentre, "Joint session with Carys",
        "Carys told us about the social workers she had as a girl, and which of them she would have wanted back. We used that to plan how Ngozi works with her.",
        [("carys", .seen)]))
    add(
      ago(months: 8),
      note(
        known, "ngozi", .meeting, .elsewhere, "At court",
        "Marjorie and I both gave evidence. Carys had read everything beforehand and there was nothing new in it for her.",
        [("carys", .seen)]))
    add(ago(months: 5), .stepBack(strand: known, worker: "marjorie"))
    add(
      ago(days: 12),
      note(
        known, "ngozi", .visit, .familyCentre, "Mabli and Carys",
        "Mabli crawled to Carys and away and back again. Carys speaks Welsh with her, and is teaching me the lullaby.",
        [("mabli", .seen), ("carys", .seen)]))
  }

  private func hughesFamily(born: Int) -> CastFamily {
    CastFamily(
      key: "hughes", name: "Hughes", reference: "F000006",
      address: "Flat 8, 3 Beacon Street, Marlhaven MH5 2UJ",
      people: [
        CastFamily.Someone(
          key: "mabli", given: "Mabli", surname: "Hughes", relation: "Child", born: born, sex: "F"),
        CastFamily.Someone(
          key: "carys", given: "Carys", surname: "Hughes", relation: "Mum",
          born: exactly(years: 19, months: 4), sex: "F", language: "Welsh"),
      ])
  }
}
