import Practice

extension Chronicle {
  /// Reads a chronicle day by day: the day's deeds in the morning, then its encounters.
  public struct Iterator: IteratorProtocol {
    private let history: [Happening]
    private let frame: Frame
    private var drawing: Drawing
    private var chance: Chance
    private var ids: IDMaker
    private var day: Int
    private var told = 0
    /// Strands in the order in which they begin, and those that go on now.
    private let starting: [Int]
    private var started = 0
    private var open: [Cursor] = []
    /// Encounters of the day: second of the day and place among the open strands.
    private var due: [UInt64] = []
    private var place = 0
    private var midnight = Instant(microseconds: 0)

    /// Where reading has come to in one strand.
    private struct Cursor {
      let strand: Int
      let until: Int
      var next: Int
      var segment = 0
      var level = 0
      var first = true
    }

    init(_ chronicle: Chronicle) {
      history = chronicle.history
      frame = chronicle.frame
      drawing = Drawing(years: chronicle.lived)
      chance = Chance(seed: chronicle.seed, stream: 4)
      day = chronicle.frame.first - 1
      let strands = chronicle.lived.strands
      starting = strands.indices.filter { !strands[$0].kids.isEmpty }
        .sorted { (strands[$0].from, $0) < (strands[$1].from, $1) }
      ids = IDMaker(
        at: Instant(microseconds: Int64(day) * 86_400_000_000),
        using: Chance(seed: chronicle.seed, stream: 5))
    }

    public mutating func next() -> Happening? {
      while true {
        if told < history.count, place == 0, history[told].recorded < noon {
          defer { told += 1 }
          return history[told]
        }
        while place < due.count {
          let key = due[place]
          place += 1
          if let met = meet(second: Int(key >> 32), cursor: Int(key & 0xffff_ffff)) { return met }
        }
        guard day < frame.last else { return nil }
        begin(day: day + 1)
      }
    }

    /// All deeds of a day are written down before its encounters.
    private var noon: Instant { midnight + Clock.encountersFrom }

    private mutating func begin(day newDay: Int) {
      day = newDay
      place = 0
      due.removeAll(keepingCapacity: true)
      midnight = Clock.midnight(day)
      let strands = drawing.years.strands
      while started < starting.count, strands[starting[started]].from <= day {
        let strand = starting[started]
        started += 1
        guard strands[strand].until > frame.first else { continue }
        let from = Swift.max(strands[strand].from, frame.first)
        open.append(
          Cursor(
            strand: strand, until: strands[strand].until, next: from,
            first: strands[strand].from >= frame.first && strands[strand].role == .keyworker))
      }
      guard frame.isWorking(day) else { return }
      open.removeAll { $0.until <= day }
      for place in open.indices where open[place].next <= day {
        let second = Clock.encountersFrom + chance.below(Clock.encountersFor)
        due.append(UInt64(second) << 32 | UInt64(place))
      }
      due.sort()
    }

    private mutating func meet(second: Int, cursor place: Int) -> Happening? {
      let strand = open[place].strand
      let known = drawing.years.strands[strand]
      while open[place].level + 1 < known.levels.count,
        known.levels[open[place].level + 1].from <= day
      { open[place].level += 1 }
      let level = known.levels[open[place].level].level
      open[place].next = day + Drawing.gap(level, &chance)
      // Some are written down a day or more after they happened.
      var happened = day
      if chance.happens(2800) {
        let earlier = day - chance.between(1, 4)
        if earlier >= Swift.max(known.from, frame.first), frame.isWorking(earlier) {
          happened = earlier
        }
      }
      while open[place].segment + 1 < known.segments.count,
        known.segments[open[place].segment + 1].from <= happened
      { open[place].segment += 1 }
      var named: Strand.Segment?
      if open[place].segment < known.segments.count {
        let segment = known.segments[open[place].segment]
        if segment.from <= happened, happened < segment.until { named = segment }
      }
      let first = open[place].first
      open[place].first = false
      let worker =
        first
        ? known.openedBy ?? named?.worker : drawing.worker(strand, named: named, happened, &chance)
      guard let worker, drawing.years.workers[worker].isHere(happened) else { return nil }
      let recorded = midnight + second
      ids.advance(to: recorded)
      guard
        let encounter = drawing.encounter(
          ids.next(), strand: strand, worker: worker, day: happened, level: level, first: first,
          &chance)
      else { return nil }
      return Happening(
        recorded: recorded, day: encounter.day, by: encounter.practitioner,
        family: encounter.family, deed: .recordEncounter(encounter))
    }
  }
}
