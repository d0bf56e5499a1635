public import Practice
public import Store

/// People and families as facts, ready to be told.
public enum PeopleRecords {
  public static func known(_ person: ID<Person>) -> FactRow {
    FactRow(PeopleTables.person, id: person, [])
  }

  public static func about(
    _ person: Person, _ detail: PersonDetail, fact: ID<Fact>, supersedes: ID<Fact>? = nil,
    because: String? = nil
  ) -> FactRow {
    FactRow(
      PeopleTables.about, id: fact, supersedes: supersedes, because: because,
      [
        person.id.bound, person.born.bound, person.died.bound, detail.sex.bound,
        detail.ethnicity.bound, detail.pronouns.bound, detail.language.bound,
        detail.interpreter.bound,
      ])
  }

  public static func name(_ name: PersonName, of person: ID<Person>, fact: ID<Fact>) -> FactRow {
    FactRow(
      PeopleTables.name, id: fact,
      [person.bound, .text(name.kind.rawValue), .text(name.given), .text(name.family)])
  }

  public static func number(
    _ number: PersonNumber, of person: ID<Person>, fact: ID<Fact>, supersedes: ID<Fact>? = nil,
    because: String? = nil
  ) -> FactRow {
    FactRow(
      PeopleTables.number, id: fact, supersedes: supersedes, because: because,
      [person.bound, .text(number.scheme.rawValue), .text(number.value)])
  }

  public static func known(_ family: ID<Family>) -> FactRow {
    FactRow(PeopleTables.family, id: family, [])
  }

  public static func about(_ family: Family, fact: ID<Fact>) -> FactRow {
    FactRow(
      PeopleTables.familyAbout, id: fact,
      [family.id.bound, .text(family.reference), .text(family.name)])
  }

  public static func member(
    _ member: FamilyMember, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      PeopleTables.member, id: fact, supersedes: supersedes, because: because,
      [member.family.bound, member.person.bound, .text(member.relation)] + member.period.bound)
  }

  public static func home(_ household: Household) -> FactRow {
    FactRow(PeopleTables.household, id: household.id, [.text(household.address)])
  }

  public static func residence(
    _ residence: Residence, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      PeopleTables.residence, id: fact, supersedes: supersedes, because: because,
      [residence.household.bound, residence.person.bound] + residence.period.bound)
  }

  public static func kinship(_ kinship: Kinship, fact: ID<Fact>) -> FactRow {
    FactRow(
      PeopleTables.kinship, id: fact,
      [
        kinship.person.bound, .text(kinship.kind.rawValue), kinship.of.bound,
        (kinship.period?.from).bound, (kinship.period?.until).bound,
      ])
  }
}

extension Period {
  /// The two columns of every fact that lasts.
  var bound: [Bound] { [from.bound, until.bound] }
}

extension Writing {
  /// Makes a name findable: each of its folded words, family name before given name.
  public func index(_ name: PersonName, of person: ID<Person>, authority: Int) throws {
    for (word, place) in NameWords.of(name) {
      try insertUnlessThere(
        PeopleTables.nameWord, authority: authority, [.text(word), person.bound, place.bound])
    }
  }
}
