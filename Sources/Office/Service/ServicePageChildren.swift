import Practice
import Store

extension ServicePage {
  /// `GET /service/children?day=&months=&band=`: the children beneath a figure, each with the
  /// workers counted.
  static func children(_ visit: Visit) async throws -> Answer {
    guard let question = ServicePageQuestion(visit.query) else { return .notFound }
    let (actor, now) = (visit.actor, visit.now)
    let list = try await visit.store.read { reading in
      try ServicePageChildren(
        reading, actor.authority, question,
        in: try Scope.of(reading, actor, .people, now: now))
    }
    return .page(
      Frame(
        title: question.words, here: .service, who: visit.who,
        trail: [Frame.Crumb("The service", Place.service.address)]
      ).page { list.write(to: &$0) })
  }
}

/// One page of the children beneath a figure.
struct ServicePageChildren: Sendable {
  struct Child: Sendable {
    let id: ID<Person>
    /// Nil for a child of whom the reader may not know who it is: one of many without a name.
    let name: String?
    /// Of the social workers counted.
    let count: Int
    let tenures: [Tenure]
  }

  let question: ServicePageQuestion
  let children: [Child]
  let total: Int
  let workers: [ID<Practitioner>: String]

  init(
    _ reading: Reading, _ authority: Authority, _ question: ServicePageQuestion, in scope: Scope
  ) throws {
    var all = question.children(of: try StabilityDesk(reading, authority).histories)
    // For a reader of everybody, a child without a name would be one whose record is locked.
    if case .everybody = scope.whom { all.removeAll { !scope.holds($0.0.child) } }
    let pages = max(1, (all.count + ServicePageQuestion.perPage - 1) / ServicePageQuestion.perPage)
    let question = question.at(page: min(question.page, pages))
    let shown = all.dropFirst((question.page - 1) * ServicePageQuestion.perPage)
      .prefix(ServicePageQuestion.perPage)
    var workers: [ID<Practitioner>: String] = [:]
    let number = authority.number
    children = try shown.map { history, places in
      // With whom a child without a name walks would say who it is.
      let tenures = scope.holds(history.child) ? places.map { history.tenures[$0] } : []
      for tenure in tenures where workers[tenure.practitioner] == nil {
        let names: [Told<String>] = try reading.all(
          """
          SELECT id, telling, supersedes, because, withdrawn, name FROM practitioner_about
          WHERE authority = \(number) AND practitioner = \(tenure.practitioner) ORDER BY id
          """
        ) { Told($0, $0.text(5)) }
        workers[tenure.practitioner] = names.current().last?.value
      }
      return Child(
        id: history.child,
        name: scope.holds(history.child)
          ? try ChildDesk.name(reading, number, history.child) : nil,
        count: Set(places.map { history.tenures[$0].practitioner }).count, tenures: tenures)
    }
    self.question = question
    self.workers = workers
    total = all.count
  }

  func write(to page: inout HTML) {
    page.h1(question.words)
    guard total > 0 else {
      page.p("There are none.")
      return
    }
    page.p(
      total == 1
        ? "1 child." : "\(total.grouped) children, in the order in which they became known.")
    if children.contains(where: { $0.name == nil }) {
      page.p("Children with whom you do not work are counted here, and not named.")
    }
    page.cards("Each child, and the social workers counted", heads: heads) { body in
      for child in children { row(child, &body) }
    }
    let first = (question.page - 1) * ServicePageQuestion.perPage + 1
    page.pagination(
      Pagination(
        words: "\(first.grouped) to \((first + children.count - 1).grouped) of \(total.grouped)",
        earlier: question.page > 1 ? question.at(page: question.page - 1).address : nil,
        later: first + children.count - 1 < total
          ? question.at(page: question.page + 1).address : nil))
  }

  private var heads: [Head] {
    [Head("Child"), Head("Social workers", isNumber: true), Head("Who, and when")]
  }

  private func row(_ child: Child, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { cell in
        guard let name = child.name else { return cell.span("A child", .class("quiet")) }
        cell.a(Address("/children/", child.id)) { $0.name(name) }
      }
      row.td(
        "\(child.count)", .class("number"),
        .heading("Social workers"))
      row.td(.heading("Who, and when")) { cell in
        guard !child.tenures.isEmpty else { return cell.text("–") }
        cell.ul(.class("plain")) { list in
          for tenure in child.tenures {
            list.li { item in
              item.name(workers[tenure.practitioner] ?? "Name not recorded")
              item.text(", ")
              item.shortDay(tenure.period.from)
              item.text(" to ")
              if let until = tenure.period.until {
                item.shortDay(until)
              } else {
                item.text("today")
              }
              if let reason = tenure.begun { item.text("; \(reason.words)") }
            }
          }
        }
      }
    }
  }
}
