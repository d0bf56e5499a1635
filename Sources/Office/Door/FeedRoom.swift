import Store

/// What was told, for other systems: `GET /api/feed?after=1200&most=100`, one line of JSON a telling.
/// It tells of everybody, so it is for those alone whom the council lets read all of it.
public enum FeedRoom {
  static let most = 1000

  /// Who looked at what is no part of anybody's story.
  public static let leftOut = [Deed.look.rawValue]

  static func show(_ visit: Visit) async throws -> Answer {
    guard let after = number(visit.query["after"], otherwise: 0, in: 0...Int.max) else {
      return .problem("after is the number of the last telling that you know, from 0.")
    }
    guard let most = number(visit.query["most"], otherwise: 100, in: 1...FeedRoom.most) else {
      return .problem("most is a number from 1 to \(FeedRoom.most).")
    }
    let lines = try await Feed(
      visit.store, of: visit.actor.authority, leavingOut: leftOut
    ).next(
      after: after, most: most)
    return .lines(lines.flatMap { Array($0.json.utf8) + [10] })
  }

  private static func number(
    _ text: String?, otherwise: Int, in range: ClosedRange<Int>
  ) -> Int? {
    guard let text else { return otherwise }
    guard let number = Int(text), range.contains(number) else { return nil }
    return number
  }
}
