import Practice
import Store

/// What those who answer for who may see what have to do: openings to review, locked records to look at
/// again, who looked, and the table of roles.
enum AccessPage {
  static func show(_ visit: Visit) async throws -> Answer {
    let (actor, may, now) = (visit.actor, visit.may, visit.now)
    let sheet = try await visit.store.read { reading in
      let authority = actor.authority.number
      let openings =
        may.allows(.review)
        ? try mine(
          try OpeningDesk.openings(reading, authority, since: now + -28 * 86_400), reading, actor,
          now) : []
      return AccessSheet(
        may: may, openings: openings.map(\.kept),
        families: Dictionary(uniqueKeysWithValues: openings.map { ($0.kept.id, $0.family) }))
    }
    return .page(sheet.bytes(for: visit.who))
  }

  /// Those that whoever asks may review: of families whose names they may come upon, or of their team's;
  /// nobody reviews what they opened themselves.
  static func mine(
    _ openings: [OpeningKept], _ reading: Reading, _ actor: Actor, _ now: Instant
  ) throws -> [(kept: OpeningKept, family: Family)] {
    let authority = actor.authority.number
    let others = openings.filter { $0.opening.account != actor.account }
    let scope = try Scope.of(reading, actor, .find, now: now)
    let ids = Set(others.map(\.opening.family))
    let families = Dictionary(
      try FamilyDesk.families(reading, authority, ids).map { ($0.id, $0) }
    ) { _, later in later }
    return others.compactMap { one in
      guard let family = families[one.opening.family],
        scope.holds(family.id)
      else { return nil }
      return (one, family)
    }
  }
}

struct AccessSheet: Sendable {
  let may: May
  let openings: [OpeningKept]
  let families: [ID<Fact>: Family]

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(title: "Who may see what", here: .access, who: who).page { main in
      main.h1("Who may see what")
      main.p(
        "Whoever works with a family sees its record; everybody else says why. Here is what you "
          + "answer for.", .class("lead"))
      main.ul(.class("plain")) { list in
        if may.allows(.restrict) {
          list.li { $0.a("Locked records", Address("/access/locked")) }
        }
        if may.allows(.agree) {
          list.li { $0.a("Ties that were agreed", Address("/access/ties")) }
        }
        if may.allows(.looked) {
          list.li { $0.a("Who looked, and what stands out", Address("/access/looked")) }
        }
        if may.allows(.govern) {
          list.li { $0.a("What each role may see and do", Address("/access/policy")) }
        }
      }
      if may.allows(.review) { reviews(&main) }
    }
  }

  private func reviews(_ main: inout HTML) {
    let (due, rest) = (
      openings.filter { $0.opening.kind == .emergency && $0.review == nil },
      openings.filter { $0.opening.kind != .emergency || $0.review != nil }
    )
    main.h2("To review")
    if due.isEmpty {
      main.empty(
        EmptyState(
          what: "No opening waits for you.",
          how: "When somebody opens a record in an emergency, it stands here at once, to be "
            + "reviewed within two working days."))
    }
    list(due, "Openings to review", &main)
    guard !rest.isEmpty else { return }
    main.h2("Opened in the last four weeks")
    list(rest, "Openings of the last four weeks", &main)
  }

  private func list(_ openings: [OpeningKept], _ caption: String, _ main: inout HTML) {
    guard !openings.isEmpty else { return }
    main.cards(
      caption, heads: [Head("When"), Head("Who"), Head("Family"), Head("Why")]
    ) { body in
      for one in openings {
        body.tr { row in
          row.th(.scope("row")) { $0.moment(one.opening.begun) }
          row.td(.heading("Who")) { $0.name(one.opening.account) }
          row.td(.heading("Family")) { cell in
            cell.a(Address("/access/openings/", one.id)) {
              $0.name(families[one.id]?.name ?? "A family")
            }
          }
          row.td(.heading("Why")) { cell in
            if one.opening.kind == .emergency {
              cell.tag("in an emergency", .warm)
              cell.text(" ")
            }
            cell.text(one.opening.reason.words)
            if let review = one.review {
              cell.span(
                review.isJustified ? "found justified" : "found not justified", .class("quiet"))
            } else if one.opening.kind == .emergency, let due = one.reviewDue {
              cell.span(.class("quiet")) { span in
                span.text("review by ")
                span.shortDay(due)
              }
            }
          }
        }
      }
    }
  }
}

/// One opening, and the form on which it is reviewed.
enum OpeningPage {
  static func show(_ visit: Visit, _ id: ID<Fact>) async throws -> Answer {
    guard let found = try await find(visit, id) else { return .notFound }
    return .page(page(found.kept, found.family, visit))
  }

  static func receive(_ visit: Visit, _ id: ID<Fact>) async throws -> Answer {
    guard let found = try await find(visit, id) else { return .notFound }
    guard found.kept.review == nil else {
      return .seeOther(Address("/access/openings/", id))
    }
    let (choice, words) = (visit.form["outcome"] ?? "", visit.form["words"] ?? "")
    var faults: [Fault] = []
    if !["yes", "no"].contains(choice) {
      faults.append(Fault(field: "outcome", words: "Choose whether it was justified"))
    }
    if words.unicodeScalars.count(where: { !$0.properties.isWhitespace }) < OpenForm.shortest {
      faults.append(Fault(field: "words", words: "Say what you found"))
    }
    guard faults.isEmpty else {
      return .asksAgain(
        page(found.kept, found.family, visit, faults: faults, choice: choice, words: words))
    }
    try await ReviewOpening(
      opening: id, isJustified: choice == "yes", words: words, reviewer: visit.actor.account,
      telling: OpenPage.newTelling(visit.now), recorded: visit.now
    ).tell(in: visit.store, found.family.id, visit.actor.authority.number)
    return .seeOther(Address("/access"))
  }

  static func again(_ visit: Visit, _ id: ID<Fact>) async throws -> Answer {
    guard let found = try await find(visit, id) else { return .notFound }
    return .page(
      page(
        found.kept, found.family, visit, choice: visit.form["outcome"] ?? "",
        words: visit.form["words"] ?? "", notice: .carried))
  }

  private static func find(
    _ visit: Visit, _ id: ID<Fact>
  ) async throws -> (kept: OpeningKept, family: Family)? {
    let (actor, now) = (visit.actor, visit.now)
    return try await visit.store.read { reading in
      guard let kept = try OpeningDesk.opening(reading, actor.authority.number, id) else {
        return nil
      }
      return try AccessPage.mine([kept], reading, actor, now).first
    }
  }

  private static func page(
    _ kept: OpeningKept, _ family: Family, _ visit: Visit, faults: [Fault] = [],
    choice: String = "", words: String = "", notice: Notice? = nil
  ) -> [UInt8] {
    Frame(
      title: "A record was opened", here: .access, who: visit.who,
      trail: [Frame.Crumb("Who may see what", Place.access.address)], notice: notice,
      hasFaults: !faults.isEmpty
    ).page { page in
      page.faults(faults)
      page.h1("A record was opened")
      page.p(.class("lead")) { lead in
        lead.text("Of the ")
        lead.name(family.name)
        lead.text(" family, \(family.reference).")
      }
      page.div { OpeningLine(kept: kept).write(to: &$0) }
      guard kept.review == nil else { return }
      page.form(to: Address("/access/openings/", kept.id), csrf: visit.csrf) { form in
        form.field(
          Field(
            name: "outcome", label: "Was it justified?",
            hint: "If it was not, the information officer takes it further.",
            kind: .oneOf([("yes", "Yes"), ("no", "No")]), value: choice), faults)
        form.field(
          Field(name: "words", label: "What did you find?", kind: .lines(3), value: words), faults)
        form.button("Keep the review", .type("submit"))
      }
    }
  }
}
