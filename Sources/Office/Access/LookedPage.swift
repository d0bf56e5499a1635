import Practice
import Store

/// Who has looked at a family's record: those from outside its team first of all, and why they opened it.
enum LookedPage {
  static func show(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    let (actor, now) = (visit.actor, visit.now)
    let page = max(1, visit.query["page"].flatMap { Int($0) } ?? 1)
    let all = visit.query["all"] == "1"
    let sheet = try await visit.store.read { reading -> LookedSheet? in
      let authority = actor.authority.number
      guard let family = try FamilyDesk.families(reading, authority, [id]).last else { return nil }
      return LookedSheet(
        family: family, isOfAll: all, page: min(page, 1000),
        looks: try LookDesk.looks(
          reading, authority,
          at: try LookDesk.subjects(
            reading, authority, of: id, without: try Scope.locked(reading, actor, now: now)),
          fromWithin: all, page: min(page, 1000)),
        openings: try OpeningDesk.openings(
          reading, authority, of: [id], since: Instant(microseconds: 0)),
        colleagues: try TeamDirectory.colleagues(reading, authority))
    }
    guard let sheet else { return .notFound }
    return .page(sheet.bytes(for: visit.who))
  }
}

struct LookedSheet: Sendable {
  let family: Family
  let isOfAll: Bool
  let page: Int
  let looks: [LookKept]
  let openings: [OpeningKept]
  let colleagues: TeamColleagues

  private var address: Address { Address("/families/", family.id, "/looked") }

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "Who has looked: \(family.name) family", here: .families, who: who,
      trail: [
        Frame.Crumb("My families", Place.families.address),
        Frame.Crumb("\(family.name) family", Address("/families/", family.id)),
      ]
    ).page { main in
      main.h1("Who has looked")
      main.p(.class("lead")) { lead in
        lead.text("Everybody who opens the record of the ")
        lead.name(family.name)
        lead.text(" family is written down, and the family may ask who it was.")
      }
      opened(&main)
      main.h2(isOfAll ? "Everybody" : "From outside the team")
      main.p { line in
        if isOfAll {
          line.a("Only those from outside the team", address)
        } else {
          line.a("Everybody, those who work with the family too", address.query("all", "1"))
        }
      }
      table(&main)
    }
  }

  private func opened(_ main: inout HTML) {
    guard !openings.isEmpty else { return }
    main.h2("Opened for a stated reason")
    main.ul(.class("plain")) { list in
      for one in openings.prefix(50) { list.li { OpeningLine(kept: one).write(to: &$0) } }
    }
  }

  private func table(_ main: inout HTML) {
    let shown = looks.prefix(LookDesk.perPage)
    guard !shown.isEmpty else {
      main.empty(
        EmptyState(
          what: page > 1 ? "There are no more." : "Nobody from outside the team has looked.",
          how: "Who looks, from when on, appears here the moment it happens, the newest first."))
      return
    }
    main.cards(
      "Who looked", heads: [Head("When"), Head("Who"), Head("As"), Head("At")]
    ) { body in
      for look in shown {
        body.tr { row in
          row.th(.scope("row")) { $0.moment(look.at) }
          row.td(.heading("Who")) { cell in
            cell.name(look.practitioner.map(colleagues.name) ?? look.account)
            cell.span(look.role.words, .class("quiet"))
          }
          row.td(.heading("As")) { $0.text("who \(look.tie.words)") }
          row.td(look.what, .heading("At"))
        }
      }
    }
    let here = isOfAll ? address.query("all", "1") : address
    main.pagination(
      Pagination(
        words: "Page \(page)",
        earlier: page > 1 ? here.query("page", "\(page - 1)") : nil,
        later: looks.count > LookDesk.perPage ? here.query("page", "\(page + 1)") : nil))
  }
}

/// One opening in a line: who, when, why, and what came of the review.
struct OpeningLine {
  let kept: OpeningKept

  func write(to item: inout HTML) {
    let one = kept.opening
    item.moment(one.begun)
    item.text(", ")
    item.name(one.account)
    if one.kind == .emergency {
      item.text(" ")
      item.tag("in an emergency", .warm)
    }
    item.p("\(one.reason.words): \(one.words)")
    if let safety = one.safety { item.p("If they had waited: \(safety)") }
    if let review = kept.review {
      item.p(
        "\(review.isJustified ? "Found justified" : "Found not justified") by \(review.reviewer): "
          + review.words, .class("quiet"))
    } else if one.kind == .emergency {
      item.p(.class("quiet")) { line in
        line.text("Not reviewed yet")
        if let due = kept.reviewDue {
          line.text("; due by ")
          line.shortDay(due)
        }
      }
    }
  }
}
