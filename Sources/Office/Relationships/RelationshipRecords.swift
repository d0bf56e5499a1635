public import Practice
public import Store

/// Tenures and encounters as facts, ready to be told.
public enum RelationshipRecords {
  public static func tenure(
    _ tenure: Tenure, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      RelationshipTables.tenure, id: fact, supersedes: supersedes, because: because,
      [
        tenure.child.bound, tenure.practitioner.bound, tenure.team.bound,
        .text(tenure.role.rawValue), tenure.period.from.bound, tenure.period.until.bound,
        (tenure.begun?.rawValue).bound, (tenure.ended?.rawValue).bound,
        (tenure.handover?.planned).bound, (tenure.handover?.saidGoodbye).bound,
        (tenure.handover?.saidHello).bound, (tenure.handover?.familyTold).bound,
      ])
  }

  /// The encounter itself, and a part for each person who was there.
  public static func encounter(
    _ encounter: Encounter, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> [FactRow] {
    let itself = FactRow(
      RelationshipTables.encounter, id: encounter.id, supersedes: supersedes, because: because,
      [
        encounter.family.bound, encounter.practitioner.bound, encounter.day.bound,
        .text(encounter.kind.rawValue), (encounter.place?.rawValue).bound, .text(encounter.title),
        .text(encounter.words),
      ])
    return [itself]
      + encounter.met.map { met in
        FactRow(
          partIn: RelationshipTables.met,
          [
            met.person.bound, encounter.day.bound, encounter.id.bound,
            encounter.practitioner.bound, .text(encounter.kind.rawValue), met.seen.bound,
            met.alone.bound,
          ])
      }
  }

  /// Columns of `tenure` in the order that `read` expects.
  static let columns: SQL = """
    id, telling, supersedes, because, withdrawn, child, practitioner, team, role, "from", "until",
    begun, ended, planned, said_goodbye, said_hello, family_told
    """

  /// A tenure from a row of `columns`; nil for a row that another version of Kith wrote and this one
  /// cannot read.
  static func read(_ row: Row) -> Told<Tenure>? {
    guard let role = row.code(8, as: TenureRole.self),
      let period = Period(from: row.day(9), until: row.dayIfAny(10))
    else { return nil }
    let handover =
      row.isNull(13)
      ? nil
      : Handover(
        planned: row.flag(13), saidGoodbye: row.flag(14), saidHello: row.flag(15),
        familyTold: row.dayIfAny(16))
    return Told(
      fact: row.id(0), telling: row.int(1), supersedes: row.idIfAny(2), because: row.textIfAny(3),
      withdrawn: row.flag(4),
      value: Tenure(
        child: row.id(5), practitioner: row.id(6), team: row.idIfAny(7), role: role,
        period: period, begun: row.code(11), ended: row.code(12), handover: handover))
  }
}
