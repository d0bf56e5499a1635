import Practice

/// Whom the child knows, best known first, so that the one who is asked to visit is somebody they
/// have met (R50, R52, R54).
struct ChildKnown {
  let facts: ChildFacts
  let encounters: [Encounter]
  let today: Day

  /// More people than this are folded away.
  private static let shown = 8

  func write(to page: inout HTML) {
    let known = Familiarity(
      with: [facts.child], encounters: encounters, tenures: facts.tenures.map(\.value),
      postings: facts.postings, asAt: today)
    guard !known.acquaintances.isEmpty else { return }
    let (toAsk, gone) = (known.toAsk, known.acquaintances.filter { !$0.availability.canBeAsked })
    page.section(.labelled(by: "known-title")) { section in
      section.h2(.id("known-title")) { h2 in
        h2.text("Who knows ")
        h2.name(facts.spoken)
        h2.text(" best")
      }
      section.p(.class("lead")) { advice(toAsk, &$0) }
      if !toAsk.isEmpty {
        table("In the order in which to ask", Array(toAsk.prefix(Self.shown)), &section)
        let rest = Array(toAsk.dropFirst(Self.shown))
        if !rest.isEmpty {
          section.details { more in
            more.summary("\(rest.count) more who have met \(facts.spoken)")
            table("Others, in the same order", rest, &more)
          }
        }
      }
      if !gone.isEmpty {
        section.details { more in
          more.summary(
            gone.count == 1 ? "1 who cannot be asked now" : "\(gone.count) who cannot be asked now")
          table("They have left, or are away", gone, &more)
        }
      }
    }
  }

  private func advice(_ toAsk: [Acquaintance], _ p: inout HTML) {
    let met = toAsk.filter(\.haveMet)
    guard let first = met.first else {
      p.text("Nobody who works here now is known to have met \(facts.spoken). ")
      p.text(
        toAsk.isEmpty
          ? "Tell \(facts.spoken) who will come, and what they already know."
          : "Those named below have been alongside; no meeting with them is recorded.")
      return
    }
    p.text("If somebody has to visit, ask ")
    p.strong(facts.name(first.practitioner))
    if met.count > 1 {
      p.text(", then ")
      p.strong(facts.name(met[1].practitioner))
    }
    p.text(".")
  }

  private func table(_ caption: String, _ people: [Acquaintance], _ html: inout HTML) {
    html.cards(
      caption,
      heads: [
        Head("Who"), Head("Met last year", isNumber: true),
        Head("Met in all", isNumber: true),
        Head("Seen alone", isNumber: true), Head("Last met"), Head("Alongside"),
      ]
    ) { body in
      for person in people { row(person, &body) }
    }
  }

  private func row(_ person: Acquaintance, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { cell in
        cell.name(facts.name(person.practitioner))
        if let team = facts.team(person.practitioner, today).flatMap({ facts.teams[$0] }) {
          cell.span(team, .class("quiet"))
        }
        switch person.availability {
        case .canBeAsked: break
        case .away: cell.span("away today", .class("quiet"))
        case .left(let day): cell.span("left on \(day.inWords)", .class("quiet"))
        }
      }
      row.td("\(person.inLast365Days)", .class("number"), .heading("Met last year"))
      row.td("\(person.encounters.count)", .class("number"), .heading("Met in all"))
      row.td("\(person.seenAlone)", .class("number"), .heading("Seen alone"))
      row.td(.heading("Last met")) { cell in
        if let last = person.last { cell.shortDay(last) } else { cell.text("no meeting recorded") }
      }
      row.td(.heading("Alongside")) { cell in
        if person.isAlongside {
          cell.text("now")
        } else if let until = person.alongsideUntil {
          cell.text("until ")
          cell.shortDay(until)
        } else {
          cell.text("–")
        }
      }
    }
  }
}
