public import Practice
public import Store

/// Periods of help, plans, care and reviews as facts, ready to be told.
public enum CareRecords {
  public static func help(
    _ help: HelpPeriod, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      CareTables.help, id: fact, supersedes: supersedes, because: because,
      [help.person.bound] + help.period.bound
        + [help.source.bound, help.need.bound, help.reasonEnded.bound])
  }

  public static func plan(
    _ plan: Plan, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      CareTables.plan, id: fact, supersedes: supersedes, because: because,
      [plan.child.bound, .text(plan.kind.rawValue)] + plan.period.bound + [plan.reviewDue.bound])
  }

  public static func episode(
    _ episode: CareEpisode, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      CareTables.episode, id: fact, supersedes: supersedes, because: because,
      [
        episode.child.bound, episode.period.from.bound, episode.period.until.bound,
        .text(episode.reasonBegun), .text(episode.legalStatus.rawValue), .text(episode.need),
        .text(episode.home), episode.provider.bound, episode.reasonEnded.bound,
        episode.reasonHomeChanged.bound, episode.homePostcode.bound,
        episode.placementPostcode.bound, episode.placementURN.bound,
      ])
  }

  public static func review(
    _ review: CareReview, fact: ID<Fact>, supersedes: ID<Fact>? = nil, because: String? = nil
  ) -> FactRow {
    FactRow(
      CareTables.review, id: fact, supersedes: supersedes, because: because,
      [review.child.bound, review.day.bound, .text(review.participation)])
  }

  /// Columns of `care_episode` in the order that `read` expects.
  static let columns: SQL = """
    id, telling, supersedes, because, withdrawn, child, "from", "until", reason_begun,
    legal_status, need, home, provider, reason_ended, reason_home_changed, home_postcode,
    placement_postcode, placement_urn
    """

  /// An episode of care from a row of `columns`.
  static func read(_ row: Row) -> Told<CareEpisode>? {
    guard let status = row.code(9, as: LegalStatus.self),
      let period = Period(from: row.day(6), until: row.dayIfAny(7))
    else { return nil }
    return Told(
      fact: row.id(0), telling: row.int(1), supersedes: row.idIfAny(2), because: row.textIfAny(3),
      withdrawn: row.flag(4),
      value: CareEpisode(
        child: row.id(5), period: period, reasonBegun: row.text(8), legalStatus: status,
        need: row.text(10), home: row.text(11), provider: row.textIfAny(12),
        reasonEnded: row.textIfAny(13), reasonHomeChanged: row.textIfAny(14),
        homePostcode: row.textIfAny(15), placementPostcode: row.textIfAny(16),
        placementURN: row.textIfAny(17)))
  }
}
