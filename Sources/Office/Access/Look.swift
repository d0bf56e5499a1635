import Practice
import Store

/// That somebody read a record, or searched: who, as whom, of whom, what, when, from where and by what
/// tie.
struct Look: Sendable, Equatable {
  /// Whose record it was. A search has no one's.
  enum Subject: Sendable, Equatable {
    case family(ID<Family>)
    case person(ID<Person>)
    case nobody

    var id: ID<Fact> {
      switch self {
      case .family(let id): ID(high: id.high, low: id.low)
      case .person(let id): ID(high: id.high, low: id.low)
      case .nobody: ID(high: 0, low: 0)
      }
    }
  }

  let subject: Subject
  let account: String
  let role: AccountRole
  let practitioner: ID<Practitioner>?
  let tie: Tie
  /// The page, by the shape of its address: `/families/ID`.
  let page: String
  let at: Instant
  /// The network address that asked.
  let from: String
  /// What was searched for.
  var words: String?
}

extension Look {
  /// What has to be kept of this answer; nil where nobody's record and no search is in it.
  init?(_ route: Route, _ id: ID<Fact>?, _ visit: Visit, _ answer: Answer) {
    switch answer {
    case .page, .asksAgain, .csv, .lines: break
    case .notFound, .problem, .seeOther, .signedInAnew: return nil
    }
    let words = route.pattern.isSearch ? visit.query["q"] : nil
    switch (route.needs, id) {
    case (.family, let id?): subject = .family(ID(high: id.high, low: id.low))
    case (.person, let id?): subject = .person(ID(high: id.high, low: id.low))
    default:
      guard let words, !words.isEmpty else { return nil }
      subject = .nobody
    }
    let actor = visit.actor
    (account, role, practitioner) = (actor.account, actor.role, actor.practitioner)
    (tie, page) = (visit.may.tie, route.pattern.text.description)
    (at, from) = (visit.now, Self.legible(visit.from))
    self.words = words.map { Self.legible($0) }
  }

  /// What comes from outside, short, and without what no database takes.
  private static func legible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.lazy.filter { $0.properties.generalCategory != .control }
          .prefix(longestWords)))
  }

  static let longestWords = 200
}

/// How it is kept who looked.
enum LookTable {
  /// The looks at one record lie together, in the order of their times.
  static let look = Table(
    "look", .part, key: ["subject", "at", "id"],
    indexes: [Table.Index("account", "at"), Table.Index("at")],
    [
      Column("subject", .id), Column("at", .instant), Column("id", .id),
      Column("account", .text), Column("role", AccountRole.self),
      Column("practitioner", .id, optional: true), Column("tie", Tie.self), Column("page", .text),
      Column("address", .text), Column("words", .text, optional: true),
    ]
  ).askedAnew()

  static func fact(_ look: Look, id: ID<Fact>) -> FactRow {
    FactRow(
      partIn: LookTable.look,
      [
        look.subject.id.bound, look.at.bound, id.bound, .text(look.account),
        .text(look.role.rawValue), look.practitioner.bound, .text(look.tie.rawValue),
        .text(look.page), .text(look.from), look.words.bound,
      ])
  }
}
