import Practice
import Store

/// Where a tie is given from a day until another: joint work that was agreed, a sample for audit, a legal
/// instruction; and where it is said that a family is a colleague's own, which hides it from them.
enum TiesPage {
  /// `GET /access/ties`
  static func show(_ visit: Visit) async throws -> Answer {
    .page(try await sheet(visit).bytes(for: visit.who))
  }

  /// `POST /access/ties`
  static func receive(_ visit: Visit) async throws -> Answer {
    guard let telling = visit.form["telling"].flatMap({ ID<Telling>($0) }), telling.isOfVersion7
    else { throw DoorRefusal.notFromHere }
    var sheet = try await sheet(visit)
    sheet.form = TieForm(visit.form)
    let (actor, now, reference) = (visit.actor, visit.now, sheet.form.reference)
    // A family that whoever asks may not come upon is one that is not known here.
    let family = try await visit.store.read { reading -> Family? in
      guard
        let family = try LockDesk.family(reading, actor.authority.number, called: reference)
      else { return nil }
      return try Scope.of(reading, actor, .find, now: now).holds(family.id) ? family : nil
    }
    switch sheet.form.tie(
      of: family, among: sheet.colleagues, by: actor.practitioner, today: actor.today)
    {
    case .failure(let faults):
      sheet.faults = faults.all
      return .asksAgain(sheet.bytes(for: visit.who))
    case .success(let tie):
      let fact = tie.fact(
        ID(high: telling.high, low: telling.low), because: sheet.form.because)
      let row = TellingRow(
        tie.deed, id: telling, by: actor.account, recorded: now, happened: actor.today,
        family: tie.family)
      let authority = actor.authority.number
      try await visit.store.write { writing in
        try writing.tell(row, authority: authority, [fact])
      }
      return .seeOther(Address("/access/ties"))
    }
  }

  static func again(_ visit: Visit) async throws -> Answer {
    var sheet = try await sheet(visit)
    (sheet.form, sheet.notice) = (TieForm(visit.form), .carried)
    return .page(sheet.bytes(for: visit.who))
  }

  private static func sheet(_ visit: Visit) async throws -> TiesSheet {
    let (actor, now) = (visit.actor, visit.now)
    let telling = OpenPage.newTelling(now)
    return try await visit.store.read { reading in
      let authority = actor.authority.number
      let scope = try Scope.of(reading, actor, .find, now: now)
      let grants = try reading.holding(
        """
        SELECT id, supersedes, withdrawn, family, practitioner, kind, "from", "until"
        FROM access_grant WHERE authority = \(authority) AND kind <> \(AccessGrant.Kind.named.rawValue)
        """,
        AccessDesk.grant
      ).filter { $0.period.until.map { $0 > actor.today } ?? true }
      let ids = Set(grants.map(\.family))
      let families = Dictionary(
        try FamilyDesk.families(reading, authority, ids).map { ($0.id, $0) }
      ) { _, later in later }
      return TiesSheet(
        today: actor.today,
        grants: grants.filter { scope.holds($0.family) }, families: families,
        colleagues: try TeamDirectory.colleagues(reading, authority),
        telling: telling)
    }
  }
}

struct TiesSheet: Sendable {
  let today: Day
  let grants: [AccessGrant]
  let families: [ID<Family>: Family]
  let colleagues: TeamColleagues
  let telling: ID<Telling>
  var form = TieForm()
  var faults: [Fault] = []
  var notice: Notice?

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "Ties that were agreed", here: .access, who: who,
      trail: [Frame.Crumb("Who may see what", Place.access.address)], notice: notice,
      hasFaults: !faults.isEmpty
    ).page { main in
      main.faults(faults)
      main.h1("Ties that were agreed")
      main.p(
        "Somebody who does not walk alongside a family can still be tied to it, from today until a "
          + "day that you say.", .class("lead"))
      table(&main)
      main.h2("Give a tie")
      main.form(to: Address("/access/ties"), csrf: who.csrf) { write(&$0) }
    }
  }

  private func table(_ main: inout HTML) {
    guard !grants.isEmpty else {
      main.empty(
        EmptyState(
          what: "No tie is given today.",
          how:
            "Joint work of a lead practitioner, a sample for audit or a legal instruction stands "
            + "here for as long as it lasts."))
      return
    }
    main.cards(
      "Ties", heads: [Head("Family"), Head("Who"), Head("What"), Head("Until")]
    ) { body in
      for grant in grants {
        body.tr { row in
          row.th(.scope("row")) { cell in
            cell.name(families[grant.family]?.name ?? "A family")
            cell.span(families[grant.family]?.reference ?? "", .class("quiet"))
          }
          row.td(.heading("Who")) { $0.name(colleagues.name(grant.practitioner)) }
          row.td(grant.kind.tie.words, .heading("What"))
          row.td(.heading("Until")) { cell in
            if let until = grant.period.until { cell.shortDay(until) } else { cell.text("–") }
          }
        }
      }
    }
  }

  private func write(_ html: inout HTML) {
    html.input(.type("hidden"), .name("telling"), .value(telling.description))
    html.field(
      Field(
        name: "reference", label: "Which family?", hint: "Its reference, as its page shows it.",
        value: form.reference, autocomplete: "off"), faults)
    html.field(
      Field(
        name: "who", label: "Who?",
        hint: "A name as the teams show it, or a Social Work England number.",
        value: form.who, autocomplete: "off"), faults)
    html.field(
      Field(name: "kind", label: "What ties them?", kind: .oneOf(TieForm.kinds), value: form.kind),
      faults)
    html.field(
      Field(
        name: "until", label: "Until when?", hint: "A family of their own needs no end.",
        kind: .day,
        value: form.until, isRequired: false), faults)
    html.field(
      Field(
        name: "because", label: "Who agreed it, and what for?", kind: .lines(2),
        value: form.because), faults)
    html.button("Give the tie", .type("submit"))
  }
}
