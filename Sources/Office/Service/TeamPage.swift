import Measuring
import Practice
import Store

/// A team and its people.
enum TeamPage {
  static func show(_ visit: Visit, _ id: ID<Team>) async throws -> Answer {
    let actor = visit.actor
    let now = visit.now
    let people = try await visit.store.read { reading in
      try TeamDesk.people(
        reading, actor, id, in: try Scope.of(reading, actor, .people, now: now))
    }
    guard let people else { return .notFound }
    return .page(TeamSheet(people: people).bytes(for: visit.who))
  }
}

/// The page itself, made from what was read alone. Workers stand in the order of their roles and
/// names, and their numbers are there to find families by, never to rank anybody.
struct TeamSheet {
  let people: TeamPeople

  private var today: Day { people.today }

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: people.team.name, here: .teams, who: who,
      trail: [Frame.Crumb("Teams", Place.teams.address)]
    ).page { main in
      main.h1(people.team.name)
      main.p(.class("lead")) { lead in
        lead.span(people.team.kind.words, .class("tag calm"))
        lead.text(" ")
        lead.text(sum)
      }
      relationships(&main)
      here(&main)
      TeamFamilies(people: people).write(to: &main)
      left(&main)
    }
  }

  private var sum: String {
    let children = people.relationships.each.map(\.child)
    let workers = counted(people.postings.count, "person", "people")
    guard !children.isEmpty else { return "\(workers)." }
    let whom = "\(workers), alongside \(counted(children.count, "child", "children"))"
    let families = TeamPeople.families(of: children, in: people.families)
    return families == 0 ? "\(whom)." : "\(whom) in \(counted(families, "family", "families"))."
  }

  private func relationships(_ main: inout HTML) {
    guard let median = people.relationships.medianDays else { return }
    main.p { line in
      line.text("Half of these children have had the social worker they have now for ")
      line.strong((today - Int(median)).length(until: today))
      line.text(" or longer.")
    }
  }

  private func here(_ main: inout HTML) {
    main.h2("People")
    guard !people.postings.isEmpty else {
      main.empty(
        EmptyState(
          what: "Nobody is in this team today.",
          how: "People appear here from the day on which they are posted to the team."))
      return
    }
    main.cards(
      "People in the team",
      heads: [Head("Name"), Head("Role"), Head("Here since"), Head("Walks alongside")]
    ) { body in
      for posting in people.postings { row(posting, &body) }
    }
  }

  private func row(_ posting: Posting, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { $0.name(people.colleagues.name(posting.practitioner)) }
      row.td(.heading("Role")) { cell in
        cell.text(posting.role.words)
        if let time = posting.time { cell.span(time, .class("quiet")) }
      }
      row.td(.heading("Here since")) { cell in
        let since = people.since(posting)
        cell.shortDay(since)
        cell.span(since.length(until: today), .class("quiet"))
      }
      row.td(.heading("Walks alongside")) { cell in
        let held = people.held(by: posting.practitioner).map(\.child)
        guard !held.isEmpty else { return cell.text("–") }
        cell.text(counted(held.count, "child", "children"))
        let families = TeamPeople.families(of: held, in: people.families)
        if families > 0 {
          cell.span("in \(counted(families, "family", "families"))", .class("quiet"))
        }
      }
    }
  }

  private func left(_ main: inout HTML) {
    guard !people.left.isEmpty else { return }
    main.h2("Left in the last year")
    main.ul(.class("plain")) { list in
      for posting in people.left {
        list.li { line in
          line.name(people.colleagues.name(posting.practitioner))
          line.span(.class("quiet")) { span in
            span.text(posting.role.words)
            if let until = posting.period.until {
              span.text(", until ")
              span.shortDay(until)
            }
            if let now = people.colleagues.team(posting.practitioner, on: today) {
              span.text("; now in \(now.name)")
            }
          }
        }
      }
    }
  }
}

extension Posting {
  /// How much of full time, where it is not all of it, and whether through an agency.
  fileprivate var time: String? {
    let share: String? = fullTimePercent.flatMap { percent in
      if percent == 100 { return nil }
      return percent % 20 == 0
        ? "\(counted(percent / 20, "day")) a week" : "\(percent) % of full time"
    }
    let words = [share, employment == .agency ? "through an agency" : nil].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
