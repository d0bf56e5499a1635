public import Measuring
public import Practice

/// What a contact log says about continuity: sums over the children, checksums, means, and how many
/// children met how many different workers.
public struct ContactLogReport: Sendable {
  public let day: Day
  /// Children with a contact by the day. One without any has no continuity, neither 0 nor 1.
  public let children: Int
  /// Of these, children with two contacts or more: those who have a COC and a SECON.
  public let childrenWithTwo: Int
  /// Contacts of the log after the day, which are left out.
  public let later: Int
  /// Sums over children, in the order of `Measure`.
  public let sums: [Measure: Int]
  /// Sums of (child's number + 1) × value modulo 2^64: two logs that agree here agree child by child.
  public let weighted: [Measure: UInt64]
  /// Means over children; nil where no child has one.
  public let upc: Double?
  public let coc: Double?
  public let secon: Double?
  /// Contacts with somebody met in the 365 days before, of all contacts but each child's first.
  public let familiar: Share
  /// Children by their largest number of different workers in any 365 days.
  public let rolling: [Int: Int]
  public internal(set) var reading = Timing(cpu: 0, wall: 0)
  public internal(set) var computing = Timing(cpu: 0, wall: 0)

  /// The whole numbers of a child, under the names that the log's reference answers use.
  public enum Measure: String, Sendable, CaseIterable {
    case contacts = "n"
    case workers = "D"
    case most = "max"
    case squares = "ssq"
    case repeats = "pairs"
    case mostIn365Days = "roll"
    case inLast365Days = "last12"
    case familiar = "fam"
  }

  init(_ groups: ContactGroups, asAt day: Day) {
    var total = ContactTally()
    var weight = Array(repeating: UInt64(0), count: Measure.allCases.count)
    var (upc, coc, secon, two) = (0.0, 0.0, 0.0, 0)
    var rolling: [Int] = []
    // Added up in the order of the children, so that the last digit never depends on the threads.
    for (child, tally) in zip(groups.children, groups.tallies) {
      let factor = UInt64(child) + 1
      total.add(tally)
      for (place, value) in tally.values.enumerated() {
        weight[place] &+= factor &* UInt64(truncatingIfNeeded: value)
      }
      upc += tally.upc ?? 0
      if let one = tally.coc, let other = tally.secon {
        two += 1
        coc += one
        secon += other
      }
      while rolling.count <= tally.mostIn365Days { rolling.append(0) }
      rolling[tally.mostIn365Days] += 1
    }
    let children = groups.children.count
    self.day = day
    self.children = children
    later = groups.later
    childrenWithTwo = two
    sums = Dictionary(uniqueKeysWithValues: zip(Measure.allCases, total.values))
    weighted = Dictionary(uniqueKeysWithValues: zip(Measure.allCases, weight))
    self.upc = children > 0 ? upc / Double(children) : nil
    self.coc = two > 0 ? coc / Double(two) : nil
    self.secon = two > 0 ? secon / Double(two) : nil
    familiar = Share(total.familiar, of: total.contacts - children)
    self.rolling = Dictionary(
      uniqueKeysWithValues: rolling.enumerated().filter { $0.element > 0 }.map { ($0, $1) })
  }
}

extension ContactTally {
  /// In the order of `ContactLogReport.Measure`.
  var values: [Int] {
    [contacts, workers, most, squares, repeats, mostIn365Days, inLast365Days, familiar]
  }

  mutating func add(_ other: ContactTally) {
    contacts += other.contacts
    workers += other.workers
    most += other.most
    squares += other.squares
    repeats += other.repeats
    mostIn365Days += other.mostIn365Days
    inLast365Days += other.inLast365Days
    familiar += other.familiar
  }
}
