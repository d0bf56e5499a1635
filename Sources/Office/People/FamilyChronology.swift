import Practice

/// Everything that was kept of meeting a family, the newest first, a hundred to a page.
struct FamilyChronology {
  let record: FamilyRecord
  let page: Int
  static let most = 100
  /// Few people and few workers on very many lines: each is looked up once, and then found again by
  /// walking along a short list.
  private let people: [(id: ID<Person>, given: String)]
  private let workers: [(id: ID<Practitioner>, name: String, postings: [Posting])]

  init(record: FamilyRecord, page: Int) {
    self.record = record
    self.page = page
    people = record.people.map { ($0.key, $0.value.given) }
    var workers: [(id: ID<Practitioner>, name: String, postings: [Posting])] = []
    for encounter in record.encounters
    where !workers.contains(where: { $0.id == encounter.practitioner }) {
      let one = encounter.practitioner
      workers.append((one, record.colleagues.name(one), record.colleagues.postings(of: one)))
    }
    self.workers = workers
  }

  func write(to html: inout HTML) {
    let all = record.encounters
    html.h2("What has happened", .id("happened"))
    guard !all.isEmpty else {
      html.empty(
        EmptyState(
          what: "No meeting with this family has been kept yet.",
          how: "Visits, calls and meetings appear here, the newest first, with who met whom."))
      return
    }
    let pages = (all.count + Self.most - 1) / Self.most
    let page = min(max(page, 1), pages)
    let shown = all[((page - 1) * Self.most)..<min(page * Self.most, all.count)]
    html.ol(.class("entries")) { list in
      for encounter in shown { list.li { entry(encounter, &$0) } }
    }
    guard pages > 1 else { return }
    html.pagination(
      Pagination(
        words: "\(shown.startIndex + 1) to \(shown.endIndex) of \(all.count)",
        earlier: page > 1 ? address(page - 1) : nil,
        later: page < pages ? address(page + 1) : nil))
  }

  private func address(_ page: Int) -> Address {
    Address("/families/", record.family.id).query("page", "\(page)").place("happened")
  }

  private func entry(_ encounter: Encounter, _ item: inout HTML) {
    item.p(.class("when")) { line in
      line.shortDay(encounter.day)
      line.span(.class("quiet")) { span in
        span.text(encounter.kind.words)
        if let place = encounter.place {
          span.text(" ")
          span.text(place.words)
        }
      }
    }
    item.div { box in
      if !encounter.title.isEmpty { box.h3(encounter.title) }
      box.p(.class("quiet")) { who(encounter, &$0) }
      if !encounter.words.isEmpty { box.p(encounter.words) }
    }
  }

  /// "Amara Osei, Kingfisher Pod, saw Leo alone".
  private func who(_ encounter: Encounter, _ line: inout HTML) {
    guard let place = workers.firstIndex(where: { $0.id == encounter.practitioner }) else { return }
    line.name(workers[place].name)
    let posting = workers[place].postings.last { $0.period.holds(on: encounter.day) }
    if let team = posting?.team.flatMap({ record.colleagues.team($0) }) {
      line.text(", ")
      line.text(team.name)
    }
    present(encounter.met, " saw ", " alone", &line) { $0.alone }
    present(encounter.met, " saw ", "", &line) { $0.seen && !$0.alone }
    present(encounter.met, " was in touch with ", "", &line) { !$0.seen }
  }

  /// "; saw Ruby, Finn and Leo": those of whom `holds` is true, and nothing where there are none.
  private func present(
    _ met: [Encounter.Met], _ verb: String, _ after: String, _ line: inout HTML,
    _ holds: (Encounter.Met) -> Bool
  ) {
    var left = met.count(where: holds)
    guard left > 0 else { return }
    line.text(";")
    line.text(verb)
    let all = left
    for one in met where holds(one) {
      if left < all { line.text(left == 1 ? " and " : ", ") }
      if let person = people.first(where: { $0.id == one.person }) { line.name(person.given) }
      left -= 1
    }
    line.text(after)
  }
}
