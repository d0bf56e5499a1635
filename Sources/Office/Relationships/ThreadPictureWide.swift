import Practice

/// The wide picture: time runs to the right, each person has a line, and the thread runs through the
/// ribbons of the keyworkers, passed down from one to the next.
struct WideThread {
  let thread: ChildThread
  let child: String
  let born: Day?

  private static let width = 1040.0
  private static let inset = 14.0
  private var plot: Double { Self.width - 2 * Self.inset }
  private var right: Double { Self.width - Self.inset }
  func x(_ share: Double) -> Double { Self.inset + share * plot }

  func write(to html: inout HTML) {
    let rows = WideRows(thread: thread, x: x, right: right)
    let band = CareBand(thread.care, x: x, right: right)
    html.drawing(
      width: Int(Self.width), height: Int(rows.bottom + 8 + band.height),
      label: "Picture: who walked alongside \(child), in words below", .class("wide-thread")
    ) { svg in
      svg.hatch("hatch-wide")
      axis(&svg, down: rows.bottom)
      for (index, gap) in thread.gaps.enumerated() {
        self.gap(gap, index, rows, &svg)
      }
      if let heading = rows.othersHeading {
        svg.writing(x: Self.inset, y: heading, "Also alongside", "heading")
      }
      for row in rows.rows { person(row, &svg) }
      ThreadLine(thread: thread, x: x, y: { rows.rows[$0].y }).write(to: &svg)
      for row in rows.rows { label(row, &svg) }
      changes(rows, &svg)
      band.write(to: &svg, left: Self.inset, top: rows.bottom + 4)
    }
  }

  private func axis(_ svg: inout HTML, down: Double) {
    var lines = PathData()
    for tick in thread.window.ticks(limit: 14) {
      lines.move(x(tick.at), 20)
      lines.down(down - 20)
      svg.writing(x: x(tick.at) + 4, y: 15, tick.label, "tick")
    }
    svg.path(lines, "grid")
    guard let born else { return }
    for (age, from, until) in thread.window.ages(born: born) {
      let room = (until - from) * plot
      svg.rect(
        x: x(from), y: 22, width: room - 1, height: 17, age.isMultiple(of: 2) ? "age" : "age odd")
      let words = room > 50 ? "age \(age)" : "\(age)"
      if room > words.breadth * 12 + 4 {
        svg.writing(x: x((from + until) / 2), y: 34.5, words, "tick middle")
      }
    }
  }

  private func gap(_ gap: ChildThread.Gap, _ index: Int, _ rows: WideRows, _ svg: inout HTML) {
    let from = x(gap.from)
    let breadth = max(4, x(gap.until) - from)
    let words = thread.words(for: gap)
    svg.a(Address("").place(thread.row(ofGap: index)), .class("gap")) { a in
      a.title(words)
      a.shape(
        "rect",
        [
          .class(gap.kind == .nobody ? "void" : "void unknown"), .filled(by: "url(#hatch-wide)"),
          .x(from), .y(rows.top - 4), .width(breadth), .height(rows.gapLine - rows.top - 10),
        ])
      guard let place = rows.gapWords[index] else { return }
      a.writing(x: place.x, y: rows.gapLine, place.words, place.hold)
    }
  }

  private func person(_ row: WideRows.Row, _ svg: inout HTML) {
    let lane = thread.lanes[row.lane]
    let thickness = lane.isKeyworker ? 11.0 : 4.0
    svg.g(lane.hue) { g in
      for (index, span) in lane.spans.enumerated() {
        let words = thread.words(for: span, of: lane)
        let tall = span.tenure.role == .keyworker ? thickness : 4
        g.a(Address("").place(thread.row(of: row.lane, span: index))) { a in
          a.title(words)
          a.shape(
            "rect",
            [
              .class("ribbon"), .x(x(span.from)), .y(row.y - tall / 2),
              .width(max(3, x(span.until) - x(span.from))), .height(tall),
              .length("rx", min(tall / 2, 4)),
            ])
        }
      }
      let piles = row.piles
      g.dots(piles.map { (x($0.at), $0.dots) }) { place, above in
        (place, row.y + thickness / 2 + 6 + above * row.pitch)
      }
    }
  }

  private func label(_ row: WideRows.Row, _ svg: inout HTML) {
    let lane = thread.lanes[row.lane]
    let hold: StaticString = row.holdsEnd ? "name end" : "name"
    let small: StaticString = row.holdsEnd ? "note end" : "note"
    svg.writing(x: row.labelX, y: row.labelY, lane.name, hold)
    svg.writing(x: row.labelX, y: row.labelY + 15, thread.note(for: lane), small)
  }

  private func changes(_ rows: WideRows, _ svg: inout HTML) {
    for change in thread.changes {
      let words = thread.words(for: change)
      svg.a(Address("").place(thread.row(of: change)), .class("change")) { a in
        a.title(words)
        a.changeMark(change, x: x(change.at), y: rows.rows[change.after].y)
      }
    }
  }
}
