import Practice

/// Who a family's people are: births, names as people use them, and what they tell of themselves.
extension FamilyMaker {
  /// Days of birth, eldest first, none after `day`.
  mutating func childBirths(on day: Int, wanted: Int?) -> [Int] {
    let count = wanted ?? [1, 2, 3, 4, 5, 6][chance.weighted([330, 320, 190, 100, 40, 20])]
    // Where a number is asked for, they stay under 18 for the years that the cast needs them.
    var births = [day - chance.below(wanted == nil ? 6300 : 4600) - 1]
    while births.count < count {
      let next = births[births.count - 1] + (chance.happens(250) ? 0 : 380 + chance.below(1400))
      if next >= day {
        guard wanted != nil else { break }
        births = births.map { $0 - 600 }
        if births[0] <= day - 5000 {
          births = births.map { _ in day - 900 - chance.below(4000) }.sorted()
        }
        continue
      }
      births.append(next)
    }
    return births
  }

  mutating func surname(of heritage: Heritage) -> String {
    let name = chance.pick(heritage.surnames)
    guard heritage.weight == Heritage.british.weight, chance.happens(700) else { return name }
    return "\(name)-\(chance.pick(heritage.surnames))"
  }

  mutating func newHome(_ draft: inout FamilyDraft) -> ID<Household> {
    let id: ID<Household> = ids.next()
    let address = Streets.address(&chance)
    if draft.postcode.isEmpty { draft.postcode = Streets.postcode(ofAddress: address) }
    draft.households.append(Household(id: id, address: address))
    return id
  }

  mutating func adult(
    _ relation: String, female: Bool, born: Int, _ heritage: Heritage, _ familyName: String,
    day: Int, lives: Bool, _ draft: inout FamilyDraft
  ) -> ID<Person> {
    let id: ID<Person> = ids.next()
    let given = chance.pick(female ? heritage.girls : heritage.boys)
    let name = Heritage.surname(familyName, female: female)
    var names = [PersonName(given: given, family: name)]
    if female, chance.happens(900) {
      names.append(
        PersonName(
          kind: .former, given: given,
          family: Heritage.surname(chance.pick(heritage.surnames), female: true)))
    }
    var detail = PersonDetail(sex: female ? "F" : "M", ethnicity: chance.pick(heritage.ethnicity))
    if let language = heritage.language, chance.happens(6000) {
      detail.language = language
      detail.interpreter = chance.happens(4200)
    }
    let died = chance.happens(60) ? max(born + 6000, day - chance.below(2000) - 30) : Int.max
    draft.people.append(
      Introduction(
        person: Person(id: id, born: Day(born), died: died < day ? Day(died) : nil), names: names,
        detail: detail))
    draft.adults.append(
      TownFamily.Adult(
        person: id, given: given, relation: relation, born: born,
        livesWith: lives && died >= day, died: died < day ? died : .max))
    return id
  }

  mutating func freshGiven(_ pool: [String], beside: [ChildLife]) -> String {
    for _ in 0..<8 {
      let name = chance.pick(pool)
      if !beside.contains(where: { $0.given == name }) { return name }
    }
    return chance.pick(pool)
  }

  mutating func childDetail(
    female: Bool, ethnicity: String, _ heritage: Heritage, age: Int
  ) -> PersonDetail {
    var detail = PersonDetail(sex: female ? "F" : "M", ethnicity: ethnicity)
    if let language = heritage.language, chance.happens(3500) {
      detail.language = language
      detail.interpreter = chance.happens(800)
    }
    if age > 10, chance.happens(1200) {
      detail.pronouns = chance.happens(1500) ? "they/them" : female ? "she/her" : "he/him"
    }
    return detail
  }

  /// A short form that the child goes by, where there is one and chance wants it.
  mutating func preferred(_ given: String, age: Int) -> String? {
    guard age > 3, chance.happens(2500) else { return nil }
    return FamilyMaker.shortForms[given]
  }

  private static let shortForms = [
    "Theodore": "Theo", "Thomas": "Tom", "Joshua": "Josh", "William": "Will", "Alexander": "Alex",
    "Isabella": "Bella", "Charlotte": "Lottie", "Penelope": "Nell", "Matilda": "Tilly",
    "Jessica": "Jess", "Abigail": "Abi", "Zuzanna": "Zuzia", "Aleksandra": "Ola", "Jakub": "Kuba",
    "Antoni": "Antek", "Muhammad": "Mo", "Oluwaseun": "Seun", "Temitope": "Temi", "Edward": "Ned",
    "Oluwadamilola": "Dami", "Chukwuemeka": "Emeka", "Ellie-Mae": "Ellie", "Harrison": "Harry",
    "Samuel": "Sam", "Amelia": "Millie", "Nathan": "Nate", "Jacob": "Jake", "Megan": "Meg",
  ]
}
