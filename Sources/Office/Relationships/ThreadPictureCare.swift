import Practice

/// The quiet band of legal status under the wide picture, and where its words find room: in the band,
/// or under it on a line of their own with a short stroke up to where it began.
struct CareBand {
  private struct Piece {
    let span: ChildThread.CareSpan
    let from: Double
    let breadth: Double
    /// 0 in the band, 1 and 2 under it; nil where only speech and the table tell it.
    var line: Int?
  }

  private var pieces: [Piece] = []
  /// How far the band and its words reach down from its heading.
  private(set) var height = 0.0

  init(_ care: [ChildThread.CareSpan], x: (Double) -> Double, right: Double) {
    guard !care.isEmpty else { return }
    // From the right, so that the stroke of one never runs through the words of another.
    var free = [right, right]
    for span in care.reversed() {
      let from = x(span.from)
      var piece = Piece(span: span, from: from, breadth: max(2, x(span.until) - from - 1))
      let needed = span.status.words.breadth * 12.5 + 10
      if needed < piece.breadth {
        piece.line = 0
      } else if let under = free.firstIndex(where: { from + needed <= $0 }) {
        piece.line = under + 1
        for line in 0...under { free[line] = from }
      }
      pieces.append(piece)
    }
    height = 46 + Double(pieces.compactMap(\.line).max() ?? 0) * 15
  }

  func write(to svg: inout HTML, left: Double, top: Double) {
    guard !pieces.isEmpty else { return }
    svg.writing(x: left, y: top + 14, "In care", "heading")
    let band = top + 21
    for piece in pieces {
      let words = piece.span.status.words
      svg.g(.class("care")) { g in
        g.title("\(words), from \(piece.span.period.from.inWords)")
        g.rect(x: piece.from, y: band, width: piece.breadth, height: 20, "band")
        guard let line = piece.line else { return }
        if line == 0 {
          g.writing(x: piece.from + 6, y: band + 14.5, words, "note")
        } else {
          let down = band + 20 + Double(line) * 15
          var leader = PathData()
          leader.move(piece.from + 1, band + 20)
          leader.down(down - band - 21)
          g.path(leader, "leader")
          g.writing(x: piece.from + 5, y: down, words, "note")
        }
      }
    }
  }
}
