import Practice

/// The page of locked records, and the form on which one more is locked.
struct LockSheet: Sendable {
  let today: Day
  let locks: [LockDesk.Kept]
  let colleagues: TeamColleagues
  let telling: ID<Telling>
  var form = LockForm()
  var faults: [Fault] = []
  var notice: Notice?

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "Locked records", here: .access, who: who,
      trail: [Frame.Crumb("Who may see what", Place.access.address)], notice: notice,
      hasFaults: !faults.isEmpty
    ).page { main in
      main.faults(faults)
      main.h1("Locked records")
      main.p(
        "Nobody but its named readers finds a locked record or can tell that it is there. The Front "
          + "Door learns whom to call, so that a child is not missed.", .class("lead"))
      table(&main)
      main.h2("Lock a record")
      main.form(to: Address("/access/locked"), csrf: who.csrf) { write(&$0) }
    }
  }

  private func table(_ main: inout HTML) {
    guard !locks.isEmpty else {
      main.empty(
        EmptyState(
          what: "No record is locked.",
          how:
            "A family of somebody who works here, a sudden death, an adoption: lock it below the "
            + "moment it is known."))
      return
    }
    main.cards(
      "Locked records",
      heads: [Head("Family"), Head("Why"), Head("Readers"), Head("Look again by")]
    ) { body in
      for lock in locks {
        body.tr { row in
          row.th(.scope("row")) { cell in
            cell.a(Address("/access/locked/", lock.family.id)) { $0.name(lock.family.name) }
            cell.span(lock.family.reference, .class("quiet"))
          }
          row.td(.heading("Why")) { cell in
            cell.text(lock.restriction.category.words)
            cell.span("The Front Door calls \(lock.restriction.call)", .class("quiet"))
          }
          row.td(.heading("Readers")) {
            LockReaders(lock: lock, colleagues: colleagues).write(to: &$0)
          }
          row.td(.heading("Look again by")) { cell in
            cell.shortDay(lock.restriction.reviewDue)
            if lock.restriction.reviewDue < today {
              cell.text(" ")
              cell.tag("overdue", .warm)
            }
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
        name: "category", label: "Why is it locked?",
        kind: .oneOf(Restriction.Category.allCases.map { ($0.rawValue, $0.words) }),
        value: form.category?.rawValue ?? ""), faults)
    html.field(
      Field(
        name: "call", label: "Whom does the Front Door call?", hint: "A name and a number.",
        value: form.call, autocomplete: "off"), faults)
    html.field(
      Field(
        name: "workers", label: "Do their social worker and the manager of the team stay readers?",
        kind: .oneOf([("yes", "Yes"), ("no", "No, only those named below")]),
        value: form.keepsWorkers ? "yes" : "no"), faults)
    html.field(
      Field(
        name: "readers", label: "Who else may read it?",
        hint: "One a line: a name as the teams show it, or a Social Work England number.",
        kind: .lines(3), value: form.names, isRequired: false), faults)
    html.field(
      Field(
        name: "because", label: "What has happened?",
        hint: "It stays with the record, and is read when it is looked at again.", kind: .lines(2),
        value: form.because), faults)
    html.button("Lock the record", .type("submit"))
  }
}

/// Who may read a locked record.
struct LockReaders {
  let lock: LockDesk.Kept
  let colleagues: TeamColleagues

  func write(to cell: inout HTML) {
    guard !lock.named.isEmpty else { return cell.text("nobody") }
    for (place, one) in lock.named.enumerated() {
      if place > 0 { cell.text(", ") }
      cell.name(colleagues.name(one))
    }
  }
}

/// The page on which a lock is looked at again.
struct LockReview: Sendable {
  let lock: LockDesk.Kept
  let colleagues: TeamColleagues
  var because = ""
  /// As they were typed; those who read it today where nothing was.
  var names: String?
  var faults: [Fault] = []
  var notice: Notice?

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "A locked record", here: .access, who: who,
      trail: [
        Frame.Crumb("Who may see what", Place.access.address),
        Frame.Crumb("Locked records", Address("/access/locked")),
      ], notice: notice, hasFaults: !faults.isEmpty
    ).page { page in
      page.faults(faults)
      page.h1 { $0.name("The \(lock.family.name) family") }
      page.facts { facts in
        facts.fact("Reference", lock.family.reference)
        facts.fact("Why", lock.restriction.category.words)
        facts.fact("The Front Door calls", lock.restriction.call)
        facts.fact("Readers") { LockReaders(lock: lock, colleagues: colleagues).write(to: &$0) }
        facts.fact("Locked since") { $0.day(lock.restriction.period.from) }
        facts.fact("Look again by") { $0.day(lock.restriction.reviewDue) }
      }
      page.h2("Look at it again")
      page.form(to: Address("/access/locked/", lock.family.id), csrf: who.csrf) { form in
        form.field(
          Field(
            name: "outcome", label: "What now?",
            kind: .oneOf([
              ("stays", "It stays locked for another \(Restriction.reviewDays) days"),
              ("ends", "It is not locked any more, from today on"),
            ])), faults)
        form.field(
          Field(
            name: "readers", label: "Who may read it from now on?",
            hint: "One a line. Whoever is taken out reads it no more.", kind: .lines(4),
            value: names ?? lock.named.map(colleagues.name).joined(separator: "\n"),
            isRequired: false), faults)
        form.field(
          Field(name: "because", label: "Why?", kind: .lines(2), value: because), faults)
        form.button("Keep", .type("submit"))
      }
    }
  }
}
