import Practice

/// Children by family: how long alongside, when they were last met, and who else knows them.
struct FamiliesTable {
  let families: FamiliesAtHand
  let rows: [FamilyAtHand]
  let caption: String

  func write(to html: inout HTML) {
    html.div(.class("at-hand")) { box in
      box.cards(
        caption,
        heads: [
          Head("Child"), Head("Alongside"), Head("Last met"), Head("Last seen alone"),
          Head("Others they know"),
        ]
      ) { body in
        for row in rows { self.row(row, &body) }
      }
    }
  }

  private func row(_ row: FamilyAtHand, _ body: inout HTML) {
    body.tr(.class("family")) { line in
      line.th(.scope("rowgroup"), .colspan(5)) { name(row.family, &$0) }
    }
    for child in row.children { self.row(child, of: row.family, &body) }
  }

  private func name(_ family: Family?, _ cell: inout HTML) {
    guard let family else { return cell.text("No family told yet") }
    cell.a(Address("/families/", family.id)) { $0.name(family.name) }
    cell.span(family.reference, .class("quiet"))
  }

  /// A child is called by the given name alone beneath a family of the same name.
  private func row(_ child: ChildAtHand, of family: Family?, _ body: inout HTML) {
    let isPlain = family != nil && child.card.names.spoken?.family == family?.name
    body.tr { row in
      row.th(.scope("row")) { cell in
        cell.a(Address("/children/", child.card.id)) {
          $0.name(isPlain ? child.card.given : child.card.called)
        }
        if let age = child.card.age(on: families.today) { cell.span(age, .class("quiet")) }
      }
      row.td(.heading("Alongside"), .class("stretch")) { cell in
        cell.text(child.since.length(until: families.today))
        cell.span(.class("quiet")) { span in
          if child.tenure.role != .keyworker { span.text("\(child.tenure.role.words), ") }
          span.text("since ")
          span.shortDay(child.since)
        }
      }
      row.td(.heading("Last met")) { met(child.lastMet, child, &$0) }
      row.td(.heading("Last seen alone")) { met(child.lastAlone, child, &$0) }
      row.td(.heading("Others they know")) { others(child.others, &$0) }
    }
  }

  /// "9 days ago", and beneath it the day, by whom and how.
  private func met(_ encounter: Encounter?, _ child: ChildAtHand, _ cell: inout HTML) {
    guard let encounter else { return cell.span("not yet", .class("quiet")) }
    cell.text(ago(encounter.day))
    cell.span(.class("quiet")) { span in
      span.shortDay(encounter.day)
      span.text(", \(encounter.kind.words.lowercasedFirst)")
      if encounter.practitioner != child.tenure.practitioner {
        span.text(" by ")
        span.name(families.colleagues.name(encounter.practitioner))
      }
    }
  }

  private func ago(_ day: Day) -> String {
    switch families.today - day {
    case 0: "today"
    case 1: "yesterday"
    default: "\(day.length(until: families.today)) ago"
    }
  }

  private func others(_ others: [Acquaintance], _ cell: inout HTML) {
    guard !others.isEmpty else { return cell.span("nobody yet", .class("quiet")) }
    cell.span { names in
      for (place, one) in others.prefix(2).enumerated() {
        if place > 0 { names.text(", ") }
        names.name(families.colleagues.name(one.practitioner))
      }
    }
    if others.count > 2 { cell.span("and \(others.count - 2) more", .class("quiet")) }
  }
}
