import Foundation
import Practice

/// What readings have found, kept in memory for as long as it holds.
///
/// A reading asks by ids: of a family, of its people, of their homes. Whatever is told has the ids in
/// its own rows that it is about, because nothing else leads to it. So what was found holds while no
/// telling since then has mentioned an id that was asked by. What this program tells is noted when it
/// is kept; what others tell (an import at the command line, a second server) is read from the record
/// before anything is taken from memory (`docs/decisions/0008-what-was-read-is-kept-while-it-holds.md`).
final class Memory: @unchecked Sendable {
  private struct Place: Hashable {
    let kind: ObjectIdentifier
    let authority: Int
    let id: ID<Fact>
  }

  private struct Found {
    let value: any Sendable
    let mentions: Mentions
    var asOf: Int
    let weight: Int
    var lastUsed: Int
  }

  private let lock = NSCondition()
  private var ledgers: [Int: MentionLedger] = [:]
  private var found: [Place: Found] = [:]
  private var weight = 0
  private var uses = 0
  /// Writings of this program that have begun and are not noted yet.
  private var underWay = 0
  private let most: Int
  /// Of the engine, when anything was last asked for.
  private var age = 0

  /// - Parameter most: bytes that may be kept; a sixteenth of the machine's memory where nobody says.
  init(most: Int = Int(ProcessInfo.processInfo.physicalMemory / 16)) { self.most = most }

  /// Where what is known stands beside a reading.
  enum Standing {
    /// Everything that the reading sees is noted.
    case complete
    /// Tellings after this one are not noted yet, and others have told them.
    case behind(Int)
    /// This program is about to note what the reading sees already.
    case underWay
  }

  /// - Parameter age: of the engine. Where it has risen, nothing that was known may still be so.
  func standing(of authority: Int, at telling: Int, age: Int = 0) -> Standing {
    lock.withLock {
      if age != self.age {
        (ledgers, found, weight) = ([:], [:], 0)
        self.age = age
      }
      guard let ledger = ledgers[authority] else {
        ledgers[authority] = MentionLedger(from: telling)
        return .complete
      }
      if ledger.complete >= telling { return .complete }
      // What this program has told since shows that the one lacking is another's.
      return underWay > 0 && !ledger.lacksOne ? .underWay : .behind(ledger.complete)
    }
  }

  func note(_ told: [(authority: Int, telling: Int, mentions: Mentions)]) {
    lock.withLock {
      for one in told { ledgers[one.authority]?.note(one.mentions, of: one.telling) }
      lock.broadcast()
    }
  }

  /// True where everything up to the telling is noted, or is a moment later.
  func isComplete(_ authority: Int, at telling: Int, age: Int) -> Bool {
    switch standing(of: authority, at: telling, age: age) {
    case .complete: true
    case .underWay: awaits(telling, of: authority)
    case .behind: false
    }
  }

  /// Waits a moment for what this program is about to note: it is a few steps behind what a reading sees,
  /// and reading everything anew costs far more than these steps.
  /// - Returns: true where everything up to the telling is noted.
  func awaits(_ telling: Int, of authority: Int) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    let until = Date(timeIntervalSinceNow: 0.005)
    while (ledgers[authority]?.complete ?? 0) < telling {
      guard underWay > 0, lock.wait(until: until) else { break }
    }
    return (ledgers[authority]?.complete ?? 0) >= telling
  }

  func beginAnew(_ authority: Int, at telling: Int) {
    lock.withLock { ledgers[authority]?.begin(anew: telling) }
  }

  func beginWriting() { lock.withLock { underWay += 1 } }

  func endWriting() {
    lock.withLock {
      underWay -= 1
      lock.broadcast()
    }
  }

  /// What is kept of this kind under this id and still holds, with what it depends on.
  func take<Value: Sendable>(
    _ kind: Value.Type, _ authority: Int, _ id: ID<Fact>
  ) -> (value: Value, mentions: Mentions)? {
    lock.withLock {
      let place = Place(kind: ObjectIdentifier(kind), authority: authority, id: id)
      guard let there = found.index(forKey: place), let ledger = ledgers[authority] else {
        return nil
      }
      let one = found.values[there]
      guard ledger.isSilent(on: one.mentions, since: one.asOf), let value = one.value as? Value
      else {
        weight -= one.weight
        found.remove(at: there)
        return nil
      }
      uses += 1
      found.values[there].lastUsed = uses
      found.values[there].asOf = max(one.asOf, ledger.complete)
      return (value, one.mentions)
    }
  }

  /// - Parameters:
  ///   - asOf: the last telling that the reading saw.
  ///   - weight: about how many bytes it takes.
  func keep<Value: Sendable>(
    _ value: Value, _ authority: Int, _ id: ID<Fact>, asOf: Int, mentions: Mentions, weight: Int
  ) {
    lock.withLock {
      let place = Place(kind: ObjectIdentifier(Value.self), authority: authority, id: id)
      if let before = found[place] { self.weight -= before.weight }
      uses += 1
      let whole = weight + 256
      found[place] = Found(
        value: value, mentions: mentions, asOf: asOf, weight: whole, lastUsed: uses)
      self.weight += whole
      if self.weight > most { makeRoom() }
    }
  }

  /// Lets go of what was not asked for the longest, until there is room again for a quarter.
  private func makeRoom() {
    for (place, one) in found.sorted(by: { $0.value.lastUsed < $1.value.lastUsed }) {
      guard weight > most / 4 * 3 else { return }
      found[place] = nil
      weight -= one.weight
    }
  }
}
