import Practice
import Store

/// Everybody who works here or once did, with the teams: nearly every page names some of them, and
/// they change seldom, so they are kept until something is told of them.
enum TeamDirectory {
  static func colleagues(_ reading: Reading, _ authority: Int) throws -> TeamColleagues {
    let all = ID<Team>(high: 0, low: 0)
    func weight(_ colleagues: TeamColleagues) -> Int { 300 * colleagues.postings.count }
    let kept = try reading.kept(TeamColleagues.self, of: all, authority: authority, weight: weight)
    {
      try TeamDesk.colleagues($0, authority)
    }
    return kept ?? TeamColleagues([], [], teams: [])
  }
}
