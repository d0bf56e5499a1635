import Practice

/// The tall picture, for phones: time runs down, the thread runs through the keyworkers' ribbons on
/// the left, and what there is to say of each stands on the right with room to be read.
struct TallThread {
  let thread: ChildThread
  let child: String
  let born: Day?

  private static let width = 340.0
  private static let firstLane = 74.0
  private static let top = 16.0

  private let keyworkers: [Int]

  init(thread: ChildThread, child: String, born: Day?) {
    self.thread = thread
    self.child = child
    self.born = born
    keyworkers = thread.lanes.indices.filter { thread.lanes[$0].isKeyworker }
  }

  private var lanePitch: Double {
    keyworkers.count > 1 ? min(16, 56 / Double(keyworkers.count - 1)) : 0
  }
  private func x(_ lane: Int) -> Double { Self.firstLane + Double(lane) * lanePitch }
  private var textX: Double { x(max(0, keyworkers.count - 1)) + 48 }

  func write(to html: inout HTML) {
    let notes = TallNotes(thread: thread, room: Self.width - textX, top: Self.top)
    let length = notes.length
    let y = { (share: Double) in Self.top + share * length }
    html.drawing(
      width: Int(Self.width), height: Int(length + Self.top + 20),
      label: "Picture: who walked alongside \(child), in words below", .class("tall-thread")
    ) { svg in
      svg.hatch("hatch-tall")
      axis(&svg, y)
      care(&svg, y)
      for (index, gap) in thread.gaps.enumerated() { self.gap(gap, index, &svg, y) }
      for lane in keyworkers { person(lane, &svg, y) }
      line(&svg, y)
      for change in thread.changes {
        svg.g(.hiddenFromSpeech) {
          $0.changeMark(change, x: x(change.after), y: y(change.at))
        }
      }
      for note in notes.notes { self.note(note, &svg, y) }
    }
    TallOthers(thread: thread).write(to: &html)
  }

  private func axis(_ svg: inout HTML, _ y: (Double) -> Double) {
    var lines = PathData()
    for tick in thread.window.ticks(limit: 14) {
      lines.move(34, y(tick.at))
      lines.across(textX - 40)
      svg.writing(x: 0, y: y(tick.at) + 4, tick.label, "tick")
      if let born, born <= tick.day, tick.label.utf8.count == 4 {
        svg.writing(x: 0, y: y(tick.at) + 18, "age \(born.age(on: tick.day))", "tick quiet")
      }
    }
    svg.path(lines, "grid")
  }

  private func care(_ svg: inout HTML, _ y: (Double) -> Double) {
    for span in thread.care {
      let (from, until) = (y(span.from), y(span.until))
      svg.g(.class("care")) { g in
        g.title("\(span.status.words), from \(span.period.from.inWords)")
        g.rect(x: 45, y: from, width: 16, height: max(2, until - from - 1), "band")
        guard span.status.words.breadth * 12 + 8 < until - from else { return }
        g.element(
          "text", [.class("note"), .standing(x: 48.8, y: from + 5)], span.status.words)
      }
    }
  }

  private func gap(
    _ gap: ChildThread.Gap, _ index: Int, _ svg: inout HTML, _ y: (Double) -> Double
  ) {
    svg.shape(
      "rect",
      [
        .class(gap.kind == .nobody ? "void" : "void unknown"), .filled(by: "url(#hatch-tall)"),
        .x(Self.firstLane - 8), .y(y(gap.from)), .width(textX - Self.firstLane - 4),
        .height(max(4, y(gap.until) - y(gap.from))),
      ])
  }

  private func person(_ index: Int, _ svg: inout HTML, _ y: (Double) -> Double) {
    let lane = thread.lanes[index]
    svg.g(lane.hue) { g in
      for span in lane.spans {
        let breadth = span.tenure.role == .keyworker ? 10.0 : 4
        g.shape(
          "rect",
          [
            .class("ribbon"), .x(x(index) - breadth / 2), .y(y(span.from)), .width(breadth),
            .height(max(3, y(span.until) - y(span.from))), .length("rx", min(4, breadth / 2)),
          ])
      }
      let piles = lane.piles(columns: max(1, Int((y(1) - y(0)) / 7)), window: thread.window)
      let highest = piles.map(\.dots.count).max() ?? 0
      let pitch = highest > 5 ? 26 / Double(highest - 1) : 7
      g.dots(piles.map { (y($0.at), $0.dots) }) { place, above in
        (x(index) + 11 + above * pitch, place)
      }
    }
  }

  private func line(_ svg: inout HTML, _ y: (Double) -> Double) {
    var line = PathData()
    var last: ChildThread.Step?
    for step in thread.steps {
      let (from, until) = (y(step.from), y(step.until))
      if let last, let end = last.period.until, step.period.from <= end + 1 {
        let turn = min(7, (until - from) / 2)
        line.line(x(last.lane), from - min(5, turn))
        line.curve(x(last.lane), from, x(step.lane), from, x(step.lane), from + turn)
      } else {
        line.move(x(step.lane), from)
      }
      line.line(x(step.lane), max(from, until - 5))
      last = step
    }
    if !line.isEmpty { svg.path(line, "line") }
  }

  private func note(_ note: TallNotes.Note, _ svg: inout HTML, _ y: (Double) -> Double) {
    var leader = PathData()
    let start = note.lane.map { x($0) + 9 } ?? (textX - 14)
    leader.move(start, y(note.at))
    leader.line(textX - 14, y(note.at))
    leader.line(textX - 5, note.y)
    svg.a(Address("").place(note.row)) { a in
      a.path(leader, "leader")
      var down = note.y + 4
      for line in note.name {
        a.writing(x: textX, y: down, line, note.lane == nil ? "void-words" : "name")
        down += 17
      }
      for line in note.lines {
        a.writing(x: textX, y: down - 1, line, "note")
        down += 15
      }
    }
  }
}
