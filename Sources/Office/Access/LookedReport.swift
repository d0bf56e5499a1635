import Practice
import Store

/// What stands out among all who looked, for the information officer (fact book 7.3): many records or
/// searches, no tie to the family, early or late hours, somebody of the same name.
enum LookedReport {
  /// `GET /access/looked?days=7`
  static func show(_ visit: Visit) async throws -> Answer {
    let days = visit.query["days"].flatMap { Int($0) }.flatMap {
      [1, 7, 28].contains($0) ? $0 : nil
    }
    let (authority, now) = (visit.actor.authority.number, visit.now)
    let report = try await visit.store.read { reading in
      try LookedSums(reading, authority, days: days ?? 7, now: now)
    }
    return .page(report.bytes(for: visit.who))
  }
}

/// What one account has looked at in a while.
struct LookedSum: Sendable {
  let account: String
  let role: AccountRole
  var records: Set<ID<Fact>> = []
  var searches = 0
  /// Records that were opened for a stated reason.
  var opened: Set<ID<Fact>> = []
  var outOfHours = 0
  /// People with the family name of whoever looked.
  var sameName: Set<ID<Fact>> = []

  /// Before 7 in the morning, from 8 in the evening, and on Saturdays and Sundays, in London.
  static func isOutOfHours(_ at: Instant) -> Bool {
    let (day, hour, _, _) = at.london
    return hour < 7 || hour >= 20 || day.weekday > 5
  }
}

struct LookedSums: Sendable {
  let days: Int
  let sums: [LookedSum]

  init(_ reading: Reading, _ authority: Int, days: Int, now: Instant) throws {
    var sums: [String: LookedSum] = [:]
    var practitioners: [String: ID<Practitioner>] = [:]
    try LookDesk.looks(reading, authority, since: now + -days * 86_400) { look in
      var sum = sums[look.account] ?? LookedSum(account: look.account, role: look.role)
      if look.page == "/search" {
        sum.searches += 1
      } else {
        sum.records.insert(look.subject)
        if look.tie == .opened { sum.opened.insert(look.subject) }
      }
      if LookedSum.isOutOfHours(look.at) { sum.outOfHours += 1 }
      sums[look.account] = sum
      practitioners[look.account] = look.practitioner
    }
    let colleagues = try TeamDirectory.colleagues(reading, authority)
    for (account, practitioner) in practitioners {
      guard let own = NameSearch.folded(colleagues.name(practitioner)).split(separator: " ").last,
        let records = sums[account]?.records
      else { continue }
      let people = records.map { ID<Person>(high: $0.high, low: $0.low) }
      for name in try PeopleDesk.names(reading, authority, people)
      where NameSearch.folded(name.name.family).split(separator: " ").contains(own) {
        sums[account]?.sameName.insert(ID(high: name.person.high, low: name.person.low))
      }
    }
    self.days = days
    self.sums = sums.values.sorted {
      ($0.sameName.count, $0.opened.count, $0.records.count, $1.account)
        > ($1.sameName.count, $1.opened.count, $1.records.count, $0.account)
    }
  }

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "Who looked", here: .access, who: who,
      trail: [Frame.Crumb("Who may see what", Place.access.address)]
    ).page { main in
      main.h1("Who looked")
      main.p(
        "What stands out is a question to ask, and no finding: whoever covers for others or works at "
          + "night looks differently.", .class("lead"))
      main.p { line in
        for (place, one) in [1, 7, 28].enumerated() {
          if place > 0 { line.text(" · ") }
          let words = one == 1 ? "The last day" : "The last \(one) days"
          if one == days {
            line.strong(words)
          } else {
            line.a(words, Address("/access/looked").query("days", "\(one)"))
          }
        }
      }
      guard !sums.isEmpty else {
        main.empty(
          EmptyState(
            what: "Nobody looked at a record in this time.",
            how: "Everybody who opens a record or searches is counted here."))
        return
      }
      main.cards(
        "Each account, and what it looked at",
        heads: [
          Head("Who"), Head("Records", isNumber: true), Head("Searches", isNumber: true),
          Head("Opened for a reason", isNumber: true), Head("Out of hours", isNumber: true),
          Head("Of the same name", isNumber: true),
        ]
      ) { body in
        for sum in sums.prefix(500) { row(sum, &body) }
      }
    }
  }

  private func row(_ sum: LookedSum, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { cell in
        cell.name(sum.account)
        cell.span(sum.role.words, .class("quiet"))
      }
      row.td(sum.records.count.grouped, .heading("Records"), .class("number"))
      row.td(sum.searches.grouped, .heading("Searches"), .class("number"))
      row.td(sum.opened.count.grouped, .heading("Opened for a reason"), .class("number"))
      row.td(sum.outOfHours.grouped, .heading("Out of hours"), .class("number"))
      row.td(.heading("Of the same name"), .class("number")) { cell in
        if sum.sameName.isEmpty { cell.text("0") } else { cell.strong(sum.sameName.count.grouped) }
      }
    }
  }
}
