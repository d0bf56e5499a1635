import Practice

/// Who belongs to the family: how old, how to speak with them, where they live, what was agreed.
struct FamilyPeople {
  let record: FamilyRecord
  private let home: ID<Household>?

  init(record: FamilyRecord) {
    self.record = record
    home = record.home
  }

  func write(to html: inout HTML) {
    html.h2("Who they are")
    guard !record.present.isEmpty else {
      html.empty(
        EmptyState(
          what: "Nobody is named in this family yet.",
          how: "People appear here when they are told of as members of the family."))
      return
    }
    html.cards(
      "People in the family",
      heads: [Head("Name"), Head("Age"), Head("Lives"), Head("What was agreed")]
    ) { body in
      for member in record.present { row(member, &body) }
    }
    FamilyTies(record: record).write(to: &html)
    past(&html)
  }

  private func row(_ member: FamilyMember, _ body: inout HTML) {
    let card = record.card(member.person)
    body.tr { row in
      row.th(.scope("row")) { cell in
        if record.isChild(member) {
          cell.a(Address("/children/", member.person)) { $0.name(card.called) }
        } else {
          cell.name(card.called)
        }
        cell.span(.class("quiet")) { about(member, card, &$0) }
      }
      row.td(.heading("Age")) { age(card, &$0) }
      row.td(.heading("Lives")) { home(member, &$0) }
      row.td(.heading("What was agreed")) { agreed(member, &$0) }
    }
  }

  /// The family's own word for them, and how to speak with them: "Mum, she/her, Polish, with an
  /// interpreter".
  private func about(_ member: FamilyMember, _ card: PersonCard, _ span: inout HTML) {
    span.text(member.relation)
    if let pronouns = card.detail.pronouns {
      span.text(", ")
      span.text(pronouns)
    }
    if let speaks = card.speaks {
      span.text("; ")
      span.text(speaks)
    }
    let others = card.names.filter { $0.full != card.called }
    for name in others where name.kind == .former || name.kind == .alias {
      span.text(name.kind == .former ? "; was " : "; also ")
      span.name(name.full)
    }
  }

  private func age(_ card: PersonCard, _ cell: inout HTML) {
    guard let born = card.born else { return cell.text("not known") }
    if let age = card.age(on: record.today) { cell.text(age) }
    cell.span(.class("quiet")) { span in
      if let died = card.died {
        span.shortDay(born)
        span.text(", died ")
        span.shortDay(died)
      } else {
        span.text(born > record.today ? "expected " : "born ")
        span.shortDay(born)
      }
    }
  }

  private func home(_ member: FamilyMember, _ cell: inout HTML) {
    guard let household = record.household(member.person) else { return cell.text("not known") }
    if household == home {
      cell.text("At home")
    } else {
      cell.text(record.addresses[household] ?? "elsewhere")
    }
  }

  private func agreed(_ member: FamilyMember, _ cell: inout HTML) {
    let (plans, care) = (record.plans(member.person), record.care(member.person))
    if plans.isEmpty, care == nil, record.isChild(member) { cell.text("Nothing at present") }
    if let care {
      cell.text("In care")
      cell.span(.class("quiet")) { span in
        span.text(care.legalStatus.words)
        span.text(" since ")
        span.shortDay(care.period.from)
      }
    }
    for plan in plans {
      cell.div { self.plan(plan, &$0) }
    }
  }

  private func plan(_ plan: Plan, _ box: inout HTML) {
    box.text(plan.kind.words)
    box.span(.class("quiet")) { span in
      span.text("since ")
      span.shortDay(plan.period.from)
      if let due = plan.reviewDue {
        span.text(due < record.today ? "; review was due " : "; review by ")
        span.shortDay(due)
      }
    }
  }

  private func past(_ html: inout HTML) {
    let past = record.past
    guard !past.isEmpty else { return }
    html.p(.class("quiet")) { line in
      line.text("Once part of the family: ")
      for (place, member) in past.enumerated() {
        if place > 0 { line.text(", ") }
        line.name(record.card(member.person).called)
        line.text(" (\(member.relation))")
      }
      line.text(".")
    }
  }
}
