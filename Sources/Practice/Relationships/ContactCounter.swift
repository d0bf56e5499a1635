/// Counts a child's contacts in one pass over them. Reuse a counter for many children: it keeps its
/// memory.
///
/// A small hash table holds the workers met so far. `recent` counts those with a contact not yet
/// let go from the last 365 days; contacts are let go late, only when `recent` would pass the largest
/// number found, because only then does it matter how many are really left.
public struct ContactCounter: Sendable {
  private var table: [Met]
  private var pass: UInt32 = 0

  /// What is known of one worker. A place of the table is empty unless its `key` carries the number
  /// of this pass, so that nothing has to be cleared from child to child.
  private struct Met {
    var key: UInt64 = 0
    /// Place of the latest contact among the child's.
    var latest: Int32 = 0
    var times: Int32 = 0
  }

  public init() { self.init(places: 256) }

  /// - Parameter places: places of the table to begin with, a power of two; it grows when half full.
  init(places: Int) { table = Array(repeating: Met(), count: places) }

  /// - Parameters:
  ///   - contacts: one child's, in their order, with days that do not decrease; at most 2^31.
  ///   - day: contacts after it are not counted; `inLast365Days` ends with it.
  public mutating func tally(_ contacts: Span<LoggedContact>, asAt day: UInt16) -> ContactTally {
    var count = contacts.count
    while count > 0, contacts[count - 1].day > day { count -= 1 }
    let counted = contacts.extracting(first: count)
    while true {
      if pass == .max { table = Array(repeating: Met(), count: table.count) }
      pass = pass &+ 1
      let answer = table.withUnsafeMutableBufferPointer {
        Self.tally(counted, asAt: Int32(day), Table(places: $0, pass: pass))
      }
      if let answer { return answer }
      table = Array(repeating: Met(), count: table.count * 2)
    }
  }

  private struct Table {
    let places: UnsafeMutableBufferPointer<Met>
    let pass: UInt32

    func key(_ worker: UInt32) -> UInt64 { UInt64(pass) << 32 | UInt64(worker) }

    /// Where the worker stands, or would.
    @inline(__always)
    func place(_ worker: UInt32) -> Int {
      let (key, mask) = (key(worker), places.count - 1)
      // The high bits of the product depend on every bit of the number.
      var place = Int(truncatingIfNeeded: (UInt64(worker) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
      while places[place].key != key, places[place].key >> 32 == UInt64(pass) {
        place = (place &+ 1) & mask
      }
      return place
    }
  }

  /// Nil where the table is too small for so many workers.
  private static func tally(
    _ contacts: Span<LoggedContact>, asAt last: Int32, _ table: Table
  ) -> ContactTally? {
    // Wrapping arithmetic: with at most 2^31 contacts no sum here can leave its type.
    var (workers, most, familiar, repeats) = (Int32(0), Int32(0), Int32(0), Int32(0))
    var (squares, oldest, recent, mostRecent) = (0, Int32(0), Int32(0), Int32(0))
    var front = -1
    for index in 0..<contacts.count {
      let (worker, day) = (contacts[index].worker, Int32(contacts[index].day))
      let place = table.place(worker)
      let key = table.key(worker)
      var met = table.places[place]
      if met.key == key {
        familiar &+= day &- Int32(contacts[Int(met.latest)].day) <= 365 ? 1 : 0
        repeats &+= place == front ? 1 : 0
      } else {
        workers &+= 1
        guard Int(workers) &* 2 <= table.places.count else { return nil }
        met = Met(key: key, latest: -1, times: 0)
      }
      let isHeld = met.latest >= oldest
      squares &+= 2 &* Int(met.times) &+ 1
      met.times &+= 1
      met.latest = Int32(truncatingIfNeeded: index)
      table.places[place] = met
      most = max(most, met.times)
      front = place
      if isHeld { continue }
      recent &+= 1
      if recent <= mostRecent { continue }
      while Int32(contacts[Int(oldest)].day) < day &- 364 {
        let left = table.places[table.place(contacts[Int(oldest)].worker)]
        if left.latest == oldest { recent &-= 1 }
        oldest &+= 1
      }
      mostRecent = max(mostRecent, recent)
    }
    var tally = ContactTally()
    tally.workers = Int(workers)
    tally.most = Int(most)
    tally.squares = squares
    tally.repeats = Int(repeats)
    tally.familiar = Int(familiar)
    tally.mostIn365Days = Int(mostRecent)
    tally.contacts = contacts.count
    for index in (0..<contacts.count).reversed() {
      guard Int32(contacts[index].day) >= last - 364 else { break }
      if table.places[table.place(contacts[index].worker)].latest == index {
        tally.inLast365Days += 1
      }
    }
    return tally
  }
}
