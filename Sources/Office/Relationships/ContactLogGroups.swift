import Dispatch
import Practice
import Synchronization

/// A log's contacts brought together child by child, and counted.
///
/// Two passes: contacts go first into some hundreds of groups of neighbouring children, so that each
/// group fits a processor's cache; then each group is put in order by child, by counting, and each
/// child is counted while its contacts are still near. Threads share the blocks of the first pass and
/// the groups of the second; the answer does not depend on how many there are.
struct ContactGroups {
  /// Children in rising order of their number, and what each one's contacts amount to. Only children
  /// with a contact by the day.
  private(set) var children: [UInt32] = []
  private(set) var tallies: [ContactTally] = []
  /// Contacts of the log that lie after the day.
  private(set) var later = 0

  /// - Parameter columns: used up; the children's numbers in them may be changed.
  init(_ columns: ContactLogColumns, asAt day: LogDay, threads: Int) {
    guard columns.rows > 0 else { return }
    let numbering = ChildNumbering(columns)
    let plan = GroupPlan(children: numbering.count, rows: columns.rows)
    let sorted = ContactLogRoom<LoggedContact>(columns.rows)
    let ends = Self.partition(columns, plan, into: sorted.values, threads: threads)
    let counted = Self.count(
      UnsafeBufferPointer(sorted.values), ends, plan, asAt: day, inOrder: columns.isInDayOrder,
      threads: threads)
    later = columns.rows
    children.reserveCapacity(numbering.count)
    tallies.reserveCapacity(numbering.count)
    for (group, one) in counted.enumerated() {
      for (place, tally) in one {
        children.append(numbering.child(group << plan.shift | Int(place)))
        tallies.append(tally)
        later -= tally.contacts
      }
    }
  }

  /// Contacts by group, in the order of the log within a group; answers where each group ends.
  private static func partition(
    _ columns: ContactLogColumns, _ plan: GroupPlan,
    into sorted: UnsafeMutableBufferPointer<LoggedContact>, threads: Int
  ) -> [Int] {
    let blocks = columns.blocks
    let threads = max(1, min(threads, blocks.count))
    let share = (0...threads).map { $0 * blocks.count / threads }
    let counts = ContactLogRoom<Int>(threads * plan.groups)
    counts.values.update(repeating: 0)
    nonisolated(unsafe) let (work, next, target) = (columns, counts.values, sorted)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let count = UnsafeMutableBufferPointer(
        rebasing: next[thread * plan.groups..<(thread + 1) * plan.groups])
      for index in share[thread]..<share[thread + 1] {
        let child = work.blocks[index].child
        for row in 0..<work.rows(inBlock: index) { count[Int(child[row]) >> plan.shift] += 1 }
      }
    }
    var (reached, ends) = (0, [Int]())
    for group in 0..<plan.groups {
      for thread in 0..<threads {
        let here = next[thread * plan.groups + group]
        next[thread * plan.groups + group] = reached
        reached += here
      }
      ends.append(reached)
    }
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let count = UnsafeMutableBufferPointer(
        rebasing: next[thread * plan.groups..<(thread + 1) * plan.groups])
      for index in share[thread]..<share[thread + 1] {
        let block = work.blocks[index]
        let (child, day, worker) = (block.child, block.day, block.worker)
        for row in 0..<work.rows(inBlock: index) {
          let place = Int(child[row])
          let slot = count[place >> plan.shift]
          count[place >> plan.shift] = slot &+ 1
          target[slot] = LoggedContact(
            worker: worker[row], day: day[row],
            place: UInt16(truncatingIfNeeded: place & plan.mask))
        }
      }
    }
    withExtendedLifetime(counts) {}
    return ends
  }

  private static func count(
    _ sorted: UnsafeBufferPointer<LoggedContact>, _ ends: [Int], _ plan: GroupPlan,
    asAt day: LogDay, inOrder: Bool, threads: Int
  ) -> [[ContactLogCounting.Answer]] {
    let largest = zip(ends, [0] + ends).reduce(0) { max($0, $1.0 - $1.1) }
    let next = Atomic<Int>(0)
    var counted: [[ContactLogCounting.Answer]] = Array(repeating: [], count: ends.count)
    counted.withUnsafeMutableBufferPointer { counted in
      nonisolated(unsafe) let (answers, contacts) = (counted, sorted)
      DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
        var group = ContactLogCounting(largest: largest, plan: plan, day: day, inOrder: inOrder)
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < ends.count else { break }
          let start = index == 0 ? 0 : ends[index - 1]
          answers[index] = group.count(
            UnsafeBufferPointer(rebasing: contacts[start..<ends[index]]))
        }
      }
    }
    return counted
  }
}

/// How children are divided into groups: `1 << shift` neighbours each.
struct GroupPlan: Sendable {
  let shift: Int
  let groups: Int
  var mask: Int { 1 << shift - 1 }

  /// Contacts of a group that stay in a processor's second cache together with their sorted copy.
  private static let comfortable = 65_536

  init(children: Int, rows: Int) {
    let each = max(1, rows / max(1, children))
    var shift = 0
    while shift < 16, each << (shift + 1) <= Self.comfortable { shift += 1 }
    self.shift = shift
    groups = (children - 1) >> shift + 1
  }
}
