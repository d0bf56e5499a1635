import Practice
import Store

/// Finding someone by name, or by the number under which a return knows them; and meetings by what was
/// written of them.
enum SearchPage {
  static func show(_ visit: Visit) async throws -> Answer {
    let (actor, typed) = (visit.actor, visit.query["q"] ?? "")
    let (question, asked) = (NameQuestion(typed), WordsAsked(typed))
    let now = visit.now
    let answer = try await visit.store.read { reading in
      try SearchDesk.answer(
        reading, actor, question, asked,
        in: try SearchScopes.of(reading, actor, now: now))
    }
    return .page(SearchSheet(answer: answer, today: actor.today).bytes(for: visit.who))
  }
}

/// The page itself, made from an answer alone.
struct SearchSheet {
  let answer: SearchAnswer
  let today: Day

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    let typed = answer.question.typed
    return Frame(
      title: typed.isEmpty ? "Find someone" : "\(typed): find someone", here: .search, who: who
    ).page { main in
      main.h1("Find someone, or a meeting")
      main.search(at: Place.search.address, .class("finder")) { form in
        form.field(
          Field(
            name: "q", label: "Name, number or words of a meeting",
            hint: (answer.isOfOwnAlone ? "Among the families of your own and your team. " : "")
              + "Any part of a name, or words that were written of a meeting, in any order. "
              + "Accents and capitals do not matter.",
            kind: .search, value: typed, autocomplete: "off", isRequired: false))
        form.button("Find", .type("submit"))
      }
      results(&main)
      if !answer.question.isEmpty, answer.isOfWords {
        MeetingsFoundList(found: answer.meetings).write(to: &main)
      }
    }
  }

  private func results(_ main: inout HTML) {
    guard !answer.question.isEmpty else { return }
    let exact = answer.people.prefix(answer.near)
    let near = answer.people.dropFirst(answer.near)
    main.h2(heading, .id("found"))
    if answer.people.isEmpty {
      main.empty(
        EmptyState(
          what: answer.isOfOwnAlone
            ? "Nobody by that name is among the families you work with."
            : "Nobody by that name is known here.",
          how: "Try less of the name, only the family name, or a name they had before. "
            + (answer.isOfOwnAlone
              ? "Of anybody else, ask the Front Door."
              : "Children brought in from a return are found by their number.")))
      return
    }
    if !exact.isEmpty { rows("People found", exact, &main) }
    if !near.isEmpty {
      main.h3(exact.isEmpty ? "Nobody is written so; these are close" : "Written nearly so")
      rows("People with names that are close", near, &main)
    }
    if answer.hasMore {
      main.p(
        "There are more than these \(NameFinder.most). Add another part of the name to narrow it.")
    }
  }

  private var heading: String {
    let count = answer.people.count
    if answer.hasMore { return "More than \(NameFinder.most) people" }
    return count == 0 ? "Nobody found" : counted(count, "person", "people")
  }

  private func rows(
    _ caption: String, _ people: ArraySlice<PersonFound>, _ main: inout HTML
  ) {
    main.cards(
      caption, heads: [Head("Name"), Head("Born"), Head("Family"), Head("Social worker")]
    ) { body in
      for person in people { row(person, &body) }
    }
  }

  private func row(_ person: PersonFound, _ body: inout HTML) {
    let card = person.card
    if let call = answer.calls[card.id] { return locked(card, call, &body) }
    body.tr { row in
      row.th(.scope("row")) { cell in
        cell.a(address(of: person)) { $0.name(card.called) }
        if let other = otherName(card) {
          cell.span(.class("quiet")) { span in
            span.text(other.kind == .former ? "was " : "also ")
            span.name(other.full)
          }
        }
      }
      row.td(.heading("Born")) { cell in
        guard let born = card.born else { return cell.text("not known") }
        cell.shortDay(born)
        if let age = card.age(on: today) { cell.span(age, .class("quiet")) }
      }
      row.td(.heading("Family")) { family(person, &$0) }
      row.td(.heading("Social worker")) { keyworker(person, &$0) }
    }
  }

  /// Of a locked record nothing but whom to call, so that a child is not missed.
  private func locked(_ card: PersonCard, _ call: String, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { $0.name(card.called) }
      row.td("–", .heading("Born"))
      row.td(.heading("Family")) { cell in
        cell.tag("Locked record", .warm)
      }
      row.td(.heading("Social worker")) { cell in
        cell.text("Call ")
        cell.name(call)
      }
    }
  }

  /// Children have a page; grown-ups are found in their family's.
  private func address(of person: PersonFound) -> Address {
    guard let family = person.family else { return Address("/children/", person.card.id) }
    if !answer.open.contains(person.card.id) { return Address("/families/", family.id, "/open") }
    return isChild(person)
      ? Address("/children/", person.card.id) : Address("/families/", family.id)
  }

  private func isChild(_ person: PersonFound) -> Bool {
    person.relation == "Child" || person.keyworker != nil
  }

  private func family(_ person: PersonFound, _ cell: inout HTML) {
    guard let family = person.family else { return cell.span("none told", .class("quiet")) }
    if answer.open.contains(person.card.id) {
      cell.a(Address("/families/", family.id)) { $0.name(family.name) }
    } else {
      cell.name(family.name)
    }
    cell.span(.class("quiet")) { span in
      span.text(family.reference)
      if let relation = person.relation { span.text(", \(relation)") }
    }
  }

  private func keyworker(_ person: PersonFound, _ cell: inout HTML) {
    guard let keyworker = person.keyworker else {
      return cell.span(isChild(person) ? "nobody today" : "–", .class("quiet"))
    }
    cell.name(answer.colleagues.name(keyworker))
    let team =
      person.team.flatMap { answer.colleagues.team($0) }
      ?? answer.colleagues.team(keyworker, on: today)
    if let team { cell.span(team.name, .class("quiet")) }
  }

  /// The name that answers the question, where it is not the one shown: one that they had before,
  /// the one on papers, another that they go by.
  private func otherName(_ card: PersonCard) -> PersonName? {
    let question = answer.question
    func answers(_ name: PersonName) -> Bool {
      question.isAnswered(by: NameSearch.folded(name.full).split(separator: " ").map(String.init))
    }
    guard let spoken = card.names.spoken, !answers(spoken) else { return nil }
    return card.names.first { $0.full != spoken.full && answers($0) }
      ?? card.names.first { $0.full != spoken.full && partly($0) && !partly(spoken) }
  }

  private func partly(_ name: PersonName) -> Bool {
    let folded = NameSearch.folded(name.full).split(separator: " ")
    return answer.question.words.contains { word in
      folded.contains { NameSearch.slips(String($0), word, limit: 2) != nil }
    }
  }
}
