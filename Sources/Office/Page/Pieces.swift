/// What was just done, or what a reader should know before anything else on the page.
struct Notice {
  enum Kind { case done, note, warning }
  let kind: Kind
  let words: String
  var more: String?
}

extension Notice {
  /// Said over a form that somebody was filling in when they were signed out.
  static let carried = Notice(
    kind: .note, words: "Here is what you had written. It is not done yet.",
    more: "You had been signed out. Read it through, and send it once more.")
}

/// A place that holds nothing yet, and how it comes to hold something.
struct EmptyState {
  /// "Nobody has walked alongside Leo yet."
  let what: String
  /// "When a social worker is named for Leo, their time together is drawn here."
  let how: String
  var action: (words: String, to: Address)?
}

/// A short word set apart; its tone never carries meaning that the word does not.
enum Tone { case plain, warm, calm, quiet }

extension HTML {
  mutating func notice(_ notice: Notice) {
    let words: StaticString
    switch notice.kind {
    case .done: words = "notice done"
    case .note: words = "notice"
    case .warning: words = "notice warning"
    }
    div(.class(words), .role(notice.kind == .warning ? "alert" : "status")) { box in
      box.p { $0.strong(notice.words) }
      if let more = notice.more { box.p(more) }
    }
  }

  mutating func empty(_ state: EmptyState) {
    div(.class("empty")) { box in
      box.ornament(.viewBox(width: 120, height: 24), .class("loose")) {
        var loose = PathData()
        loose.move(4, 14)
        loose.curve(24, 0, 36, 24, 56, 12)
        loose.curve(70, 4, 82, 18, 96, 12)
        $0.path(loose, "strand")
        var still = PathData()
        still.dot(106, 11)
        still.dot(114, 11)
        $0.path(still, "strand")
      }
      box.p { $0.strong(state.what) }
      box.p(state.how)
      if let action = state.action {
        box.p { $0.a(action.words, action.to, .class("button")) }
      }
    }
  }

  mutating func tag(_ words: String, _ tone: Tone = .plain) {
    let kind: StaticString
    switch tone {
    case .plain: kind = "tag"
    case .warm: kind = "tag warm"
    case .calm: kind = "tag calm"
    case .quiet: kind = "tag quiet"
    }
    span(words, .class(kind))
  }

  /// Facts as a list of terms and what holds for them: `page.facts { $0.fact("Born") { … } }`.
  mutating func facts(content: Content) { dl(.class("facts"), content: content) }

  mutating func fact(_ term: String, content: Content) {
    div { row in
      row.dt(term)
      row.dd(content: content)
    }
  }
  mutating func fact(_ term: String, _ text: String) { fact(term) { $0.text(text) } }

  /// A table that can be scrolled sideways by keyboard where it is wider than the screen.
  mutating func sheet(_ caption: String, heads: [Head], rows: Content) {
    div(.class("sheet"), .role("region"), .label(caption), .tabindex(0)) { box in
      box.table { table in
        table.caption(caption)
        table.thead { $0.tr { row in for head in heads { row.th(head) } } }
        table.tbody(content: rows)
      }
    }
  }

  /// A table whose rows become cards on a phone; give each cell `.heading(…)`.
  mutating func cards(_ caption: String, heads: [Head], rows: Content) {
    table(.class("cards")) { table in
      table.caption(caption)
      table.thead { $0.tr { row in for head in heads { row.th(head) } } }
      table.tbody(content: rows)
    }
  }

  private mutating func th(_ head: Head) {
    th(head.words, .scope("col"), .class("number", if: head.isNumber))
  }

  /// Earlier and later pages of a long list, and which part this is.
  mutating func pagination(_ pages: Pagination) {
    guard pages.earlier != nil || pages.later != nil else { return }
    nav(.class("pagination"), .label("Pages")) { nav in
      if let earlier = pages.earlier { nav.a("Previous", earlier, .rel("prev")) }
      nav.span(pages.words, .class("quiet"))
      if let later = pages.later { nav.a("Next", later, .rel("next")) }
    }
  }
}

/// The head of a column; numbers stand at its right edge.
struct Head {
  let words: String
  let isNumber: Bool
  init(_ words: String, isNumber: Bool = false) {
    self.words = words
    self.isNumber = isNumber
  }
}

struct Pagination {
  /// "21 to 40 of 312"
  let words: String
  let earlier: Address?
  let later: Address?
}
