import Practice
import Store

/// What a route needs of whoever asks.
enum Need: Sendable, Equatable {
  /// To be signed in: the page itself shows no more than its reader may come upon.
  case signedIn
  /// A matter of the service.
  case service(Matter)
  /// Any of several matters of the service: the page shows those alone that are its reader's.
  case anyOf([Matter])
  /// A matter of the family whose id stands in the address.
  case family(Matter)
  /// A matter of the person whose id stands in the address.
  case person(Matter)
}

/// What whoever asks may do, as far as this one request goes.
struct May: Sendable {
  let policy: AccessPolicy
  let reader: Reader
  /// Of the family or the person that the address names.
  var standing: FamilyStanding?
  /// By which they may have what they ask for.
  var tie = Tie.none

  /// A matter of the family that the address names, or of the service.
  func allows(_ matter: Matter) -> Bool {
    guard matter.isOfFamily else { return policy.allows(reader.role, .none, matter) }
    guard let standing else { return false }
    return policy.decide(matter, reader, of: standing).isYes
  }

  /// What somebody may do; nil where there is nothing that they may know of.
  /// - Throws: `AccessRefusal.role` for what is no secret and still not theirs; `StoreRefusal`.
  static func of(
    _ need: Need, _ id: ID<Fact>?, _ actor: Actor, in store: Store, now: Instant
  ) async throws -> May? {
    try await store.recall(of: actor.authority.number) { reading in
      try decided(need, id, reading, actor, now: now)
    }
  }

  /// Said on a record that is open to its reader for a while.
  func opened(at now: Instant) -> Notice? {
    guard tie == .opened,
      let ends = standing?.openings.filter({ $0.account == reader.account }).map(\.ends).max()
    else { return nil }
    let (day, hour, minute, _) = ends.london
    return Notice(
      kind: .note,
      words: "You opened this record: it stays open to you until \(day.inWords), "
        + "\(hour):\(minute < 10 ? "0" : "")\(minute).",
      more: "Whoever works with the family sees that you did, and why.")
  }

  /// Nil where there is nothing that this reader may know of.
  /// - Throws: `AccessRefusal.role` for what is no secret and still not theirs.
  static func decided(
    _ need: Need, _ id: ID<Fact>?, _ reading: Reading, _ actor: Actor, now: Instant
  ) throws -> May? {
    let authority = actor.authority.number
    let policy = try AccessDesk.policy(reading, authority, on: actor.today)
    let reader = try AccessDesk.reader(reading, actor, now: now)
    var may = May(policy: policy, reader: reader)
    let matter: Matter
    switch need {
    case .signedIn: return may
    case .service(let matter):
      guard policy.decide(matter, actor.role).isYes else {
        throw AccessRefusal.role(actor.role, matter)
      }
      return may
    case .anyOf(let matters):
      guard matters.contains(where: { policy.decide($0, actor.role).isYes }) else {
        throw AccessRefusal.role(actor.role, matters[0])
      }
      return may
    case .family(let asked):
      matter = asked
      may.standing = try id.flatMap {
        try AccessDesk.standing(reading, authority, of: ID<Family>(high: $0.high, low: $0.low))
      }
    case .person(let asked):
      matter = asked
      may.standing = try id.flatMap {
        try AccessDesk.standing(reading, authority, of: ID<Person>(high: $0.high, low: $0.low))
      }
    }
    guard let standing = may.standing,
      case .yes(let tie) = policy.decide(matter, reader, of: standing)
    else { return nil }
    may.tie = tie
    return may
  }
}
