import Practice
import Store

/// A family's page: who they are, what was agreed, who walks alongside, who knows them best, and
/// everything that was kept of meeting them.
enum FamilyPage {
  static func show(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    let actor = visit.actor
    let page = Int(visit.query["page"] ?? "") ?? 1
    let written = try await WrittenFamily.of(
      id, visit.store, actor, page: page, withWords: visit.may.allows(.words), now: visit.now)
    guard let written else { return .notFound }
    return .page(
      written.bytes(
        for: visit.who,
        notice: RecordEncounterPage.notice(visit.query) ?? visit.may.opened(at: visit.now),
        showsLookers: visit.may.allows(.lookers),
        mayTell: actor.practitioner != nil && visit.may.allows(.meet) && visit.store.canSeal
          && !visit.store.isReadOnly))
  }
}

/// What a family's page says on a day, whoever looks at it.
struct WrittenFamily: Sendable {
  private let family: Family
  private let today: Day
  private let people: Set<ID<Person>>
  private let head: HTML.Written
  private let body: HTML.Written

  /// Nil where there is no such family. The first page is kept: hardly anybody turns it over.
  /// - Parameter withWords: false for those who see that the family was met and not what was written.
  static func of(
    _ id: ID<Family>, _ store: Store, _ actor: Actor, page: Int, withWords: Bool, now: Instant
  ) async throws -> WrittenFamily? {
    @Sendable func find(
      _ reading: Reading, without hidden: Set<ID<Person>>
    ) throws -> WrittenFamily? {
      try FamilyDesk.record(reading, actor, id, withWords: withWords, without: hidden).map {
        WrittenFamily($0, page: page)
      }
    }
    return try await store.recall(of: actor.authority.number) { reading in
      let hidden = try Scope.locked(reading, actor, now: now)
      guard page == 1, withWords else { return try find(reading, without: hidden) }
      let whole = try reading.kept(
        WrittenFamily.self, of: id, authority: actor.authority.number,
        weight: { $0.head.count + $0.body.count }, where: { $0.today == actor.today },
        { try find($0, without: []) })
      guard let whole, !whole.people.isDisjoint(with: hidden) else { return whole }
      return try find(reading, without: hidden)
    }
  }

  /// - Parameter page: which hundred of the encounters, counted from 1.
  init(_ record: FamilyRecord, page: Int = 1) {
    family = record.family
    today = record.today
    people = Set(record.members.map(\.person))
    head = HTML.Written { html in
      html.h1 {
        $0.name(record.family.name)
        $0.text(" family")
      }
      html.p(.class("lead")) { Self.lead(record, &$0) }
    }
    body = HTML.Written { html in
      FamilyPeople(record: record).write(to: &html)
      html.div(.class("pair")) { pair in
        pair.section { FamilyAlongside(record: record).write(to: &$0) }
        pair.section { FamilyFamiliars(record: record).write(to: &$0) }
      }
      FamilyChronology(record: record, page: page).write(to: &html)
    }
  }

  /// - Parameter mayTell: true for those who can write down that they met the family.
  func bytes(
    for who: Frame.SignedIn, notice: Notice? = nil, showsLookers: Bool = false,
    mayTell: Bool = false
  ) -> [UInt8] {
    Frame(
      title: "\(family.name) family, \(family.reference)", here: .families, who: who,
      trail: [Frame.Crumb("My families", Place.families.address)], notice: notice
    ).page { main in
      main.put(head)
      if mayTell || showsLookers {
        main.p(.class("onward")) { line in
          if mayTell {
            line.a("Write down a meeting", RecordEncounterPage.address(family.id), .class("button"))
          }
          if showsLookers { line.a("Who has looked", Address("/families/", family.id, "/looked")) }
        }
      }
      main.put(body)
    }
  }

  private static func lead(_ record: FamilyRecord, _ lead: inout HTML) {
    lead.span(record.family.reference, .class("tag quiet"))
    if let home = record.home, let address = record.addresses[home] {
      lead.text(" ")
      lead.text(address)
      lead.text(".")
    }
    if let since = record.helpedSince {
      lead.text(" With us since ")
      lead.day(since)
      lead.text(".")
    } else if let last = record.help.compactMap(\.period.until).max() {
      lead.text(" Our help ended on ")
      lead.day(last)
      lead.text(".")
    }
  }
}
