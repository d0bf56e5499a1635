import Practice

/// Slows guessing down, for each account and for each address that tries: after a few tries that
/// fail, each further one has to wait, twice as long as the last, up to a limit. Kept in memory, for
/// not more than so many.
struct Patience: Sendable {
  enum Key: Hashable, Sendable {
    case account(String)
    case address(String)
    /// One browser in which an account has signed in before: strangers who guess, from however many
    /// addresses, do not make it wait.
    case known(String)
    /// The second step of an account, which whoever tries it knows the password of.
    case factor(String)

    /// Failures before anyone has to wait. Many people of one office share an address.
    fileprivate var free: Int {
      switch self {
      case .account, .known, .factor: 5
      case .address: 20
      }
    }

    /// Seconds that one has to wait at most. An account's are few, so that a stranger who guesses
    /// all day cannot keep its owner out.
    fileprivate var longest: Int {
      switch self {
      case .account: 16
      case .address, .known: 60
      // A million codes at a hundred a day.
      case .factor: 900
      }
    }

    /// Seconds after which one failure is forgotten.
    fileprivate var memory: Int {
      switch self {
      case .account, .known: 180
      case .address: 20
      case .factor: 900
      }
    }
  }

  private struct Failures {
    var count: Int
    var last: Instant
  }

  private let most: Int
  private var failures: [Key: Failures] = [:]

  init(most: Int = 10_000) { self.most = most }

  var count: Int { failures.count }

  /// Counts a try as failed before it is made, so that many at once gain nothing; or says how many
  /// seconds to wait before the next, and counts nothing.
  mutating func begin(_ keys: [Key], now: Instant) -> Int? {
    if let wait = keys.compactMap({ wait(for: $0, now: now) }).max() { return wait }
    for key in keys { failures[key] = Failures(count: standing(key, now: now) + 1, last: now) }
    if failures.count > most { forget(now) }
    return nil
  }

  /// The try that had been counted opened the door.
  mutating func opened(_ keys: [Key]) {
    for key in keys {
      switch key {
      case .account, .known, .factor: failures[key] = nil
      case .address: failures[key]?.count -= 1
      }
    }
  }

  private func standing(_ key: Key, now: Instant) -> Int {
    guard let known = failures[key] else { return 0 }
    let quiet = Int(max(0, now.microseconds - known.last.microseconds) / 1_000_000)
    return max(0, known.count - quiet / key.memory)
  }

  private func wait(for key: Key, now: Instant) -> Int? {
    let count = standing(key, now: now)
    guard let known = failures[key], count >= key.free else { return nil }
    let until = known.last + min(1 << min(count - key.free, 12), key.longest)
    guard now < until else { return nil }
    return Int((until.microseconds - now.microseconds + 999_999) / 1_000_000)
  }

  /// Makes room: first what is forgotten anyway, then half of the rest, the oldest first.
  private mutating func forget(_ now: Instant) {
    failures = failures.filter { standing($0.key, now: now) > 0 }
    guard failures.count > most else { return }
    let kept = failures.sorted { $0.value.last > $1.value.last }.prefix(most / 2)
    failures = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
  }
}
