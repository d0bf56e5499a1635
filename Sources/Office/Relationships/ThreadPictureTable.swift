import Practice

/// The thread in words: everything that the picture shows, for those who would rather read, and for
/// those who cannot see it. Each part of the picture leads to its row here.
struct ThreadTable {
  let thread: ChildThread
  let child: String

  func write(to html: inout HTML) {
    html.h3("The same in words")
    guard !thread.lanes.isEmpty || !thread.gaps.isEmpty else { return }
    html.cards(
      "Everyone alongside in this period",
      heads: [
        Head("Who"), Head("From"), Head("Until"), Head("How long"), Head("Why it began"),
        Head("Times met", isNumber: true),
      ]
    ) { body in
      for entry in entries {
        switch entry {
        case .span(let lane, let span): self.span(lane, span, &body)
        case .gap(let index): gap(index, &body)
        }
      }
    }
    if !thread.care.isEmpty { care(&html) }
    if thread.lanes.contains(where: { !$0.meetings.isEmpty }) { meetings(&html) }
  }

  private enum Entry {
    case span(Int, Int)
    case gap(Int)
  }

  /// Keyworkers and gaps in the order of time, then the others.
  private var entries: [Entry] {
    var told: [(isOther: Bool, day: Day, entry: Entry)] = []
    for (lane, person) in thread.lanes.enumerated() {
      for (place, span) in person.spans.enumerated() {
        told.append((!person.isKeyworker, span.tenure.period.from, .span(lane, place)))
      }
    }
    for (index, gap) in thread.gaps.enumerated() { told.append((false, gap.first, .gap(index))) }
    return told.sorted { a, b in
      a.isOther != b.isOther ? b.isOther : a.day < b.day
    }.map(\.entry)
  }

  private func span(_ index: Int, _ place: Int, _ body: inout HTML) {
    let lane = thread.lanes[index]
    let span = lane.spans[place]
    let period = span.tenure.period
    body.tr(.id(thread.row(of: index, span: place))) { row in
      row.th(.scope("row")) { cell in
        cell.name(lane.name)
        cell.span(span.tenure.role.words, .class("quiet"))
      }
      row.td(.heading("From")) { $0.shortDay(period.from) }
      row.td(.heading("Until")) { cell in
        if let until = period.until { cell.shortDay(until) } else { cell.text("today") }
      }
      row.td(thread.length(of: period), .heading("How long"))
      row.td(.heading("Why it began")) { why(span.tenure, &$0) }
      row.td(.heading("Times met"), .class("number")) { cell in
        let met = meetings(of: lane, in: period)
        let alone = met.count { ThreadDot($0) == .alone }
        cell.text(met.count)
        if alone > 0 { cell.span("\(alone) alone", .class("quiet")) }
      }
    }
  }

  private func why(_ tenure: Tenure, _ cell: inout HTML) {
    if let reason = tenure.begun {
      cell.text(reason.words.lowercasedFirst)
    } else {
      cell.text(tenure.role == .keyworker ? "not recorded" : "–")
    }
    guard let handover = tenure.handover else { return }
    var done: [String] = []
    if handover.saidGoodbye { done.append("goodbye said") }
    if handover.saidHello { done.append("hello said") }
    cell.span(
      done.isEmpty ? "no goodbye or hello recorded" : done.joined(separator: ", "),
      .class("quiet"))
  }

  private func gap(_ index: Int, _ body: inout HTML) {
    let gap = thread.gaps[index]
    body.tr(.id(thread.row(ofGap: index)), .class("nobody")) { row in
      row.th(
        gap.kind == .nobody ? "No social worker" : "Not recorded who", .scope("row"),
        .heading("Who"))
      row.td(.heading("From")) { $0.shortDay(gap.first) }
      row.td(.heading("Until")) { cell in
        if let last = gap.last { cell.shortDay(last) } else { cell.text("today") }
      }
      row.td(counted(gap.days, "day"), .heading("How long"))
      row.td(.heading("Why it began")) { cell in
        let cover = gap.cover.map { thread.lanes[$0].name }
        cell.text(cover.isEmpty ? "–" : "cover by \(cover.joined(separator: ", "))")
      }
      row.td("–", .heading("Times met"), .class("number"))
    }
  }

  private func care(_ html: inout HTML) {
    html.cards("In care", heads: [Head("Legal status"), Head("From"), Head("Until")]) { body in
      for span in thread.care {
        body.tr { row in
          row.th(span.status.words, .scope("row"))
          row.td(.heading("From")) { $0.shortDay(span.period.from) }
          row.td(.heading("Until")) { cell in
            if let until = span.period.until { cell.shortDay(until) } else { cell.text("today") }
          }
        }
      }
    }
  }

  /// Times met by year, which is what the dots show.
  private func meetings(_ html: inout HTML) {
    let years = Array(thread.window.first.year...thread.window.last.year)
    html.details { box in
      box.summary("Times met in each year")
      box.sheet(
        "Times \(child) was met in each year, seen or spoken to",
        heads: [Head("Who")] + years.map { Head("\($0)", isNumber: true) }
      ) { body in
        for lane in thread.lanes where !lane.meetings.isEmpty {
          var counts = [Int](repeating: 0, count: years.count)
          for meeting in lane.meetings { counts[meeting.day.year - years[0]] += 1 }
          body.tr { row in
            row.th(.scope("row")) { $0.name(lane.name) }
            for count in counts { row.td(count == 0 ? "" : "\(count)", .class("number")) }
          }
        }
      }
    }
  }

  private func meetings(of lane: ChildThread.Lane, in period: Period) -> [ThreadMeeting] {
    lane.meetings.filter { period.holds(on: $0.day) || $0.day == period.until }
  }
}
