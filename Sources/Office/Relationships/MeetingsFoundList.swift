import Practice

/// What was found in what was written of meetings, as the search page shows it beneath the people.
struct MeetingsFoundList {
  let found: MeetingsFound

  func write(to main: inout HTML) {
    main.h2("In what was written", .id("written"))
    if found.asked.isTooLittle {
      main.empty(
        EmptyState(
          what: "One letter stands in too much of what was written.",
          how: "Type at least two letters of a word, better all of it."))
      return
    }
    guard !found.meetings.isEmpty else {
      main.empty(
        EmptyState(
          what: "No meeting is known of which that was written.",
          how: "A meeting is found by words of its title and of what was written of it: each word "
            + "whole, in any order; the last may be the beginning of one. Try fewer words, or the "
            + "words the family would use."))
      return
    }
    main.ol(.class("entries found")) { list in
      for meeting in found.meetings { list.li { entry(meeting, &$0) } }
    }
    if found.hasMore {
      main.p(
        "There are more than these \(MeetingFinder.most), which are the newest. Add another word "
          + "to narrow it.")
    }
  }

  private func entry(_ meeting: MeetingFound, _ item: inout HTML) {
    item.p(.class("when")) { line in
      line.shortDay(meeting.day)
      line.span(.class("quiet")) { span in
        span.text(meeting.kind.words)
        if let place = meeting.place {
          span.text(" ")
          span.text(place.words)
        }
      }
    }
    item.div { box in
      box.h3 { heading in
        heading.a(Address("/families/", meeting.family)) { link in
          if let family = found.families[meeting.family] {
            link.name(family.name)
          } else {
            link.text("The family")
          }
        }
        if let family = found.families[meeting.family] {
          heading.span(.class("quiet")) { $0.text(family.reference) }
        }
      }
      if !meeting.title.pieces.isEmpty {
        box.p(.class("title")) { marked(meeting.title, &$0) }
      }
      if !meeting.words.pieces.isEmpty { box.p { marked(meeting.words, &$0) } }
    }
  }

  private func marked(_ excerpt: Excerpt, _ line: inout HTML) {
    if excerpt.isCutBefore { line.text("… ") }
    for piece in excerpt.pieces {
      if piece.isFound { line.mark(piece.text) } else { line.text(piece.text) }
    }
    if excerpt.isCutAfter { line.text(" …") }
  }
}
