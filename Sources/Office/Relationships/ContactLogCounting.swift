import Practice

/// One thread's room for putting a group in order by child and counting each.
struct ContactLogCounting {
  typealias Answer = (place: UInt16, tally: ContactTally)

  private let room: ContactLogRoom<LoggedContact>
  private let endRoom: ContactLogRoom<Int>
  private var counter = ContactCounter()
  private let day: LogDay
  private let inOrder: Bool

  /// - Parameter largest: contacts of the largest group.
  init(largest: Int, plan: GroupPlan, day: LogDay, inOrder: Bool) {
    room = ContactLogRoom(largest)
    endRoom = ContactLogRoom(plan.mask + 1)
    self.day = day
    self.inOrder = inOrder
  }

  /// The tallies of the group's children who have a contact by the day, by their place in it.
  mutating func count(_ contacts: UnsafeBufferPointer<LoggedContact>) -> [Answer] {
    let (sorted, ends) = (room.values, endRoom.values)
    ends.update(repeating: 0)
    for contact in contacts { ends[Int(contact.place)] &+= 1 }
    var reached = 0
    for place in 0..<ends.count { (ends[place], reached) = (reached, reached + ends[place]) }
    for contact in contacts {
      let slot = ends[Int(contact.place)]
      sorted[slot] = contact
      ends[Int(contact.place)] = slot &+ 1
    }
    var answers: [Answer] = []
    answers.reserveCapacity(ends.count)
    var start = 0
    for place in 0..<ends.count where ends[place] > start {
      let own = UnsafeMutableBufferPointer(rebasing: sorted[start..<ends[place]])
      start = ends[place]
      if !inOrder { Self.putInDayOrder(own) }
      let tally = counter.tally(own.span, asAt: day.value)
      if tally.contacts > 0 { answers.append((UInt16(truncatingIfNeeded: place), tally)) }
    }
    return answers
  }

  /// By day, and within a day as the log has them.
  private static func putInDayOrder(_ contacts: UnsafeMutableBufferPointer<LoggedContact>) {
    guard !zip(contacts, contacts.dropFirst()).allSatisfy({ $0.day <= $1.day }) else { return }
    let inOrder = contacts.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    for (place, contact) in inOrder.enumerated() { contacts[place] = contact.element }
  }
}
