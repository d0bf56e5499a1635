import Practice

// Rooms that are being furnished; each is replaced by the chapter's own page.

enum ChildPage {
  static func show(_ visit: Visit, _ id: ID<Person>) async throws -> Answer {
    .bare("A child", visit)
  }
}
enum ServicePage {
  static func show(_ visit: Visit) async throws -> Answer { .bare("The service", visit) }
}
enum ImportsPage {
  static func show(_ visit: Visit) async throws -> Answer { .bare("Bring in data", visit) }
  static func receive(_ visit: Visit) async throws -> Answer { .bare("Bring in data", visit) }
}

extension Answer {
  fileprivate static func bare(_ title: String, _ visit: Visit) -> Answer {
    .page(Frame(title: title, who: visit.who).page { $0.h1(title) })
  }
}
