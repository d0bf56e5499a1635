import Practice
import Store

/// Everybody who works here or once did, with the teams: nearly every page names some of them, and
/// they change seldom, so they are read once and kept until something is told of them.
enum TeamDirectory {
  private struct Kept {
    let seal: [UInt8]
    let colleagues: TeamColleagues
  }

  private static let kept = Guarded<[Int: Kept]>([:])

  /// As of the moment of the reading. What is kept is good while the last telling that said anything
  /// of practitioners, postings or teams is the same; its seal tells one store from another.
  static func colleagues(_ reading: Reading, _ authority: Int) throws -> TeamColleagues {
    let seal = try lastSeal(reading, authority)
    if let known = kept.withValue({ $0[authority] }), known.seal == seal {
      return known.colleagues
    }
    let colleagues = try TeamDesk.colleagues(reading, authority)
    kept.withValue { $0[authority] = Kept(seal: seal, colleagues: colleagues) }
    return colleagues
  }

  private static func lastSeal(_ reading: Reading, _ authority: Int) throws -> [UInt8] {
    var last = 0
    try reading.each(
      """
      SELECT max(telling) FROM practitioner_about WHERE authority = \(authority)
      UNION ALL SELECT max(telling) FROM posting WHERE authority = \(authority)
      UNION ALL SELECT max(telling) FROM team_about WHERE authority = \(authority)
      """
    ) { last = max(last, $0.intIfAny(0) ?? 0) }
    return try reading.first(
      "SELECT seal FROM telling WHERE authority = \(authority) AND seq = \(last)"
    ) { $0.bytes(0) } ?? []
  }
}
