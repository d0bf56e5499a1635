import Practice

/// The time in care: where the child lived, under which legal status, why that changed, and the
/// child's own meetings.
struct ChildCare {
  let facts: ChildFacts
  let today: Day

  func write(to page: inout HTML) {
    guard !facts.care.isEmpty || !facts.reviews.isEmpty else { return }
    page.section(.labelled(by: "care-title")) { section in
      section.h2("Care, and where \(facts.spoken) has lived", .id("care-title"))
      if !facts.care.isEmpty { homes(&section) }
      if !facts.reviews.isEmpty { meetings(&section) }
    }
  }

  private func homes(_ html: inout HTML) {
    html.cards(
      "Homes and legal status",
      heads: [
        Head("Home"), Head("Legal status"), Head("From"), Head("Until"), Head("Why it ended"),
      ]
    ) { body in
      for told in facts.care.reversed() {
        let episode = told.value
        body.tr { row in
          row.th(ChildCareWords.home(episode.home), .scope("row"))
          row.td(episode.legalStatus.words, .heading("Legal status"))
          row.td(.heading("From")) { $0.shortDay(episode.period.from) }
          row.td(.heading("Until")) { cell in
            if let until = episode.period.until {
              cell.shortDay(until)
            } else {
              cell.text("today")
            }
          }
          row.td(.heading("Why it ended")) { cell in
            cell.text(ChildCareWords.ending(episode) ?? "–")
          }
        }
      }
    }
    html.details { box in
      box.summary("Where each of these was told")
      box.ul { list in
        for told in facts.care.reversed() {
          list.li { item in
            item.text("From ")
            item.shortDay(told.value.period.from)
            item.text(": began because of \(ChildCareWords.begun(told.value.reasonBegun))")
            item.text("; need: \(ChildCareWords.need(told.value.need))")
            if let because = told.because { item.text("; \(because)") }
            facts.told(told.telling, &item)
          }
        }
      }
    }
  }

  private func meetings(_ html: inout HTML) {
    let latest = facts.reviews.last
    html.details { box in
      box.summary(
        "\(counted(facts.reviews.count, "review meeting"))"
          + (latest.map { ", the last on \($0.value.day.inWords)" } ?? ""))
      box.ul { list in
        for told in facts.reviews.reversed() {
          list.li { item in
            item.shortDay(told.value.day)
            item.text(": \(ChildCareWords.participation(told.value.participation))")
            facts.told(told.telling, &item)
          }
        }
      }
    }
  }
}
