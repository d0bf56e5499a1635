import Practice
import Store
import Testing
import Town

@testable import Office

/// Whoever remembers a word of a meeting finds the meeting.
@Suite struct MeetingSearchTests {
  private typealias Town = (store: Store, authority: Authority)

  /// A meeting as Amara's form would tell it.
  private func tell(
    _ town: Town, _ number: UInt64, _ words: String, title: String = "",
    on day: Day = FamilyTown.today,
    with family: ID<Family> = Cast.dohertys
  ) async throws {
    let encounter = Encounter(
      id: ID(high: 8, low: number), family: family, practitioner: Cast.amara, day: day,
      kind: .visit, place: .home, title: title, words: words, met: [])
    let authority = town.authority.number
    try await town.store.write { writing in
      try RecordEncounter(
        encounter, telling: ID(high: 8, low: number), by: "Amara Osei",
        recorded: Instant(microseconds: Int64(FamilyTown.today.number) * 86_400_000_000)
      ).tell(writing, authority)
    }
  }

  /// The part of the page beneath the people.
  private func written(_ town: Town, _ query: String) async throws -> String {
    let page = try await SearchPage.show(FamilyTown.visit(town, asking: query)).words
    return page.ranges(of: "<h2 id=\"written\">").first.map { String(page[$0.lowerBound...]) } ?? ""
  }

  @Test func aMeetingIsFoundAsSoonAsItIsWrittenDown() async throws {
    let town = try await FamilyTown.fresh()
    #expect(try await !written(town, "q=heron").contains("<mark>"))
    try await tell(
      town, 1, "We walked far. Leo saw a heron by the weir. He smiled.", title: "Herons and a weir",
      on: FamilyTown.today - 1)
    let page = try await written(town, "q=h%C3%A9ron+WEIR")
    #expect(page.contains("href=\"/families/\(Cast.dohertys)\""))
    #expect(page.contains("… Leo saw a <mark>heron</mark> by the <mark>weir</mark>. …"))
    #expect(page.contains("Herons and a <mark>weir</mark>"))
    let shown = try await SearchPage.show(FamilyTown.visit(town, asking: "q=heron+weir")).plain
    #expect(shown.contains("19 Nov 2026 Visit at home"))
    // Nobody is called so, and the page says that too.
    #expect(shown.contains("Nobody by that name is among the families you work with."))
  }

  @Test func whatWasWrittenStaysTextWhateverItLooksLike() async throws {
    let town = try await FamilyTown.fresh()
    let payload = "<script>alert('kestrel')</script> & \"<b>kestrel</b>\u{301}\""
    try await tell(town, 1, payload, title: "<img src=x onerror=kestrel>")
    let page = try await written(town, "q=kestrel+%3Cscript%3E")
    #expect(page.contains("&lt;<mark>script</mark>&gt;alert(&#39;<mark>kestrel</mark>&#39;)"))
    #expect(page.contains("&lt;img src=x onerror=<mark>kestrel</mark>&gt;"))
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
  }

  @Test func theNewestComeFirstAndMoreAreSaidToBe() async throws {
    let town = try await FamilyTown.fresh()
    for number in 1...22 as ClosedRange<UInt64> {
      try await tell(
        town, number, "kingfisherlike \(number)", on: FamilyTown.today - 30 + Int(number))
    }
    let page = try await written(town, "q=kingfisherlike")
    #expect(page.ranges(of: "<mark>").count == MeetingFinder.most)
    #expect(page.contains("There are more than these 20"))
    let numbers = (1...22).reversed().prefix(MeetingFinder.most)
    let places = numbers.compactMap { page.ranges(of: "</mark> \($0)<").first?.lowerBound }
    #expect(places.count == MeetingFinder.most && places == places.sorted())
    #expect(try await !written(town, "q=kingfisherlike+22").contains("There are more"))
  }

  @Test func aCorrectedMeetingIsFoundByWhatItSaysNow() async throws {
    let town = try await FamilyTown.fresh()
    try await tell(town, 1, "His brother was cormorantish.")
    let meant = Encounter(
      id: ID(high: 8, low: 2), family: Cast.dohertys, practitioner: Cast.amara,
      day: FamilyTown.today, kind: .visit, words: "His cousin was bitternish.", met: [])
    try await FamilyTown.tell(
      town,
      RelationshipRecords.encounter(
        meant, supersedes: ID(high: 8, low: 1), because: "another boy was meant"))
    #expect(try await !written(town, "q=cormorantish").contains("<mark>"))
    #expect(
      try await written(town, "q=bitternish").contains("His cousin was <mark>bitternish</mark>."))
  }

  @Test func familiesThatTheReaderMayNotSeeAreLeftOutInTheStoresOwnQuestion() async throws {
    let town = try await FamilyTown.fresh()
    try await tell(town, 1, "an ospreylike day")
    try await tell(town, 2, "an ospreylike night", with: Cast.kowalczyks)
    let (authority, hidden) = (town.authority.number, Cast.dohertys)
    let found = try await town.store.read {
      try MeetingFinder(reading: $0, authority: authority).find(
        WordsAsked("ospreylike"), where: "f.family <> \(hidden)")
    }
    #expect(found.meetings.map(\.family) == [Cast.kowalczyks])
    #expect(Set(found.families.keys) == [Cast.kowalczyks] && !found.hasMore)
  }

  @Test func anotherAuthoritysMeetingsAreFoundByNobodyHere() async throws {
    let town = try await FamilyTown.fresh()
    let other = try await town.store.addAuthority(
      code: "998", name: "Elsewhere", now: Instant(microseconds: 0))
    try await tell(town, 1, "a secretive heron")
    let there = FamilyTown.visit((town.store.of(other), other), asking: "q=secretive")
    #expect(try await !SearchPage.show(there).words.contains("<mark>"))
    let here = FamilyTown.visit(
      (town.store.of(town.authority), town.authority), asking: "q=secretive")
    #expect(try await SearchPage.show(here).words.contains("<mark>secretive</mark>"))
  }

  @Test func oneLetterAsksForMoreAndNothingFoundTeaches() async throws {
    let town = try await FamilyTown.shared.value
    #expect(try await written(town, "q=s").contains("Type at least two letters"))
    #expect(try await written(town, "q=zzzzqqqq").contains("each word whole, in any order"))
    #expect(try await written(town, "") == "")
    #expect(try await written(town, "q=%27") == "")
  }

  @Test func theTownsOwnMeetingsAreFoundAndTheStoreIsWhole() async throws {
    let town = try await FamilyTown.shared.value
    let authority = town.authority.number
    let told = try await town.store.read { reading in
      try reading.all("SELECT title, words FROM encounter WHERE authority = \(authority)") {
        ($0.text(0) + " " + $0.text(1))
      }
    }
    // Read one by one, as the store never does.
    let count = told.count { text in
      let folded = FoldedText(text)
      let words = folded.words.map { String(decoding: folded.bytes[$0.folded], as: UTF8.self) }
      return words.contains("kettle")
    }
    #expect(count > 0)
    let found = try await town.store.read {
      try $0.found(
        WordsAsked("kettle"), in: RelationshipTables.encounter, authority: authority, most: 10_000,
        "f.words"
      ) { $0.text(0) }
    }
    #expect(found.values.count == count && !found.hasMore)
    let check = try await town.store.verify()
    #expect(check.ok, "\(check.findings)")
  }
}
