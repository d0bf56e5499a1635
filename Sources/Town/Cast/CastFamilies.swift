import Practice

extension FamilyMaker {
  /// A family as the script writes it: kinship follows from the words for each other.
  mutating func family(
    _ written: CastFamily, on day: Int, place: Int, firstChild: Int, number: inout Int
  ) -> (TownFamily, [ChildLife]) {
    var draft = FamilyDraft(day: day, heritage: 0)
    let id = CastID.family(written.key)
    let home = Household(id: CastID.household(written.key), address: written.address)
    draft.households.append(home)
    draft.postcode = Streets.postcode(ofAddress: written.address)
    var lives: [ChildLife] = []
    for someone in written.people {
      let person = CastID.person(someone.key)
      draft.people.append(introduction(someone))
      draft.members.append(
        FamilyMember(
          family: id, person: person, relation: someone.relation, period: Period(from: Day(day))))
      let household = someone.livesAtHome ? home.id : newHome(&draft)
      number += 1
      let residence = Lasting(
        number: number,
        value: Residence(
          household: household, person: person,
          period: Period(from: Day(max(someone.born, day - 700)))))
      draft.residences.append(residence)
      if someone.isChild {
        lives.append(
          ChildLife(
            person: person, family: place, given: someone.preferred ?? someone.given,
            born: someone.born, adult: Int(Day(someone.born).adding(years: 18).number),
            sex: someone.sex, ethnicity: someone.ethnicity, residence: residence))
      } else {
        draft.adults.append(
          TownFamily.Adult(
            person: person, given: someone.given, relation: someone.relation, born: someone.born,
            livesWith: someone.livesAtHome))
      }
    }
    let family = TownFamily(
      family: Family(id: id, reference: written.reference, name: written.name),
      people: draft.people, members: draft.members, kinship: kinship(in: written),
      households: draft.households, residences: draft.residences, adults: draft.adults,
      children: Array(firstChild..<(firstChild + lives.count)), home: home.id,
      homePostcode: draft.postcode)
    return (family, lives)
  }

  private func introduction(_ someone: CastFamily.Someone) -> Introduction {
    var names = [PersonName(given: someone.given, family: someone.surname)]
    if let preferred = someone.preferred {
      names.append(PersonName(kind: .preferred, given: preferred, family: someone.surname))
    }
    if let former = someone.former {
      names.append(PersonName(kind: .former, given: someone.given, family: former))
    }
    return Introduction(
      person: Person(id: CastID.person(someone.key), born: Day(someone.born)), names: names,
      detail: PersonDetail(
        sex: someone.sex, ethnicity: someone.ethnicity, pronouns: someone.pronouns,
        language: someone.language, interpreter: someone.interpreter))
  }

  private func kinship(in written: CastFamily) -> [Kinship] {
    var ties: [Kinship] = []
    let mum = written.people.first { $0.relation == "Mum" }
    for someone in written.people {
      let id = CastID.person(someone.key)
      if someone.relation == "Nan", let mum {
        ties.append(Kinship(person: id, kind: .parent, of: CastID.person(mum.key)))
      }
      for child in written.people where child.isChild && child.key != someone.key {
        let kind: Kinship.Kind?
        switch someone.relation {
        case "Mum", "Dad": kind = .parent
        case "Nan": kind = .grandparent
        case "Child": kind = someone.born <= child.born ? .sibling : nil
        default: kind = .otherKin
        }
        if let kind { ties.append(Kinship(person: id, kind: kind, of: CastID.person(child.key))) }
      }
    }
    return ties
  }
}
