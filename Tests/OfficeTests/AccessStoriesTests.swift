import Practice
import Store
import Testing
import Town

@testable import Office

@Suite struct AccessStoriesTests {
  private static let family = AccessTown.State.ordinary.family
  private static let locked = AccessTown.State.locked.family

  @Test func theFrontDoorFindsAFamilyAndSaysWhyBeforeItReads() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let joanna = try town.visitor(.frontDoor, .none)
    let found = try await joanna.get("/search?q=quillfeather")
    #expect(found.body.contains("/families/\(Self.family)/open"))
    let page = "/families/\(Self.family)"
    #expect(try await joanna.get(page).status == 404)
    let opened = try await send(
      joanna, page + "/open",
      [("reason", "contact"), ("words", "Her school rang about Wren this morning.")])
    #expect(opened.status == 303 && opened.location == page)
    let seen = try await joanna.get(page)
    #expect(seen.status == 200 && seen.body.contains("Secret words of Quillfeather"))
    #expect(seen.body.contains("You opened this record: it stays open to you until"))
    // Whoever works with the family sees it, with the reason in her words.
    let amara = try town.visitor(.socialWorker, .own)
    let looked = try await amara.get(page + "/looked")
    #expect(looked.body.contains("Her school rang about Wren this morning."))
    #expect(looked.body.contains("who opened the record for a stated reason"))
    // Her colleague at the Front Door has opened nothing.
    let other = Visitor(town.site)
    try await town.admit([.named("another at the front door", .frontDoor)])
    try await town.add(other, "another at the front door", .frontDoor)
    #expect(try await other.get(page).status == 404)
  }

  @Test func aReasonIsAskedForUntilItIsOneAndNothingTypedIsLost() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let visitor = try town.visitor(.socialWorker, .none)
    let path = "/families/\(Self.family)/emergency"
    let asked = try await send(
      visitor, path, [("reason", ""), ("words", "<b>x</b>"), ("safety", "")])
    #expect(asked.status == 422)
    #expect(asked.body.contains("Choose why you need it"))
    #expect(asked.body.contains("Say in your own words what you need the record for"))
    #expect(asked.body.contains("Say what could happen to a child if you waited"))
    #expect(asked.body.contains("&lt;b&gt;x&lt;/b&gt;"))
    #expect(try await visitor.get("/families/\(Self.family)").status == 404)
  }

  @Test func breakingTheGlassLastsADayAndIsReviewedBySomebodyElse() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let visitor = try town.visitor(.socialWorker, .none)
    let page = "/families/\(Self.family)"
    let typed = [
      ("reason", "safety"), ("words", "A neighbour hears screaming."),
      ("safety", "Wren could be hurt tonight."),
    ]
    let form = try await visitor.get(page + "/emergency")
    for _ in 1...2 {
      // Pressed twice, it is told once.
      let sent = try await visitor.post(page + "/emergency", pairs: fields(form, typed))
      #expect(sent.status == 303)
    }
    #expect(try await visitor.get(page).status == 200)
    let manager = try town.visitor(.podManager, .team)
    let due = try await manager.get("/access")
    #expect(due.body.contains("in an emergency") && due.body.contains("review by"))
    let link = try #require(due.body.firstMatch(of: /\/access\/openings\/[0-9a-f-]{36}/)).output
    // The manager of another team has nothing to do with it, and nor has who opened it.
    #expect(try await town.visitor(.podManager, .none).get(String(link)).status == 404)
    #expect(try await visitor.get(String(link)).status == 403)
    let empty = try await send(manager, String(link), [("outcome", ""), ("words", "")])
    #expect(empty.status == 422)
    let kept = try await send(
      manager, String(link), [("outcome", "no"), ("words", "The family was at the seaside.")])
    #expect(kept.status == 303)
    #expect(try await town.told(.openRecord) == 1)
    #expect(try await town.told(.reviewOpening) == 1)
    let again = try await manager.get(String(link))
    #expect(again.body.contains("Found not justified by podManager team"))
    #expect(!again.body.contains("Keep the review"))
    town.pass(seconds: 24 * 3600 - 1)
    #expect(try await town.again(.socialWorker, .none).get(page).status == 200)
    town.pass(seconds: 1)
    #expect(try await town.again(.socialWorker, .none).get(page).status == 404)
  }

  @Test func neitherALockedRecordNorOnesOwnNorNoneAtAllIsOpenedByAReason() async throws {
    let town = try await AccessTown()
    let visitor = try town.visitor(.frontDoor, .none)
    var answers: Set<String> = []
    for state in [AccessTown.State.locked, .ownFamily, .unknown] {
      let path = "/families/\(state.family)/open"
      let sent = try await send(
        visitor, path, [("reason", "duty"), ("words", "I am on duty today.")])
      #expect(sent.status == 422 && sent.body.contains("Nothing could be opened here."))
      var body = sent.body.replacing(state.family.description, with: "FAMILY")
      body = body.replacing(sent.hidden("telling") ?? "-", with: "TELLING")
      answers.insert(body)
      #expect(try await visitor.get("/families/\(state.family)").status == 404)
    }
    #expect(answers.count == 1)
    let search = try await visitor.get("/search?q=vexworthy")
    #expect(search.body.contains(AccessTown.call))
    #expect(!search.body.contains(Self.locked.description))
    #expect(!search.body.contains(AccessTown.State.locked.child.description))
  }

  @Test func whoLooksIsKeptOnceWithTheTieAndWhatWasSearchedFor() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let worker = try town.visitor(.socialWorker, .own)
    let before = try await town.looks()
    _ = try await worker.get("/families/\(Self.family)")
    _ = try await worker.get("/children/\(AccessTown.State.ordinary.child)")
    _ = try await worker.get("/search?q=quill%27s")
    _ = try await worker.get("/families")
    _ = try await worker.get("/families/\(Self.locked)")
    let looks = try await town.looks().dropFirst(before.count)
    #expect(looks.map(\.page) == ["/families/ID", "/children/ID", "/search"])
    #expect(looks.map(\.tie) == [.own, .own, .none])
    #expect(looks.last?.words == "quill's")
    #expect(try await town.told(.look) >= 3)
    let check = try await town.store.verify()
    #expect(check.ok, "\(check.findings)")
    // The officer's report counts them; nobody else has it.
    let report = try await town.visitor(.informationOfficer, .none).get("/access/looked")
    #expect(report.body.contains("socialWorker own"))
    #expect(try await worker.get("/access/looked").status == 403)
  }

  @Test func leavingEndsTheTieThatMinute() async throws {
    let town = try await AccessTown(states: [.ordinary])
    let page = "/families/\(Self.family)"
    let reviewer = try town.visitor(.conferenceChair, .review)
    #expect(try await reviewer.get(page).status == 200)
    try await town.endReview()
    #expect(try await reviewer.get(page).status == 404)
    #expect(!(try await reviewer.get("/search?q=quill")).body.contains("Wren Quillfeather"))
  }
}
