import Practice

/// The thread itself in the wide picture: one line through the ribbons, passed on where one keyworker
/// follows another, frayed where it breaks.
struct ThreadLine {
  let thread: ChildThread
  let x: (Double) -> Double
  let y: (Int) -> Double

  func write(to svg: inout HTML) {
    var line = PathData()
    var frays = PathData()
    var last: ChildThread.Step?
    for step in thread.steps {
      let (from, until, level) = (x(step.from), x(step.until), y(step.lane))
      if let last, let end = last.period.until, step.period.from <= end + 1 {
        let turn = min(9, (until - from) / 2)
        line.curve(from, y(last.lane), from, level, from + turn, level)
      } else {
        if let last { fray(&frays, x(last.until), y(last.lane), forward: true) }
        line.move(from, level)
        if last != nil { fray(&frays, from, level, forward: false) }
      }
      let next = thread.steps.first {
        $0.period.from > step.period.from && $0.period.from <= (step.period.until ?? .distant) + 1
      }
      let turn = next == nil ? 0 : min(9, (until - from) / 2)
      line.line(until - turn, level)
      last = step
    }
    if let last, last.period.until.map({ $0 <= thread.window.last }) ?? false {
      fray(&frays, x(last.until), y(last.lane), forward: true)
    }
    if !line.isEmpty { svg.path(line, "line") }
    if !frays.isEmpty { svg.path(frays, "fray") }
  }

  private func fray(_ data: inout PathData, _ x: Double, _ y: Double, forward: Bool) {
    let reach = forward ? 9.0 : -9.0
    for spread in [-5.0, 0, 5] {
      data.move(x - reach / 3, y)
      data.line(x + reach * (spread == 0 ? 1 : 0.75), y + spread)
    }
  }
}

extension Day {
  fileprivate static var distant: Day { Day(number: .max - 1) }
}

/// Shapes that both pictures share.
extension HTML {
  /// A change: a ring; a diamond where the child was passed on between teams, a square where the
  /// service was reorganised.
  mutating func changeMark(_ change: ChildThread.Change, x: Double, y: Double) {
    var mark = PathData()
    let words: StaticString
    switch change.reason {
    case .standardTransfer:
      mark.move(x, y - 8)
      mark.line(x + 8, y)
      mark.line(x, y + 8)
      mark.line(x - 8, y)
      mark.close()
      words = "mark promised"
    case .restructure:
      mark.move(x - 6, y - 6)
      mark.across(12)
      mark.down(12)
      mark.across(-12)
      mark.close()
      words = "mark promised"
    default:
      mark.move(x, y)
      mark.across(0)
      path(mark, "knot-rim")
      path(mark, "knot-heart")
      return
    }
    path(mark, words)
  }

  /// Piles of dots as three lines of points, so that hundreds of meetings stay light: round where the
  /// child was seen, square where alone, hollow where it was a call or the child was not seen.
  mutating func dots(
    _ piles: [(place: Double, dots: [ThreadDot])],
    at point: (_ place: Double, _ above: Double) -> (Double, Double)
  ) {
    var (alone, seen, apart) = (PathData(), PathData(), PathData())
    for pile in piles {
      for (above, dot) in pile.dots.enumerated() {
        let (x, y) = point(pile.place, Double(above))
        switch dot {
        case .alone: alone.square(x, y)
        case .seen: seen.dot(x, y)
        case .apart: apart.dot(x, y)
        }
      }
    }
    if !seen.isEmpty { path(seen, "dot") }
    if !alone.isEmpty {
      path(alone, "dot alone")
      path(alone, "dot-heart")
    }
    if !apart.isEmpty {
      path(apart, "dot apart")
      path(apart, "dot-hollow")
    }
  }

  mutating func hatch(_ id: String) {
    element("defs", []) { defs in
      defs.element(
        "pattern",
        [
          .id(id), .width(6), .height(6), .units("userSpaceOnUse"), .turned("rotate(45)"),
        ]
      ) { $0.rect(x: 0, y: 0, width: 1.5, height: 6, "hatching") }
    }
  }
}
