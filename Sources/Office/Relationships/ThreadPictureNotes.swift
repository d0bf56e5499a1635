import Practice

/// What the tall picture says beside the thread, moved down where one would stand on another.
struct TallNotes {
  struct Note {
    /// Nil for a gap.
    let lane: Int?
    let at: Double
    let name: [String]
    let lines: [String]
    let row: String
    var y = 0.0
    var height: Double { Double(name.count) * 17 + Double(lines.count) * 15 + 12 }
  }

  private(set) var notes: [Note] = []
  /// How long the picture is: as long as its words need, and never short.
  let length: Double

  init(thread: ChildThread, room: Double, top: Double) {
    var found: [Note] = []
    for (index, lane) in thread.lanes.enumerated() where lane.isKeyworker {
      var hasCome = false
      for (place, span) in lane.spans.enumerated() {
        let again = hasCome ? ", again" : ""
        hasCome = true
        let period = span.tenure.period
        let dates = "\(period.from.monthInShort) – \(period.until?.monthInShort ?? "today")"
        let why = span.tenure.begun.map { " · \($0.fewWords)" } ?? ""
        let role = span.tenure.role == .keyworker ? "" : "\(span.tenure.role.words), "
        found.append(
          Note(
            lane: index, at: span.from, name: (lane.name + again).lines(room: room / 15.5),
            lines: [dates]
              + (role + thread.length(of: period) + why).lines(room: room / 13),
            row: thread.row(of: index, span: place)))
      }
    }
    for (index, gap) in thread.gaps.enumerated() {
      let words =
        gap.kind == .notRecorded
        ? "Not recorded who" : "No social worker for \(counted(gap.days, "day"))"
      found.append(
        Note(
          lane: nil, at: gap.from, name: words.lines(room: room / 15.5), lines: [],
          row: thread.row(ofGap: index)))
    }
    found.sort { $0.at < $1.at }
    let needed = found.reduce(0) { $0 + $1.height }
    length = max(420, needed * 1.15)
    place(found, top: top)
  }

  private mutating func place(_ found: [Note], top: Double) {
    notes = found
    var free = top
    for index in notes.indices {
      notes[index].y = max(free, top + notes[index].at * length)
      free = notes[index].y + notes[index].height
    }
    var limit = top + length + 14
    for index in notes.indices.reversed() {
      notes[index].y = min(notes[index].y, limit - notes[index].height + 8)
      limit = notes[index].y
    }
  }
}

/// On phones, those who were alongside in other roles: a line each under the picture, on the same
/// stretch of time from left to right.
struct TallOthers {
  let thread: ChildThread

  func write(to html: inout HTML) {
    let others = thread.lanes.filter { !$0.isKeyworker }
    guard !others.isEmpty else { return }
    html.div(.class("tall-others"), .hiddenFromSpeech) { box in
      box.p("Also alongside", .class("heading"))
      box.ul { list in
        for lane in others {
          list.li { item in
            item.name(lane.name)
            item.span(thread.note(for: lane), .class("quiet"))
            item.ornament(.class("strip")) { svg in
              svg.g(lane.hue) { g in
                g.length(0, 1, "ground")
                for span in lane.spans { g.length(span.from, span.until, "held") }
              }
            }
          }
        }
      }
    }
  }
}

extension Day {
  /// `Mar 2026`
  fileprivate var monthInShort: String { "\(Day.months[date.month - 1].prefix(3)) \(year)" }
}

extension HTML {
  fileprivate mutating func length(_ from: Double, _ until: Double, _ words: StaticString) {
    shape(
      "line",
      [
        .class(words), .share("x1", from), .share("x2", until), .length("y1", 4),
        .length("y2", 4),
      ])
  }
}
