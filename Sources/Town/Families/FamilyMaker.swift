import Practice

/// Makes families: brothers and sisters, parents who live together or apart, grandparents and other
/// kin, their names, words and homes.
struct FamilyMaker {
  var chance: Chance
  var ids: IDMaker
  private(set) var made = 0

  init(chance: Chance, ids: IDMaker) {
    self.chance = chance
    self.ids = ids
  }

  /// A family whose youngest child is born by `day` and whose eldest is under 18 then.
  ///
  /// - Parameters:
  ///   - firstChild: the place that its first child will take among all children of the town.
  ///   - sizes: how many children; by chance where nil.
  mutating func family(
    on day: Int, place: Int, firstChild: Int, children wanted: Int? = nil,
    number: inout Int
  ) -> (TownFamily, [ChildLife]) {
    made += 1
    var draft = FamilyDraft(day: day, heritage: chance.weighted(Heritage.weights))
    let heritage = Heritage.all[draft.heritage]
    let other = chance.happens(8600) ? heritage : Heritage.all[chance.weighted(Heritage.weights)]
    let births = childBirths(on: day, wanted: wanted)
    let eldest = births[0]
    let familyName = surname(of: heritage)
    let familyID: ID<Family> = ids.next()
    let home = newHome(&draft)
    let oneHome = chance.happens(4300)

    let mumBorn = eldest - 365 * (16 + chance.below(12) + chance.below(14)) - chance.below(365)
    let mum = adult(
      "Mum", female: true, born: mumBorn, heritage, familyName, day: day, lives: true, &draft)
    var dad: ID<Person>?
    if chance.happens(8200) {
      let born = mumBorn - 365 * (chance.below(9) - 1) - chance.below(365)
      let name = chance.happens(6500) ? familyName : surname(of: other)
      dad = adult(
        "Dad", female: false, born: born, other, name, day: day, lives: oneHome, &draft)
      if let dad {
        draft.kinship.append(
          Kinship(person: mum, kind: oneHome ? .partner : .formerPartner, of: dad))
      }
    }
    if !oneHome, chance.happens(2600) {
      let partner = adult(
        "Mum's partner", female: false, born: mumBorn - 365 * chance.below(8) - 10, other,
        surname(of: other), day: day, lives: true, &draft)
      draft.kinship.append(Kinship(person: partner, kind: .partner, of: mum))
    }
    if chance.happens(4800) {
      let born = mumBorn - 365 * (17 + chance.below(18)) - chance.below(300)
      let nan = adult(
        "Nan", female: true, born: born, heritage, surname(of: heritage), day: day,
        lives: chance.happens(1400), &draft)
      draft.kinship.append(Kinship(person: nan, kind: .parent, of: mum))
      draft.grandparents.append(nan)
    }
    if chance.happens(1800) {
      let born = mumBorn - 365 * (19 + chance.below(18)) - chance.below(300)
      let grandad = adult(
        "Grandad", female: false, born: born, heritage, familyName, day: day, lives: false, &draft)
      draft.kinship.append(Kinship(person: grandad, kind: .parent, of: mum))
      draft.grandparents.append(grandad)
    }
    if chance.happens(1500) {
      let aunt = adult(
        "Auntie", female: true, born: mumBorn + 365 * (chance.below(11) - 5), heritage, familyName,
        day: day, lives: false, &draft)
      draft.kinship.append(Kinship(person: aunt, kind: .sibling, of: mum))
      draft.others.append(aunt)
    }

    let mixed = other.ethnicity != heritage.ethnicity && dad != nil
    let codes = mixed ? ["MWBC", "MWBA", "MWAS", "MOTH"] : heritage.ethnicity
    let ethnicity = codes[chance.below(codes.count)]
    var lives: [ChildLife] = []
    for born in births {
      let female = chance.happens(4880)
      let pool = chance.happens(8500) ? heritage : other
      let given = freshGiven(female ? pool.girls : pool.boys, beside: lives)
      let id: ID<Person> = ids.next()
      let detail = childDetail(
        female: female, ethnicity: ethnicity, heritage, age: (day - born) / 365)
      var names = [
        PersonName(given: given, family: Heritage.surname(familyName, female: female))
      ]
      var spoken = given
      if let short = preferred(given, age: (day - born) / 365) {
        names.append(PersonName(kind: .preferred, given: short, family: names[0].family))
        spoken = short
      }
      if chance.happens(180) {
        names.append(PersonName(kind: .former, given: given, family: surname(of: other)))
      }
      draft.people.append(
        Introduction(person: Person(id: id, born: Day(born)), names: names, detail: detail))
      draft.members.append(
        FamilyMember(
          family: familyID, person: id, relation: "Child", period: Period(from: Day(max(born, day)))
        ))
      draft.kinship.append(Kinship(person: mum, kind: .parent, of: id))
      if let dad { draft.kinship.append(Kinship(person: dad, kind: .parent, of: id)) }
      for grandparent in draft.grandparents {
        draft.kinship.append(Kinship(person: grandparent, kind: .grandparent, of: id))
      }
      for other in draft.others {
        draft.kinship.append(Kinship(person: other, kind: .auntOrUncle, of: id))
      }
      for brotherOrSister in lives {
        draft.kinship.append(Kinship(person: brotherOrSister.person, kind: .sibling, of: id))
      }
      number += 1
      let residence = Lasting(
        number: number,
        value: Residence(
          household: home, person: id, period: Period(from: Day(max(born, day - 400)))))
      draft.residences.append(residence)
      lives.append(
        ChildLife(
          person: id, family: place, given: spoken, born: born,
          adult: Int(Day(born).adding(years: 18).number), sex: female ? "F" : "M",
          ethnicity: ethnicity, residence: residence))
    }
    for adult in draft.adults {
      draft.members.append(
        FamilyMember(
          family: familyID, person: adult.person, relation: adult.relation,
          period: Period(from: Day(day))))
      number += 1
      let household = adult.livesWith ? home : newHome(&draft)
      draft.residences.append(
        Lasting(
          number: number,
          value: Residence(
            household: household, person: adult.person,
            period: Period(from: Day(max(adult.born, day - 400))))))
    }
    // The first numbers are those of the cast.
    let reference = "F" + String(String(1_000_000 + Script.families + made).dropFirst())
    let family = TownFamily(
      family: Family(id: familyID, reference: reference, name: familyName), people: draft.people,
      members: draft.members, kinship: draft.kinship, households: draft.households,
      residences: draft.residences, adults: draft.adults,
      children: Array(firstChild..<(firstChild + lives.count)), home: home,
      homePostcode: draft.postcode)
    return (family, lives)
  }
}

/// A family on the way to being made.
struct FamilyDraft {
  let day: Int
  let heritage: Int
  var people: [Introduction] = []
  var members: [FamilyMember] = []
  var kinship: [Kinship] = []
  var households: [Household] = []
  var residences: [Lasting<Residence>] = []
  var adults: [TownFamily.Adult] = []
  var grandparents: [ID<Person>] = []
  var others: [ID<Person>] = []
  var postcode = ""
}
