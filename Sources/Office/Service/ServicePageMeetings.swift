import Measuring
import Practice

/// Whether it was the same few whom the children in care met: continuity of meetings with persons,
/// and its consistency by team, over the twelve months to today (fact book 5.3).
struct ServicePageMeetings {
  let children: [ChildContinuity]

  func write(to page: inout HTML) {
    guard !children.isEmpty else { return }
    let persons = ContinuitySummary(of: children.map(\.persons))
    let teams = ContinuitySummary(of: children.map(\.teams))
    page.section(.labelled(by: "met-title")) { section in
      section.h2("Whom they have met", .id("met-title"))
      guard !persons.measured.isEmpty else {
        section.p(
          """
          Who met a child is in no return: meetings that are written down here show how far it was \
          the same few people who came, from the third meeting of a child on.
          """)
        return
      }
      section.p(lead(persons))
      mean(persons, teams, &section)
      familiar(&section)
      section.p(
        "The page of each child shows these measures for that child, with the meetings beneath.",
        .class("quiet"))
    }
  }

  private func mean(
    _ persons: ContinuitySummary, _ teams: ContinuitySummary, _ section: inout HTML
  ) {
    let measures: [(String, String, KeyPath<Continuity, Double?>)] = [
      ("With the one met most", "UPC", \.upc),
      ("Two meetings picked at random were with the same one", "COC", \.coc),
      ("With the same one as the time before", "SECON", \.secon),
      ("Few people for many meetings", "K", \.k),
      ("How far one, or one team, holds all meetings", "Herfindahl", \.herfindahl),
    ]
    section.cards(
      "Mean over these children, from 0, never the same, to 1, always the same",
      heads: [Head("Measure"), Head("Persons", isNumber: true), Head("Teams", isNumber: true)]
    ) { body in
      for (words, short, index) in measures {
        body.tr { row in
          row.th(.scope("row")) { cell in
            cell.text(words)
            cell.span(short, .class("quiet"))
          }
          row.td(two(persons.mean(index)), .class("number"), .heading("Persons"))
          row.td(two(teams.mean(index)), .class("number"), .heading("Teams"))
        }
      }
    }
  }

  private func lead(_ persons: ContinuitySummary) -> String {
    var words =
      "\(counted(persons.measured.count, "child", "children")) in care today had three or more "
      + "meetings face to face in the last 12 months, \(persons.contacts.grouped) in all."
    if persons.tooFew + persons.noContact > 0 {
      words +=
        " Left out: \(persons.tooFew.grouped) with one or two, which say too little, and "
        + "\(persons.noContact.grouped) with none in the record."
    }
    return words
  }

  private func familiar(_ section: inout HTML) {
    let known = children.reduce(into: (count: 0, total: 0)) { sum, child in
      sum.count += child.familiarFaces.count
      sum.total += child.familiarFaces.total
    }
    guard known.total > 0 else { return }
    section.p { p in
      p.strong("A familiar face: \(Share(known.count, of: known.total).inWords)")
      p.text(" meetings were with somebody whom the child had met in the 365 days before.")
    }
    if let most = children.compactMap(\.mostIn365Days).max() {
      section.p("The most different people whom one child met in any 365 days: \(most).")
    }
  }

  private func two(_ value: Double?) -> String { value?.decimal(places: 2) ?? "–" }
}
