import Practice

/// Which family is with whom in a team: by the family's name, so that it can be found.
struct TeamFamilies {
  let people: TeamPeople

  func write(to html: inout HTML) {
    let held = rows
    guard !held.isEmpty else { return }
    html.h2("Families")
    html.cards(
      "Families of the team",
      heads: [Head("Family"), Head("Children"), Head("Social worker"), Head("Since")]
    ) { body in
      for row in held { self.row(row, &body) }
    }
  }

  private struct Held {
    let family: Family?
    let practitioner: ID<Practitioner>
    var children: [CurrentRelationship]
  }

  /// One for each family and worker; children without a family stand by themselves at the end.
  private var rows: [Held] {
    var rows: [Held] = []
    for one in people.relationships.each {
      let family = people.families[one.child]
      let same = rows.firstIndex {
        family != nil && $0.family?.id == family?.id && $0.practitioner == one.practitioner
      }
      if let same {
        rows[same].children.append(one)
      } else {
        rows.append(Held(family: family, practitioner: one.practitioner, children: [one]))
      }
    }
    return rows.sorted { a, b in
      guard let first = a.family, let second = b.family else { return a.family != nil }
      return (NameSearch.folded(first.name), first.reference)
        < (NameSearch.folded(second.name), second.reference)
    }
  }

  private func row(_ held: Held, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { cell in
        guard let family = held.family else { return cell.text("Not told") }
        cell.a(Address("/families/", family.id)) { $0.name(family.name) }
        cell.span(family.reference, .class("quiet"))
      }
      row.td(.heading("Children")) { children(held, &$0) }
      row.td(.heading("Social worker")) { $0.name(people.colleagues.name(held.practitioner)) }
      row.td(.heading("Since")) { cell in
        guard let since = held.children.map(\.since).min() else { return }
        cell.shortDay(since)
        cell.span(since.length(until: people.today), .class("quiet"))
      }
    }
  }

  private func children(_ held: Held, _ cell: inout HTML) {
    let cards = held.children.map { people.children[$0.child] ?? PersonCard($0.child) }
      .sorted { ($0.born?.number ?? .max, $0.called) < ($1.born?.number ?? .max, $1.called) }
    for (place, card) in cards.enumerated() {
      if place > 0 { cell.text(", ") }
      cell.a(Address("/children/", card.id)) { $0.name(card.given) }
    }
  }
}

/// "1 child", "3 children".
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
