import Practice
import Store

/// Somebody's time in Kith, from signing in to signing out.
struct Session: Sendable {
  /// What it is called on the page that lists it.
  let id: ID<Session>
  let digest: TokenDigest
  var account: Account
  /// Proves that what is posted comes from a page of this session.
  let csrf: String
  /// What it was opened with, in words: "Firefox on Windows".
  let browser: String
  let begun: Instant
  var lastSeen: Instant
  /// True where the store does not know yet when it was last seen.
  var isUnwritten = false

  /// Seconds without use after which it ends, and seconds after which it ends in any case.
  static let idle = 30 * 60
  static let longest = 12 * 3600

  func holds(_ now: Instant) -> Bool {
    now < lastSeen + Session.idle && now < begun + Session.longest
  }
}

/// What kind of browser somebody uses, in a few words of this program: nothing of what the browser says
/// of itself is kept.
enum BrowserWords {
  static func of(_ agent: String?) -> String {
    let agent = Array((agent ?? "").utf8.prefix(1000))
    func says(_ words: String) -> Bool {
      ByteSearch(for: Array(words.utf8)).first(in: agent, from: 0) != nil
    }
    // Most call themselves by the names of others too: the rarer names come first.
    let browser = [
      ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
      ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"),
      ("Safari/", "Safari"),
    ].first { says($0.0) }?.1
    let machine = [
      ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"),
      ("CrOS", "a Chromebook"), ("Mac OS X", "a Mac"), ("Linux", "Linux"),
    ].first { says($0.0) }?.1
    guard let browser else { return machine.map { "A browser on \($0)" } ?? "A browser" }
    return machine.map { "\(browser) on \($0)" } ?? browser
  }
}
