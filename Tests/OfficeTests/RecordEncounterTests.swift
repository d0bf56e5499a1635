import Practice
import Store
import Testing
import Town

@testable import Office

/// Amara has visited the O'Dohertys and writes it down.
@Suite struct RecordEncounterTests {
  private static let first: ID<Telling> = ID(high: 0x0192_f0c1_7a3b_7000, low: 1 << 63 | 7)

  private typealias Town = (store: Store, authority: Authority)

  /// What the form holds; a later pair of the same name takes the place of the first.
  private func form(_ changes: [(String, String)] = []) -> Form {
    var pairs = [
      ("telling", Self.first.description), ("day", "2026-11-19"), ("kind", "visit"),
      ("place", "home"), ("title", "The kite is mended"), ("words", "We flew it."),
      ("met", "\(Cast.leo) alone"),
    ]
    pairs.removeAll { pair in changes.contains { $0.0 == pair.0 } }
    var form = Form()
    for (name, value) in pairs + changes { form.words.append(name, value) }
    return form
  }

  private func send(
    _ town: Town, _ form: Form, by practitioner: ID<Practitioner>? = Cast.amara,
    to family: ID<Family> = Cast.dohertys
  ) async throws -> Answer {
    let visit = FamilyTown.visit(town, by: practitioner)
    return try await RecordEncounterPage.receive(
      Visit(
        actor: visit.actor, store: visit.store, now: visit.now, csrf: visit.csrf,
        query: visit.query, form: form, may: visit.may), family)
  }

  private func show(
    _ town: Town, _ query: String = "telling=\(first)", by who: ID<Practitioner>? = Cast.amara
  ) async throws -> Answer {
    try await RecordEncounterPage.show(
      FamilyTown.visit(town, by: who, asking: query), Cast.dohertys)
  }

  private func family(_ town: Town) async throws -> Answer {
    try await FamilyPage.show(FamilyTown.visit(town), Cast.dohertys)
  }

  private func told(_ town: Town) async throws -> Int {
    try await town.store.read { try $0.count("SELECT count(*) FROM telling") }
  }

  @Test func aMeetingStandsAtOnceOnTheFamilysPageAndInTheChildsThread() async throws {
    let town = try await FamilyTown.fresh()
    let before = try await ChildPage.show(FamilyTown.visit(town), Cast.leo).plain
    #expect(!before.contains("last met 19 November 2026"))
    let answer = try await send(town, form())
    #expect(answer.text == "/families/\(Cast.dohertys)?told=meeting")
    let page = try await family(town).plain
    #expect(page.contains("19 Nov 2026 Visit at home The kite is mended"))
    #expect(page.contains("Amara Osei, Kingfisher Pod; saw Leo alone We flew it."))
    let child = try await ChildPage.show(FamilyTown.visit(town), Cast.leo).plain
    #expect(child.contains("last met 19 November 2026"))
  }

  @Test func itIsOneTellingOfTheDeedByWhoeverIsSignedIn() async throws {
    let town = try await FamilyTown.fresh()
    _ = try await send(town, form())
    let (deed, teller, day, facts) = try #require(
      try await town.store.read { reading in
        try reading.first(
          "SELECT deed, teller, happened, facts FROM telling ORDER BY seq DESC LIMIT 1"
        ) { ($0.text(0), $0.text(1), $0.day(2), $0.int(3)) }
      })
    #expect(deed == Deed.recordEncounter.rawValue && teller == "Amara Osei")
    #expect(day == Day("2026-11-19") && facts == 2)
  }

  @Test func aDoubleClickKeepsItOnce() async throws {
    let town = try await FamilyTown.fresh()
    let before = try await told(town)
    async let one = send(town, form())
    async let other = send(town, form())
    let answers = try await [one.text, other.text]
    #expect(answers.allSatisfy { $0.hasSuffix("?told=meeting") })
    #expect(try await told(town) == before + 1)
    #expect(try await family(town).plain.ranges(of: "The kite is mended").count == 1)
  }

  @Test func theWayToTheFormNamesTheTellingSoThatGoingBackBeginsNoOther() async throws {
    let town = try await FamilyTown.fresh()
    let way = try await show(town, "child=\(Cast.leo)").text
    #expect(way.hasPrefix("/families/\(Cast.dohertys)/encounters?child=\(Cast.leo)&telling="))
    let id = try #require(way.split(separator: "=").last.map(String.init))
    #expect(try await show(town, "telling=\(id)").text.contains("value=\"\(id)\""))
    let other = try await show(town, "").text
    #expect(other.hasPrefix("/families/") && !other.hasSuffix(id))
  }

  @Test func whoGoesBackToAFormThatIsKeptIsToldSo() async throws {
    let town = try await FamilyTown.fresh()
    #expect(try await show(town).text.contains("<form"))
    _ = try await send(town, form())
    let page = try await show(town)
    #expect(page.plain.contains("This meeting is written down Visit on 19 November 2026"))
    #expect(!page.text.contains("<textarea"))
  }

  @Test func aColleagueWhoGetsTheAddressOfAFormBeginsTheirOwn() async throws {
    let town = try await FamilyTown.fresh()
    _ = try await send(town, form())
    for (answer, who) in [
      (try await show(town, by: Cast.ruth), "another practitioner"),
      (try await show(town, "telling=\(ID<Telling>(high: 1, low: 2))"), "no id of a form"),
      (
        try await RecordEncounterPage.show(
          FamilyTown.visit(town, asking: "telling=\(Self.first)"), Cast.kowalczyks),
        "another family"
      ),
    ] {
      guard case .seeOther(let address) = answer else {
        Issue.record("\(who) is shown what is not theirs")
        continue
      }
      #expect(
        address.text.contains("telling=") && !address.text.contains("\(Self.first)"), "\(who)")
    }
  }

  @Test func otherWordsInAFormThatIsKeptChangeNothingAndAreNotLost() async throws {
    let town = try await FamilyTown.fresh()
    _ = try await send(town, form())
    let before = try await told(town)
    for change in [
      ("words", "We flew it twice."), ("day", "2026-11-18"), ("met", "\(Cast.ruby) seen"),
    ] {
      let again = try await send(town, form([change]))
      #expect(again.asksAgain)
      #expect(again.text.words.contains("it stands as it was"), "\(change)")
      #expect(again.text.contains(change.1), "\(change)")
      #expect(!again.text.contains("value=\"\(Self.first)\""), "a telling of its own")
    }
    #expect(try await told(town) == before)
    let next = ID<Telling>(high: Self.first.high, low: 1 << 63 | 8)
    _ = try await send(
      town, form([("words", "We flew it twice."), ("telling", next.description)]))
    #expect(try await told(town) == before + 1)
  }

  @Test(arguments: [
    ("day", "", "day", "Enter the day on which you met"),
    ("day", "19/11/2026", "day", "Enter the day on which you met"),
    ("day", "2026-11-21", "day", "Enter today, or a day before"),
    ("day", "0206-11-19", "day", "Leo O&#39;Doherty was born on"),
    ("kind", "", "kind", "Choose how you met"),
    ("kind", "dance", "kind", "Choose how you met"),
    ("kind", "call", "met", "In a call or a message nobody is seen"),
    ("met", "", "met", "Say who of the family took part"),
    ("met", "\(Cast.ezra) seen", "met", "Say who of the family took part"),
    ("title", " \n ", "title", "Enter a line that says what it was about"),
    ("title", String(repeating: "é", count: 201), "title", "Say it in 200 characters or fewer"),
    ("words", String(repeating: "é", count: 50_001), "words", "Write 50,000 characters or fewer"),
  ])
  func whatMustBePutRightIsSaidAtTheTopAndBesideItsField(
    name: String, value: String, field: String, words: String
  ) async throws {
    let town = try await FamilyTown.shared.value
    let before = try await told(town)
    let answer = try await send(town, form([(name, value)]))
    #expect(answer.asksAgain)
    let page = answer.text
    #expect(page.contains("<title>Error: Write down a meeting"))
    #expect(page.between("<a href=\"#\(field)\">", "</a>").contains(words))
    #expect(page.between("id=\"\(field)-fault\">", "</p>").contains(words))
    #expect(page.contains("id=\"\(field)\""))
    #expect(page.count(of: "class=\"fault\"") == 1)
    #expect(try await told(town) == before)
  }

  @Test func nothingThatWasTypedIsLostWhenSomethingMustBePutRight() async throws {
    let town = try await FamilyTown.shared.value
    let page = try await send(
      town,
      form([
        ("day", "2031-01-01"), ("title", "\"Leo\" & <b>"), ("words", "one\r\n\r\n  two"),
        ("met", "\(Cast.leo) alone"), ("met", "\(Cast.ruby) there"), ("child", "\(Cast.leo)"),
      ])
    ).text
    #expect(page.contains("value=\"\(Self.first)\"") && page.contains("value=\"2031-01-01\""))
    #expect(page.contains("value=\"&quot;Leo&quot; &amp; &lt;b&gt;\""))
    #expect(page.contains("one\n\n  two</textarea>"))
    #expect(page.contains("value=\"visit\" checked") && page.contains("value=\"home\" selected"))
    #expect(page.contains("value=\"\(Cast.leo) alone\" selected"))
    #expect(page.contains("value=\"\(Cast.ruby) there\" selected"))
    #expect(page.contains("name=\"child\" value=\"\(Cast.leo)\""))
  }

  @Test func whoeverMeetsNoFamiliesIsToldWhyNotAndSeesNoWayToIt() async throws {
    let town = try await FamilyTown.fresh()
    await #expect(throws: RecordEncounterRefusal.noPractitioner) {
      try await show(town, by: nil)
    }
    let before = try await told(town)
    await #expect(throws: RecordEncounterRefusal.noPractitioner) {
      try await send(town, form(), by: nil)
    }
    #expect(try await told(town) == before)
    for (who, ways) in [(nil, 0), (Cast.amara, 1)] as [(ID<Practitioner>?, Int)] {
      let visit = FamilyTown.visit(town, by: who)
      let family = try await FamilyPage.show(visit, Cast.dohertys).words
      let child = try await ChildPage.show(visit, Cast.leo).words
      #expect(family.count(of: "/families/\(Cast.dohertys)/encounters\"") == ways)
      #expect(child.count(of: "/encounters?child=\(Cast.leo)\"") == ways)
    }
  }

  @Test func whoBeganOnAChildsPageIsLedBackToIt() async throws {
    let town = try await FamilyTown.fresh()
    let answer = try await send(town, form([("child", "\(Cast.leo)")]))
    #expect(answer.text == "/children/\(Cast.leo)?told=meeting")
    let page = try await ChildPage.show(
      FamilyTown.visit(town, asking: "told=meeting"), Cast.leo)
    #expect(page.plain.contains("The meeting is written down."))
  }

  @Test func theMeetingIsTheirsWhoIsSignedInWhateverTheFormSays() async throws {
    let town = try await FamilyTown.fresh()
    _ = try await send(
      town, form([("practitioner", "\(Cast.amara)")]), by: Cast.ruth)
    #expect(try await family(town).plain.contains("Ruth Adeyemi, Kingfisher Pod; saw Leo alone"))
  }

  @Test func aFamilyOfAnotherAuthorityOrNoneIsNotFound() async throws {
    let town = try await FamilyTown.shared.value
    let other = Authority(number: 2, code: "998", name: "Elsewhere")
    #expect(try await send((town.store, other), form()).isNotFound)
    #expect(try await send(town, form(), to: ID(high: 9, low: 9)).isNotFound)
  }

  @Test(arguments: ["", "x", "0192f0c1-7a3b-4000-8000-000000000007"])
  func aFormThatIsNotOursIsRefused(telling: String) async throws {
    let town = try await FamilyTown.shared.value
    await #expect(throws: DoorRefusal.notFromHere) {
      try await send(town, form([("telling", telling)]))
    }
  }
}
