import Practice
import Store

/// Where records are locked, looked at again after 90 days, and opened once more.
enum LockPage {
  /// `GET /access/locked`
  static func show(_ visit: Visit) async throws -> Answer {
    .page(try await sheet(visit).bytes(for: visit.who))
  }

  /// `POST /access/locked`
  static func receive(_ visit: Visit) async throws -> Answer {
    var sheet = try await sheet(visit)
    sheet.form = LockForm(visit.form)
    guard let telling = visit.form["telling"].flatMap({ ID<Telling>($0) }), telling.isOfVersion7
    else { throw DoorRefusal.notFromHere }
    let (authority, today) = (visit.actor.authority.number, visit.actor.today)
    let form = sheet.form
    let (family, working) = try await visit.store.read {
      reading -> (Family?, [ID<Practitioner>]) in
      let family = try LockDesk.family(reading, authority, called: form.reference)
      let working = try family.map {
        try LockDesk.those(whoWorkWith: $0.id, reading, authority, on: today)
      }
      return (family, working ?? [])
    }
    var faults = form.faults
    if family == nil, !form.reference.isEmpty {
      faults.append(
        Fault(field: "reference", words: "Enter the reference of a family that is known here"))
    }
    if sheet.locks.contains(where: { $0.family.id == family?.id }) {
      // The same form sent twice is kept once, and its second answer is the first one's.
      if sheet.locks.contains(where: { $0.fact.low == telling.low && $0.fact.high == telling.high })
      {
        return .seeOther(Address("/access/locked"))
      }
      faults.append(Fault(field: "reference", words: "This record is locked already: see above"))
    }
    let readers = form.readers(among: sheet.colleagues, by: visit.actor.practitioner)
    faults += readers.faults
    guard let family, let category = form.category, faults.isEmpty else {
      sheet.faults = faults
      return .asksAgain(sheet.bytes(for: visit.who))
    }
    try await RestrictRecord(
      restriction: Restriction(
        family: family.id, category: category, call: form.call, period: Period(from: today),
        reviewDue: today + Restriction.reviewDays),
      readers: Set(readers.found + (form.keepsWorkers ? working : [])).sorted(),
      because: form.because, account: visit.actor.account, telling: telling, recorded: visit.now
    ).tell(in: visit.store, authority, inPlaceOf: nil)
    return .seeOther(Address("/access/locked"))
  }

  /// `GET /access/locked/ID`, where the id is the family's.
  static func one(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    let sheet = try await sheet(visit)
    guard let lock = sheet.locks.first(where: { $0.family.id == id }) else { return .notFound }
    return .page(LockReview(lock: lock, colleagues: sheet.colleagues).bytes(for: visit.who))
  }

  /// `POST /access/locked/ID`: it stays locked for another 90 days, or ends today.
  static func review(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    let sheet = try await sheet(visit)
    guard let lock = sheet.locks.first(where: { $0.family.id == id }) else {
      return .seeOther(Address("/access/locked"))
    }
    var review = LockReview(lock: lock, colleagues: sheet.colleagues)
    let form = LockForm(visit.form)
    review.because = form.because
    review.names = form.names
    let outcome = visit.form["outcome"]
    if !["stays", "ends"].contains(outcome) {
      review.faults.append(Fault(field: "outcome", words: "Choose whether it stays locked"))
    }
    if form.because.isEmpty {
      review.faults.append(Fault(field: "because", words: "Say why"))
    }
    let readers = form.readers(among: sheet.colleagues, by: visit.actor.practitioner)
    review.faults += readers.faults
    guard let outcome, review.faults.isEmpty else {
      return .asksAgain(review.bytes(for: visit.who))
    }
    let (before, today) = (lock.restriction, visit.actor.today)
    let period =
      outcome == "ends"
      ? Period(from: before.period.from, until: max(today, before.period.from)) : before.period
    try await RestrictRecord(
      restriction: Restriction(
        family: id, category: before.category, call: before.call,
        period: period ?? before.period, reviewDue: today + Restriction.reviewDays),
      readers: outcome == "ends" ? [] : readers.found.filter { !lock.named.contains($0) },
      leaving: lock.readers.filter {
        outcome == "ends" || !readers.found.contains($0.grant.practitioner)
      }, because: form.because, account: visit.actor.account,
      telling: OpenPage.newTelling(visit.now), recorded: visit.now
    ).tell(in: visit.store, visit.actor.authority.number, inPlaceOf: lock.fact)
    return .seeOther(Address("/access/locked"))
  }

  static func again(_ visit: Visit) async throws -> Answer {
    var sheet = try await sheet(visit)
    (sheet.form, sheet.notice) = (LockForm(visit.form), .carried)
    return .page(sheet.bytes(for: visit.who))
  }

  static func reviewAgain(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    let sheet = try await sheet(visit)
    guard let lock = sheet.locks.first(where: { $0.family.id == id }) else { return .notFound }
    let form = LockForm(visit.form)
    var review = LockReview(lock: lock, colleagues: sheet.colleagues)
    (review.because, review.names, review.notice) = (form.because, form.names, .carried)
    return .page(review.bytes(for: visit.who))
  }

  private static func sheet(_ visit: Visit) async throws -> LockSheet {
    let (authority, today) = (visit.actor.authority.number, visit.actor.today)
    let telling = OpenPage.newTelling(visit.now)
    let own = visit.actor.practitioner
    return try await visit.store.read { reading in
      // Nobody answers for the lock of a family of their own.
      let theirs = Set(
        try Locked.all(reading, authority).conflicts.map(\.conflict).filter {
          $0.practitioner == own && $0.period.holds(on: today)
        }.map(\.family))
      return LockSheet(
        today: today,
        locks: try LockDesk.locks(reading, authority, on: today).filter {
          !theirs.contains($0.family.id)
        },
        colleagues: try TeamDirectory.colleagues(reading, authority), telling: telling)
    }
  }
}
