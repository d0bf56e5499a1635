import Practice

/// The form on which a meeting is written down, as it is read from top to bottom.
struct RecordEncounterView {
  let family: EncounterFamily
  var form: RecordEncounterForm
  /// Whose page it was begun on; nil where that was the family's.
  let child: ID<Person>?
  let today: Day
  /// Who writes it down.
  let writer: ID<Practitioner>
  var faults: [Fault] = []
  var notice: Notice?

  /// The page on which it was begun.
  var back: Address {
    child.map { Address("/children/", $0) } ?? Address("/families/", family.family.id)
  }

  func page(for who: Frame.SignedIn) -> [UInt8] {
    frame(who, "Write down a meeting").page { page in
      page.faults(faults)
      page.h1("Write down a meeting")
      page.p(.class("lead")) { lead in
        lead.text("With the ")
        lead.name(family.family.name)
        lead.text(" family, by ")
        lead.name(family.colleagues.name(writer))
        lead.text(".")
      }
      guard !family.people.isEmpty else {
        page.empty(
          EmptyState(
            what: "Nobody is named in this family yet.",
            how: "Once somebody is, a meeting with them can be written down here.",
            action: ("Back to the family", back)))
        return
      }
      page.form(to: RecordEncounterPage.address(family.family.id), csrf: who.csrf) { write(&$0) }
    }
  }

  /// In place of the form, where its telling is kept already: somebody went back to it.
  func kept(_ encounter: Encounter, for who: Frame.SignedIn) -> [UInt8] {
    frame(who, "This meeting is written down").page { page in
      page.h1("This meeting is written down")
      page.p(.class("lead")) { lead in
        lead.text("\(encounter.kind.words) on ")
        lead.day(encounter.day)
        lead.text(": \(encounter.title)")
      }
      page.p("It was kept once, and stands with everything else that has happened.")
      page.p(.class("onward")) { p in
        p.a(
          "Write down another meeting",
          RecordEncounterPage.address(family.family.id, child: child?.description),
          .class("button"))
        p.a("Back", back)
      }
    }
  }

  private func frame(_ who: Frame.SignedIn, _ title: String) -> Frame {
    Frame(
      title: title, here: .families, who: who,
      trail: [
        Frame.Crumb("My families", Place.families.address),
        Frame.Crumb("\(family.family.name) family", Address("/families/", family.family.id)),
      ], notice: notice, hasFaults: !faults.isEmpty)
  }

  private func write(_ html: inout HTML) {
    html.input(.type("hidden"), .name("telling"), .value(form.telling.description))
    if let child { html.input(.type("hidden"), .name("child"), .value(child.description)) }
    html.field(
      Field(
        name: "day", label: "When did you meet?",
        hint: "The day itself, not the day on which you write it down.", kind: .day,
        value: form.day), faults)
    kind(&html)
    place(&html)
    people(&html)
    html.field(
      Field(
        name: "title", label: "What was it about?", hint: "One line, in the family’s words.",
        value: form.title), faults)
    html.field(
      Field(
        name: "words", label: "What happened?",
        hint: "Write it so that they can read it: what was said, what was done, what comes next.",
        kind: .lines(12), value: form.words, isRequired: false), faults)
    html.button("Write it down", .type("submit"))
  }

  private func kind(_ html: inout HTML) {
    group("kind", "How did you meet?", &html) { box in
      for (place, kind) in Encounter.Kind.allCases.enumerated() {
        box.label(.class("choice")) { label in
          label.input(
            .type("radio"), .id(place == 0 ? "kind" : "kind-\(kind.rawValue)"), .name("kind"),
            .value(kind.rawValue), .checked(if: form.kind == kind), .required(),
            .described(by: described("kind")))
          label.text(kind.words)
        }
      }
    }
  }

  private func place(_ html: inout HTML) {
    html.div(.class("field")) { box in
      box.label("Where was it?", .for("place"))
      box.p("Where it matters. A meeting on a screen is online.", .class("hint"), .id("place-hint"))
      box.select(.id("place"), .name("place"), .described(by: "place-hint")) { select in
        select.option("Not said", .value(""))
        for place in Encounter.Place.allCases {
          select.option(
            place.words, .value(place.rawValue), .selected(if: form.place == place))
        }
      }
    }
  }

  private func people(_ html: inout HTML) {
    group(
      "met", "Who of the family took part?", &html,
      hint: "Seen means in the same room, or on a screen. Alone means without anybody else there."
    ) { box in
      for (place, (member, card)) in family.people.enumerated() {
        box.label(.class("part")) { label in
          label.span { name in
            name.name(card.called)
            name.span(
              member.period.holds(on: today)
                ? member.relation : "\(member.relation), once part of the family",
              .class("quiet"))
          }
          label.select(
            .id(place == 0 ? "met" : "met-\(member.person)"), .name("met"),
            .described(by: described("met", hasHint: true)),
            .invalid(if: isAtFault("met"))
          ) { select in
            select.option("Was not part of it", .value(""))
            for part in RecordEncounterForm.Part.allCases {
              select.option(
                part.words, .value(RecordEncounterForm.value(member.person, part)),
                .selected(if: form.parts[member.person] == part))
            }
          }
        }
      }
    }
  }

  /// Several inputs under one question.
  private func group(
    _ name: String, _ question: String, _ html: inout HTML, hint: String? = nil,
    content: HTML.Content
  ) {
    html.fieldset(.class(isAtFault(name) ? "field wrong" : "field")) { box in
      box.legend(question)
      if let hint { box.p(hint, .class("hint"), .id("\(name)-hint")) }
      if let fault = faults.first(where: { "\($0.field)" == name }) {
        box.p(.class("fault"), .id("\(name)-fault")) { p in
          p.span("Error: ", .class("unseen"))
          p.text(fault.words)
        }
      }
      content(&box)
    }
  }

  private func isAtFault(_ name: String) -> Bool { faults.contains { "\($0.field)" == name } }

  private func described(_ name: String, hasHint: Bool = false) -> String? {
    let ids = (hasHint ? ["\(name)-hint"] : []) + (isAtFault(name) ? ["\(name)-fault"] : [])
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }
}
