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
    (at, from) = (visit.now, visit.from)
    self.words = words.map { String($0.unicodeScalars.prefix(Self.longestWords)) }
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
    ])

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

/// Keeps who looked, before whoever looked is answered. All who look at the same time are kept in one
/// telling, sealed like any other. Where nothing can be told at the moment, because the disk is full
/// or the database away, the pages that can still be read are, and who read them is kept as soon as it
/// can be.
final class LookBook: Sendable {
  /// Looks that wait to be kept at most; beyond them, nothing is shown that could not be answered for.
  static let most = 100_000

  private struct Waiting {
    var looks: [Look] = []
    var answered: [CheckedContinuation<Void, Never>] = []
    var isWriting = false
  }

  private let store: Store
  private let authority: Int
  private let waiting = Guarded(Waiting())

  init(store: Store, authority: Authority) {
    self.store = store
    self.authority = authority.number
  }

  /// How many are not kept yet.
  var count: Int { waiting.withValue { $0.looks.count } }

  /// - Throws: `AccessRefusal.cannotBeKept` where too many wait already.
  func keep(_ look: Look) async throws {
    guard count < Self.most else { throw AccessRefusal.cannotBeKept }
    await withCheckedContinuation { continuation in
      let begins = waiting.withValue { waiting in
        waiting.looks.append(look)
        waiting.answered.append(continuation)
        defer { waiting.isWriting = true }
        return !waiting.isWriting
      }
      if begins { Task { await write() } }
    }
  }

  /// Keeps what could not be kept before.
  func upkeep() async {
    let begins = waiting.withValue { waiting in
      guard !waiting.isWriting, !waiting.looks.isEmpty else { return false }
      waiting.isWriting = true
      return true
    }
    if begins { await write() }
  }

  private func write() async {
    while true {
      let (looks, answered) = waiting.withValue { waiting in
        defer { (waiting.looks, waiting.answered) = ([], []) }
        return (waiting.looks, waiting.answered)
      }
      var isKept = looks.isEmpty
      if !isKept { isKept = (try? await tell(looks)) != nil }
      for one in answered { one.resume() }
      let goesOn = waiting.withValue { waiting in
        if !isKept { waiting.looks.insert(contentsOf: looks, at: 0) }
        let goesOn = isKept ? !waiting.looks.isEmpty : !waiting.answered.isEmpty
        if !goesOn { waiting.isWriting = false }
        return goesOn
      }
      if !goesOn { return }
    }
  }

  private func tell(_ looks: [Look]) async throws {
    guard store.canSeal, !store.isReadOnly else { throw StoreRefusal.readOnly }
    let authority = authority
    let last = looks.map(\.at).max() ?? Instant(microseconds: 0)
    try await store.write { writing in
      var ids = IDMaker(at: last, using: SystemRandomNumberGenerator())
      let telling = TellingRow(.look, id: ids.next(), by: "the door", recorded: last)
      try writing.tell(
        telling, authority: authority, looks.map { LookTable.fact($0, id: ids.next()) })
    }
  }
}
