import Foundation
import Ground
import Practice
import Store
import Town

@testable import Office

/// The cast's town, told once for all stories that only read it.
enum FamilyTown {
  static let today = Chronicle.usualDay

  static let shared = Task { try await fresh() }

  /// A town of its own, for a story that tells something more.
  static func fresh() async throws -> (store: Store, authority: Authority) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kith-families-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try await Store.open(
      at: Ground.location(in: folder), keeping: folder.path, schema: Record.schema,
      now: Instant(microseconds: 0))
    let authority = try await store.addAuthority(
      code: "999", name: "Marlhaven", now: Instant(microseconds: 0))
    try await Settlement.tell(Chronicle(families: 12), into: store, as: authority)
    return (store, authority)
  }

  static func visit(
    _ town: (store: Store, authority: Authority), by practitioner: ID<Practitioner>? = Cast.amara,
    as role: AccountRole = .socialWorker, asking query: String = ""
  ) -> Visit {
    let actor = Actor(
      authority: town.authority, account: "Amara Osei", role: role, practitioner: practitioner,
      today: today)
    return Visit(
      actor: actor, store: town.store, now: Instant(microseconds: 0), csrf: "token",
      query: NamedValues(urlEncoded: Array(query.utf8)), form: Form(), may: .inside(actor))
  }

  /// Accounts without a password, in which a story begins sessions of its own.
  static func admit(
    _ town: (store: Store, authority: Authority), _ accounts: [Account]
  ) async throws {
    try await town.store.write { writing in
      for one in accounts {
        try writing.insert(
          DoorTables.account, authority: town.authority.number,
          [
            .text(one.signInName), .text(one.name), .text(one.role.rawValue),
            one.practitioner.bound, .bytes([]), .integer(16), .null, .null, .integer(0),
            AccessTown.noon.bound, .null,
          ])
      }
    }
  }

  /// How much was told, who looked left aside.
  static func told(in town: (store: Store, authority: Authority)) async throws -> Int {
    let look = Office.Deed.look.rawValue
    return try await town.store.read {
      try $0.count("SELECT count(*) FROM telling WHERE deed <> \(look)")
    }
  }

  /// Tells one more thing, at the end of everything that was told before.
  static func tell(
    _ town: (store: Store, authority: Authority), _ facts: [FactRow],
    naming names: [(PersonName, ID<Person>)] = []
  ) async throws {
    let number = town.authority.number
    try await town.store.write { writing in
      let telling = TellingRow(
        .openFamily, id: ID(high: .random(in: 0...(.max)), low: 1), by: "the story",
        recorded: Instant(microseconds: Int64(today.number) * 86_400_000_000), happened: today)
      try writing.tell(telling, authority: number, facts)
      for (name, person) in names { try writing.index(name, of: person, authority: number) }
    }
  }
}

extension Account {
  static func named(
    _ name: String, _ role: AccountRole, _ practitioner: ID<Practitioner>? = nil
  ) -> Account {
    Account(
      signInName: Accounts.compared(name), name: name, role: role, practitioner: practitioner)
  }
}

extension May {
  /// Of somebody whom the door has let in to a family: a page's own stories begin there.
  static func inside(_ actor: Actor) -> May {
    let rules = Matter.allCases.filter(\.isOfFamily).map { matter in
      AccessPolicy.Rule(
        role: actor.role, tie: .none, matter: matter, isAllowed: true, from: actor.today)
    }
    return May(
      policy: AccessPolicy(rules, on: actor.today),
      reader: Reader(
        account: actor.account, role: actor.role, practitioner: actor.practitioner, teammates: [],
        now: Instant(microseconds: 0), today: actor.today), standing: FamilyStanding())
  }
}

extension Answer {
  /// The page's text, or nothing where it is none.
  var words: String {
    if case .page(let bytes) = self { return String(decoding: bytes, as: UTF8.self) }
    return ""
  }

  /// The page without its tags, each run of white space as one space.
  var plain: String {
    var plain = ""
    var inTag = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case "<": inTag = true
      case ">":
        inTag = false
        plain += " "
      default: if !inTag { plain.unicodeScalars.append(scalar) }
      }
    }
    return plain.split(separator: " ").joined(separator: " ").replacing(" ,", with: ",")
      .replacing(" .", with: ".").replacing(" ;", with: ";")
  }
}
