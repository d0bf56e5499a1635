import Measuring
import Practice

/// Whether it was the same few who came: continuity of the meetings of the last twelve months, face
/// to face, with persons and with the team (fact book 5.3).
struct ChildMeetings {
  let facts: ChildFacts
  let encounters: [Encounter]
  let today: Day

  /// The latest meetings that an opened figure lists.
  private static let listed = 30

  func write(to html: inout HTML) {
    let found = ChildContinuity(
      of: facts.history, encounters: encounters, window: LookBack(months: 12, asAt: today),
      teamOf: facts.team)
    same(found, &html)
    familiar(found, &html)
    most(found, &html)
  }

  private func same(_ found: ChildContinuity, _ html: inout HTML) {
    let persons = found.persons
    html.details { box in
      switch persons.standing {
      case .noContact: box.summary("No meeting in person recorded in the last 12 months")
      case .tooFew:
        box.summary(
          "Too few to say whether it was the same people: "
            + "\(counted(persons.contacts, "meeting")) in the last 12 months")
      case .enough:
        box.summary(
          "\(percent(persons.upc)) of \(persons.contacts) meetings in the last 12 months were with "
            + "the one person met most")
      }
      box.p(.class("quiet")) { p in
        p.text(
          """
          Days on which \(facts.spoken) was seen in person. Several meetings on one day count once, \
          and where their own social worker was among several, it counts as theirs. Figures rise \
          when there are few meetings, so the number of meetings always stands beside them.
          """)
      }
      if persons.standing != .noContact { indices(found, &box) }
      meetings(found, &box)
    }
  }

  private func indices(_ found: ChildContinuity, _ html: inout HTML) {
    let rows: [(String, String, KeyPath<Continuity, Double?>)] = [
      ("With the one met most", "UPC", \.upc),
      ("Two meetings picked at random were with the same one", "COC", \.coc),
      ("With the same one as the time before", "SECON", \.secon),
      ("Few people for many meetings", "K", \.k),
    ]
    html.cards(
      "From 0, never the same, to 1, always the same",
      heads: [
        Head("Measure"), Head("Persons", isNumber: true), Head("Their team", isNumber: true),
      ]
    ) { body in
      for (words, short, index) in rows {
        body.tr { row in
          row.th(.scope("row")) { cell in
            cell.text(words)
            cell.span(short, .class("quiet"))
          }
          row.td(found.persons.words(index), .class("number"), .heading("Persons"))
          row.td(found.teams.words(index), .class("number"), .heading("Their team"))
        }
      }
    }
  }

  private func meetings(_ found: ChildContinuity, _ html: inout HTML) {
    guard !found.contacts.isEmpty else { return }
    var tellings: [ID<Encounter>: Int] = [:]
    for meeting in facts.meetings { tellings[meeting.encounter] = meeting.telling }
    html.ul(.class("compact")) { list in
      for contact in found.contacts.suffix(Self.listed).reversed() {
        list.li { item in
          item.text("\(contact.day.inShort) ")
          item.name(contact.practitioners.map(facts.name).joined(separator: ", "))
          let alone = contact.practitioners.count == 1 ? contact.practitioners.first : nil
          for encounter in contact.encounters {
            guard let telling = tellings[encounter] else { continue }
            facts.told(telling, besides: alone.map(facts.name), &item)
          }
        }
      }
    }
    let more = found.contacts.count - Self.listed
    if more > 0 { html.p("And \(more) earlier in these 12 months.", .class("quiet")) }
  }

  private func familiar(_ found: ChildContinuity, _ html: inout HTML) {
    guard found.familiarFaces.total > 0 else { return }
    let (known, own) = (found.familiarFaces, found.withKeyworker)
    html.details { box in
      box.summary("\(known.count) of \(known.total) meetings were with a familiar face")
      box.p(.class("quiet")) { p in
        p.text(
          """
          Somebody was there whom \(facts.spoken) had met in the 365 days before; the first meeting \
          of all cannot be, and is left out.
          """)
        p.text(" ")
        p.small("Familiar-face rate.")
      }
      if own.total > 0 {
        box.p(
          "In \(own.count) of \(own.total) meetings it was their own social worker of that day.")
      }
    }
  }

  private func most(_ found: ChildContinuity, _ html: inout HTML) {
    guard let most = found.mostIn365Days, let now = found.inLast365Days else { return }
    html.details { box in
      box.summary(
        "At most \(counted(most, "different person", "different people")) met in any 365 days")
      box.p("In the 365 days to today: \(now).")
      box.p(
        "Everyone who met \(facts.spoken) in person counts, whatever their role.", .class("quiet"))
    }
  }

  private func percent(_ share: Double?) -> String {
    share.flatMap { ($0 * 100).decimal(places: 0) }.map { "\($0)%" } ?? "–"
  }

  private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? "\(one)s")"
  }
}
