import Practice

/// Where each person stands in the wide picture, and where their names find room: beside the ribbon
/// if they can, above it if they must.
struct WideRows {
  struct Row {
    let lane: Int
    /// The middle of the ribbon.
    let y: Double
    let labelX: Double
    let labelY: Double
    /// True where the label ends at `labelX`.
    let holdsEnd: Bool
    let piles: [ThreadPile]
    /// From one dot of a pile to the next.
    let pitch: Double
  }

  struct GapWords {
    let x: Double
    let words: String
    let hold: StaticString
  }

  private(set) var rows: [Row] = []
  private(set) var othersHeading: Double?
  let top = 54.0
  /// Where the lengths of gaps are written, under the keyworkers.
  private(set) var gapLine = 0.0
  private(set) var gapWords: [Int: GapWords] = [:]
  private(set) var bottom = 0.0

  init(thread: ChildThread, x: (Double) -> Double, right: Double) {
    var down = top
    var isUnderKeyworkers = false
    for (index, lane) in thread.lanes.enumerated() {
      if !lane.isKeyworker, !isUnderKeyworkers {
        isUnderKeyworkers = true
        down = closeKeyworkers(thread, x: x, right: right, at: down) + 22
        othersHeading = down - 8
      }
      let columns = Int((x(1) - x(0)) / 7)
      let piles = lane.piles(columns: columns, window: thread.window)
      let highest = piles.map(\.dots.count).max() ?? 0
      let pitch = highest > 6 ? 36 / Double(highest - 1) : 7
      let below = highest == 0 ? 18 : 12 + 5 + Double(highest - 1) * pitch
      let label = WideLabel(thread: thread, lane: index, x: x, right: right)
      let above = label.isAbove ? 40.0 : 18
      let y = down + above
      rows.append(
        Row(
          lane: index, y: y, labelX: label.x, labelY: label.isAbove ? y - 26 : y - 2,
          holdsEnd: label.holdsEnd, piles: piles, pitch: pitch))
      down = y + max(below, label.isAbove ? 10 : 18) + (lane.isKeyworker ? 8 : 4)
    }
    if !isUnderKeyworkers { down = closeKeyworkers(thread, x: x, right: right, at: down) }
    bottom = down
  }

  /// Writes the lengths of gaps on one line, leaving out those that would run into another; speech
  /// and the table tell them all.
  private mutating func closeKeyworkers(
    _ thread: ChildThread, x: (Double) -> Double, right: Double, at down: Double
  ) -> Double {
    gapLine = down + 14
    var free = 0.0
    for (index, gap) in thread.gaps.enumerated() {
      let words =
        gap.kind == .notRecorded
        ? "not recorded who" : "no social worker for \(counted(gap.days, "day"))"
      let half = words.breadth * 13 / 2
      let middle = (x(gap.from) + x(gap.until)) / 2
      let isAtRight = middle + half > right
      let from = isAtRight ? right - 2 * half : max(x(0), middle - half)
      guard from >= free else { continue }
      free = from + 2 * half + 8
      gapWords[index] = GapWords(
        x: isAtRight ? right : from == x(0) ? from : middle, words: words,
        hold: isAtRight ? "void-words end" : from == x(0) ? "void-words" : "void-words middle")
    }
    return thread.gaps.isEmpty ? down : down + 24
  }
}

/// Where the name of one person finds room.
struct WideLabel {
  let x: Double
  let holdsEnd: Bool
  let isAbove: Bool

  init(thread: ChildThread, lane index: Int, x: (Double) -> Double, right: Double) {
    let lane = thread.lanes[index]
    let room = max(lane.name.breadth * 15, thread.note(for: lane).breadth * 13) + 4
    let shares = lane.spans.map(\.from) + lane.meetings.map { thread.window.share($0.day) }
    let ends = lane.spans.map(\.until) + lane.meetings.map { thread.window.share($0.day) }
    let start = x(shares.min() ?? 0)
    let end = x(ends.max() ?? 0)
    // Where the thread passes this line on its way between two others.
    let crossings = thread.changes.compactMap { change -> Double? in
      guard let before = change.before else { return nil }
      return min(before, change.after) < index && index < max(before, change.after)
        ? x(change.at) : nil
    }
    func isFree(_ from: Double, _ until: Double) -> Bool {
      from >= x(0) && until <= right && !crossings.contains { $0 > from - 6 && $0 < until + 6 }
    }
    if isFree(end + 14, end + 14 + room) {
      (self.x, holdsEnd, isAbove) = (end + 14, false, false)
    } else if isFree(start - 14 - room, start - 14) {
      (self.x, holdsEnd, isAbove) = (start - 14, true, false)
    } else {
      (self.x, holdsEnd, isAbove) = (max(x(0), min(start + 2, right - room)), false, true)
    }
  }
}
