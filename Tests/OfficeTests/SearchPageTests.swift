import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct SearchPageTests {
  private func found(_ typed: String) async throws -> [ID<Person>] {
    let town = try await FamilyTown.shared.value
    let number = town.authority.number
    return try await town.store.read {
      try NameFinder(reading: $0, authority: number, scope: .everybody)
        .find(NameQuestion(typed)).people
    }
  }

  @Test(arguments: [
    "O'Doherty Leo", "o’doherty leo", "ODOHERTY leo", "leo odoh", "Leonard O Doherty",
    "o doherty leo",
  ])
  func leoIsFoundHoweverHisNameIsTyped(_ typed: String) async throws {
    #expect(try await found(typed).contains(Cast.leo))
  }

  @Test(arguments: ["siobhan", "Siobhán", "SIOBHAN o'doherty"])
  func accentsDoNotHideAnyone(_ typed: String) async throws {
    #expect(try await found(typed).count == 1)
  }

  @Test(arguments: ["kowalcyzk zosia", "Kowalczik zosia", "kowalczyk zosai"])
  func aTypingSlipIsForgiven(_ typed: String) async throws {
    #expect(try await found(typed).contains(Cast.zosia))
  }

  @Test func allWordsMustMatch() async throws {
    let people = try await found("leo kowalczyk")
    #expect(!people.contains(Cast.leo) && !people.contains(Cast.zosia))
  }

  @Test func aFormerNameLeadsToThePersonAndIsSaid() async throws {
    let town = try await FamilyTown.shared.value
    let page = try await SearchPage.show(FamilyTown.visit(town, as: .frontDoor, asking: "q=pascoe"))
      .plain
    #expect(page.contains("Lorraine Whitmore was Lorraine Pascoe"))
  }

  @Test func aResultSaysTheFamilyAndTheSocialWorker() async throws {
    let town = try await FamilyTown.shared.value
    let page = try await SearchPage.show(FamilyTown.visit(town, asking: "q=zosia"))
    #expect(page.words.contains("href=\"/families/\(Cast.kowalczyks)\""))
    #expect(page.plain.contains("Priya Nair Kingfisher Pod"))
  }

  @Test(arguments: ["محمد", "محم", "الحسن محمد"])
  func arabicNamesAreFound(_ typed: String) async throws {
    let town = try await FamilyTown.fresh()
    let person: ID<Person> = ID(high: 1, low: 55)
    let name = PersonName(given: "محمد", family: "الحسن")
    try await FamilyTown.tell(
      town,
      [
        PeopleRecords.known(person),
        PeopleRecords.name(name, of: person, fact: ID(high: 2, low: 55)),
      ], naming: [(name, person)])
    let number = town.authority.number
    let people = try await town.store.read {
      try NameFinder(reading: $0, authority: number, scope: .everybody)
        .find(NameQuestion(typed)).people
    }
    #expect(people == [person])
  }

  @Test func aChildFromAReturnIsFoundAndNamedByNumber() async throws {
    let town = try await FamilyTown.fresh()
    let person: ID<Person> = ID(high: 1, low: 56)
    try await FamilyTown.tell(
      town,
      [
        PeopleRecords.known(person),
        PeopleRecords.number(
          PersonNumber(scheme: .local, value: "100234"), of: person, fact: ID(high: 2, low: 56)),
      ])
    let page = try await SearchPage.show(FamilyTown.visit(town, as: .frontDoor, asking: "q=100234"))
    #expect(page.plain.contains("Child 100234"))
    #expect(page.words.contains("/children/\(person)"))
  }

  @Test(arguments: ["", "   ", "'", "%", "\u{0}", "<>", String(repeating: "a", count: 5000)])
  func nothingToFindIsNoFault(_ typed: String) async throws {
    #expect(try await found(typed).isEmpty)
  }

  @Test func moreThanAPageHoldsAsksToNarrowIt() async throws {
    let town = try await FamilyTown.fresh()
    let people: [ID<Person>] = (0..<40).map { ID(high: 1, low: 500 + $0) }
    let name = PersonName(given: "Wren", family: "Quillfeather")
    let facts = people.flatMap { person in
      [
        PeopleRecords.known(person),
        PeopleRecords.name(name, of: person, fact: ID(high: 2, low: person.low)),
      ]
    }
    try await FamilyTown.tell(town, facts, naming: people.map { (name, $0) })
    let page = try await SearchPage.show(FamilyTown.visit(town, as: .frontDoor, asking: "q=quill"))
    #expect(page.plain.contains("More than 25 people"))
    #expect(page.plain.contains("narrow it"))
    #expect(page.words.ranges(of: "Quillfeather</bdi>").count == 25)
  }

  @Test func aCheckMissesAWordThatNamesWereFoundBy() async throws {
    let town = try await FamilyTown.fresh()
    #expect(try await NameWords.findings(in: town.store).isEmpty)
    try await town.store.write { writing in
      try writing.run("DELETE FROM name_word WHERE word = 'doherty'")
      try writing.run("UPDATE name_word SET word = 'nobody' WHERE word = 'kowalczyk'")
    }
    let findings = try await NameWords.findings(in: town.store)
    #expect(findings.count == 2, "\(findings)")
  }
}
