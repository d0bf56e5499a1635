import Practice

/// The thread of a child, drawn: a wide picture for screens and paper, a tall one for phones, and
/// the same in words for everyone.
struct ThreadPicture {
  let thread: ChildThread
  /// The child's name as it is spoken.
  let child: String
  let born: Day?
  /// Where the page is, to which the chosen period is added as `from` and `to`.
  let here: Address

  func write(to html: inout HTML) {
    html.section(.class("thread"), .labelled(by: "thread-title")) { section in
      section.h2(.id("thread-title")) { h2 in
        h2.text("Who has walked alongside ")
        h2.name(child)
      }
      guard !thread.lanes.isEmpty || thread.summary.keyworkers + thread.summary.others > 0 else {
        section.empty(nobody)
        return
      }
      ThreadSummary(thread: thread, child: child).write(to: &section)
      periods(&section)
      if thread.lanes.isEmpty {
        section.p("Nobody is recorded in this period.", .class("quiet"))
      }
      section.figure { figure in
        WideThread(thread: thread, child: child, born: born).write(to: &figure)
        TallThread(thread: thread, child: child, born: born).write(to: &figure)
        ThreadLegend(thread: thread).write(to: &figure)
      }
      ThreadTable(thread: thread, child: child).write(to: &section)
    }
  }

  private var nobody: EmptyState {
    EmptyState(
      what: "Nobody has walked alongside \(child) yet.",
      how: """
        When a social worker is named, their time together is drawn here as a thread, with every \
        visit on it. Times with a worker also come in with the SSDA903 return.
        """,
      action: ("Bring in data", Place.imports.address))
  }

  /// Links that show a part of the time, newest last.
  private func periods(_ html: inout HTML) {
    let window = thread.window
    html.nav(.class("periods"), .label("Period shown")) { nav in
      nav.ul { list in
        let choices: [(String, Int?)] = [
          ("All", nil), ("5 years", 60), ("2 years", 24), ("12 months", 12),
        ]
        for (words, months) in choices {
          let first = months.map { window.today.adding(months: -$0) + 1 }
          let isShown =
            first.map { $0 == window.first && window.last == window.today } ?? isWhole
          list.li {
            $0.a(
              words,
              here.query("from", first?.description)
                .query("to", first == nil ? nil : window.today.description)
                .place("thread-title"), .current(if: isShown, "true"))
          }
        }
      }
      nav.p(.class("quiet")) { p in
        p.shortDay(window.first)
        p.text(" to ")
        if window.last == window.today { p.text("today") } else { p.shortDay(window.last) }
      }
    }
  }

  private var isWhole: Bool {
    let choices = [60, 24, 12].map { thread.window.today.adding(months: -$0) + 1 }
    return !choices.contains(thread.window.first)
  }
}

/// The thread in one breath, before the picture.
struct ThreadSummary {
  let thread: ChildThread
  let child: String

  func write(to html: inout HTML) {
    let summary = thread.summary
    html.p(.class("lead")) { p in
      if let current = summary.current {
        p.name(current.name)
        p.text(" is \(child)’s social worker, and has been for ")
        p.strong(current.since.length(until: thread.window.today))
        p.text(". ")
      } else {
        p.text("\(child) has no social worker named today. ")
      }
      if summary.keyworkers > 0 {
        p.text(
          summary.keyworkers == 1
            ? "There has been one social worker in all"
            : "There have been \(summary.keyworkers) social workers in all")
        if summary.others > 0 {
          p.text(
            summary.others == 1
              ? ", and one other person alongside" : ", and \(summary.others) others alongside")
        }
        p.text(". ")
      }
      if summary.daysWithNobody > 0 {
        p.text("For \(counted(summary.daysWithNobody, "day")) there was no named social worker.")
      }
    }
  }
}
