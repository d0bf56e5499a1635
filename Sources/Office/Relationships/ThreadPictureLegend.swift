import Practice

/// What the marks mean: only those that this picture shows.
struct ThreadLegend {
  let thread: ChildThread

  func write(to html: inout HTML) {
    let dots = Set(thread.lanes.flatMap(\.meetings).map(ThreadDot.init))
    let reasons = Set(thread.changes.compactMap(\.reason))
    html.figcaption { caption in
      caption.ul(.class("legend")) { list in
        list.key("the thread, and whose hands it was in") { svg in
          svg.rect(x: 0, y: 4, width: 28, height: 10, "ribbon")
          var line = PathData()
          line.move(0, 9)
          line.across(28)
          svg.path(line, "line")
        }
        for (kind, words) in [
          (ThreadDot.seen, "met in person"), (.alone, "met, and seen alone"),
          (.apart, "a call, a message, or not seen"),
        ] where dots.contains(kind) {
          list.key(words) { $0.dots([(14, [kind])]) { x, _ in (x, 9) } }
        }
        for (reason, words) in [
          (ChangeReason.standardTransfer, "passed on between teams"),
          (.restructure, "the service was reorganised"),
          (.workerLeft, "a beginning, or a change for another reason"),
        ] {
          let isOther = reason == .workerLeft
          let isShown =
            isOther
            ? !reasons.isSubset(of: ChangeReason.promisedToEnd) : reasons.contains(reason)
          if isShown {
            let change = ChildThread.Change(
              day: thread.window.today, at: 0, before: nil, after: 0, isReturn: false,
              reason: reason, handover: nil)
            list.key(words) { $0.changeMark(change, x: 14, y: 9) }
          }
        }
        if thread.gaps.contains(where: { $0.kind == .nobody }) {
          list.key("no social worker, though there should have been one") { svg in
            svg.hatch("hatch-key")
            svg.shape(
              "rect",
              [
                .class("void"), .filled(by: "url(#hatch-key)"), .x(4), .y(1), .width(20),
                .height(16),
              ])
          }
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func key(_ words: String, _ drawing: Content) {
    li { item in
      item.ornament(
        .viewBox(width: 28, height: 18), .class("key hue-0"), content: drawing)
      item.text(words)
    }
  }
}
