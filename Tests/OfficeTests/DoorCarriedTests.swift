import HTTPTypes
import Practice
import Store
import Testing
import Town

@testable import Office

/// Amara writes down a meeting, and her session ends while she writes.
@Suite struct DoorCarriedTests {
  private static let password = "four quiet otters swim"
  private static let words =
    "Leo laughed: \"so high!\"\r\n\r\nThen <b>tea</b> & cake, 50% of it + more.\u{301}"
  private static let path = "/families/\(Cast.dohertys)/encounters"

  /// Her desk, with a clock that only the story moves.
  private struct Desk {
    let town: (store: Store, authority: Authority)
    let site: Site
    let log = DoorLog()
    private let time = Guarded(Instant(microseconds: 1_795_000_000_000_000))

    init() async throws {
      town = try await FamilyTown.fresh()
      let time = time
      site = Site(
        store: town.store, authority: town.authority, lock: PasswordLock(rounds: 16),
        logbook: log.logbook, clock: { time.withValue { $0 } })
      for (name, practitioner) in [("Amara Osei", Cast.amara), ("Tom Reed", nil)] {
        try await site.accounts.add(
          name: name, password: DoorCarriedTests.password, role: .socialWorker,
          practitioner: practitioner, now: site.clock())
      }
    }

    func pass(seconds: Int) { time.withValue { $0 = $0 + seconds } }
    func told() async throws -> Int { try await FamilyTown.told(in: town) }
  }

  private static func write(_ visitor: Visitor) async throws -> (form: Seen, sent: Pairs) {
    let way = try await visitor.get(path)
    let form = try await visitor.get(way.location ?? "")
    return (
      form,
      [
        "csrf": form.hidden("csrf") ?? "", "telling": form.hidden("telling") ?? "",
        "day": "2026-11-17", "kind": "visit", "place": "home", "title": "The kite & the string",
        "words": words, "met": "\(Cast.leo) alone",
      ]
    )
  }

  private typealias Pairs = KeyValuePairs<String, String>

  /// Signs in on the very page that says so.
  private static func signIn(
    _ visitor: Visitor, on page: Seen, as name: String = "Amara Osei", _ password: String = password
  ) async throws -> Seen {
    try await visitor.post(
      "/sign-in",
      [
        "csrf": page.hidden("csrf") ?? "", "next": page.hidden("next") ?? "", "name": name,
        "password": password, "kept-to": page.kept("kept-to"), "kept-by": page.kept("kept-by"),
        "kept": page.kept("kept"),
      ])
  }

  @Test func nothingTypedIsLostAndNothingIsToldUntilItIsSentAgain() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    let (_, sent) = try await Self.write(visitor)
    desk.pass(seconds: 31 * 60)
    let before = try await desk.told()
    let turned = try await visitor.post(Self.path, sent)
    #expect(turned.status == 403)
    #expect(turned.body.contains("Nothing that you typed is lost."))
    #expect(!turned.body.contains("<b>tea"))
    // A slip on the way loses nothing either.
    let slip = try await Self.signIn(visitor, on: turned, as: "Amara Osei", "a slip")
    #expect(slip.status == 422)
    let again = try await Self.signIn(visitor, on: slip)
    #expect(again.status == 200)
    #expect(again.body.contains("It is not kept yet."))
    #expect(try await desk.told() == before)

    let now = again.hidden("csrf") ?? ""
    #expect(now != sent[0].value && again.hidden("telling") == sent[1].value)
    for (name, value) in [("day", "2026-11-17"), ("title", "The kite &amp; the string")] {
      #expect(again.body.contains("name=\"\(name)\"") && again.body.contains("value=\"\(value)\""))
    }
    let shown = Self.words.replacing("\r\n", with: "\n").replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    #expect(
      ByteSearch(for: Array(shown.utf8)).first(in: Array(again.body.utf8), from: 0) != nil)
    let met = "value=\"\(Cast.leo) alone\" selected"
    #expect(again.body.contains(met))

    var pairs = sent.map { ($0.key, $0.value) }
    pairs[0].1 = now
    let kept = try await visitor.post(Self.path, pairs)
    #expect(kept.location == "/families/\(Cast.dohertys)?told=meeting")
    #expect(try await desk.told() == before + 1)
    #expect(!desk.log.text.contains("kite") && !desk.log.text.contains("Leo"))
  }

  @Test func theWordsAreShownToNobodyElse() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    let (_, sent) = try await Self.write(visitor)
    desk.pass(seconds: 31 * 60)
    let turned = try await visitor.post(Self.path, sent)
    let other = try await Self.signIn(visitor, on: turned, as: "Tom Reed")
    #expect(other.status == 303 && other.location == "/families")
    #expect(!other.body.contains("kite"))
  }

  @Test func wordsThatNoPageOfOursAskedForAreNotShown() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    let (_, sent) = try await Self.write(visitor)
    visitor.cookies["kith"] = nil
    // Made up by somebody who knows no mark of hers: the sign-in shows the first page.
    var pairs = sent.map { ($0.key, $0.value) }
    pairs[0].1 = String(repeating: "a", count: 64)
    let forged = try await visitor.post(Self.path, pairs)
    #expect(forged.status == 403)
    #expect(try await Self.signIn(visitor, on: forged).location == "/families")
    // From another site, or without any mark, nothing is carried at all.
    visitor.cookies["kith"] = nil
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    #expect(try await visitor.post(Self.path, sent, [site: "cross-site"]).status == 303)
    #expect(try await visitor.post(Self.path, ["title": "x"]).status == 303)
  }

  @Test func aFormOfAnEarlierSessionIsShownAgainInTheNextOne() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    let (_, sent) = try await Self.write(visitor)
    // She has signed in anew in another tab.
    try await desk.site.sessions.end(visitor.cookies["kith"] ?? "")
    visitor.cookies["kith"] = nil
    try await visitor.signIn("Amara Osei", Self.password)
    let before = try await desk.told()
    let again = try await visitor.post(Self.path, sent)
    #expect(again.status == 200 && again.body.contains("The kite &amp; the string"))
    #expect(try await desk.told() == before)
  }

  @Test func theWordsGoThroughTheSecondStepToo() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    let (_, sent) = try await Self.write(visitor)
    let account = try #require(
      try await desk.site.accounts.opened(by: "Amara Osei", Self.password))
    let offer = try desk.site.factors.offer(to: account)
    func code() -> String {
      TimeCode.code(of: offer.secret, step: TimeCode.step(at: desk.site.clock()))
    }
    _ = try await desk.site.factors.accept(offer, by: account, code(), now: desk.site.clock())
    desk.pass(seconds: 31 * 60)
    let turned = try await visitor.post(Self.path, sent)
    let step = try await Self.signIn(visitor, on: turned)
    #expect(step.status == 200 && step.body.contains("Your second step"))
    let again = try await visitor.post(
      "/sign-in/factor",
      [
        "csrf": step.hidden("csrf") ?? "", "code": code(), "kept-to": step.kept("kept-to"),
        "kept-by": step.kept("kept-by"), "kept": step.kept("kept"),
      ])
    #expect(again.status == 200 && again.body.contains("The kite &amp; the string"))
  }

  @Test func theWordsWaitWhileASecondStepIsSetUp() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    let (_, sent) = try await Self.write(visitor)
    try await desk.site.accounts.ask(.socialWorker, forFactor: true, now: desk.site.clock())
    let turned = try await visitor.post(Self.path, sent)
    let step = try await Self.signIn(visitor, on: turned)
    let account = try #require(
      try await desk.site.accounts.opened(by: "Amara Osei", Self.password))
    let offer = try #require(
      step.hidden("offer").flatMap { desk.site.factors.offer($0, to: account) })
    let code = TimeCode.code(of: offer.secret, step: TimeCode.step(at: desk.site.clock()))
    let codes = try await visitor.post(
      "/sign-in/factor",
      [
        "csrf": step.hidden("csrf") ?? "", "code": code, "offer": offer.sealed,
        "kept-to": step.kept("kept-to"), "kept-by": step.kept("kept-by"), "kept": step.kept("kept"),
      ])
    #expect(codes.body.contains("Go on with what you had written"))
    let again = try await visitor.post(
      "/you/words",
      [
        "csrf": codes.hidden("csrf") ?? "", "kept-to": codes.kept("kept-to"),
        "kept-by": codes.kept("kept-by"), "kept": codes.kept("kept"),
      ])
    #expect(again.status == 200 && again.body.contains("The kite &amp; the string"))
  }

  @Test func theLongestWordsAreCarriedAndFilesAreNot() async throws {
    let desk = try await Desk()
    let visitor = Visitor(desk.site)
    try await visitor.signIn("Amara Osei", Self.password)
    var pairs = try await Self.write(visitor).sent.map { ($0.key, $0.value) }
    let long = String(repeating: "ż", count: RecordEncounterForm.longestWords)
    pairs[6].1 = long
    visitor.cookies["kith"] = nil
    let turned = try await visitor.post(Self.path, pairs)
    #expect(turned.status == 403)
    let again = try await Self.signIn(visitor, on: turned)
    #expect(again.status == 200 && again.body.utf8.count > long.utf8.count)
    visitor.cookies["kith"] = nil
    #expect(try await visitor.post("/imports", ["csrf": pairs[0].1]).status == 303)
  }

  /// A form that cannot be shown again loses what was typed: files are chosen once more, and passwords
  /// are never sent back to a page.
  @Test func everyFormOfWordsCanBeShownAgain() {
    let others = [
      "/imports", "/you/password", "/you/sessions", "/you/words", "/you/factor",
    ]
    for route in Routes.all where route.method == .post {
      guard case .signedIn = route.room else { continue }
      let isAmongThem = others.contains("\(route.pattern.text)")
      #expect((route.again == nil) == isAmongThem, "\(route.pattern.text)")
    }
  }

  @Test func whatIsEncodedIsReadBackAsItWas() {
    var words = NamedValues()
    for (name, value) in [("a b", "c+d & e=f%"), ("ż", "\u{0}\r\n\""), ("", ""), ("a b", "again")] {
      words.append(name, value)
    }
    #expect(NamedValues(urlEncoded: words.urlEncoded.utf8) == words)
  }
}

extension Seen {
  /// A hidden field whose value is an encoded form: only its `&` is written as a reference.
  func kept(_ name: String) -> String { (hidden(name) ?? "").replacing("&amp;", with: "&") }
}
