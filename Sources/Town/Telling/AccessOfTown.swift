public import Office
public import Practice
public import Store

/// What the town has agreed about who may see what: one locked record, and a sample for audit.
extension Settlement {
  /// Ezra's record is locked, because his father's sister works in the pod: his social worker, the pod's
  /// manager and the assistant director read it. Three families are in the principal social worker's
  /// sample.
  public static func tellAccess(
    into store: Store, as authority: Authority, today: Day
  ) async throws {
    let recorded = Instant(microseconds: (Int64(today.number) * 86_400 + 61_200) * 1_000_000)
    let number = authority.number
    try await store.write { writing in
      var ids = IDMaker(at: recorded, using: Chance(seed: 1, stream: 47))
      func tell(_ deed: Office.Deed, _ family: ID<Family>, _ facts: [FactRow]) throws {
        try writing.tell(
          TellingRow(
            deed, id: ids.next(), by: "Helen Marsh", recorded: recorded, happened: today,
            family: family),
          authority: number, facts)
      }
      var lock = [
        AccessRecords.restriction(
          Restriction(
            family: Cast.bartons, category: .conflictOfInterest,
            call: "Helen Marsh, 01632 960 114", period: Period(from: today),
            reviewDue: today + Restriction.reviewDays),
          fact: ids.next(), because: "His father’s sister works in Kingfisher Pod.")
      ]
      for reader in [Cast.callum, Cast.ruth, Cast.helen] {
        lock.append(
          AccessRecords.grant(
            AccessGrant(
              family: Cast.bartons, practitioner: reader, kind: .named,
              period: Period(from: today)), fact: ids.next()))
      }
      try tell(.restrictRecord, Cast.bartons, lock)
      for family in [Cast.dohertys, Cast.kowalczyks, Cast.suttons] {
        guard let period = Period(from: today, until: today + 28) else { continue }
        try tell(
          .grantAccess, family,
          [
            AccessRecords.grant(
              AccessGrant(
                family: family, practitioner: Cast.ffion, kind: .sampled, period: period),
              fact: ids.next(), because: "Sample of the autumn’s audit.")
          ])
      }
    }
  }
}
