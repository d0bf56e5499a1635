import Practice

/// The same over two years, for children looked after throughout; where the record of workers is
/// younger than that, it says so and claims nothing.
struct ServicePageTwoYears {
  let beside: ServiceRelationships.Beside
  let years: [RelationshipYear]
  let records: ServiceRelationships.Records

  private var whole: [RelationshipYear] {
    years.filter { records.covers($0.twentyFour.first) && $0.twentyFour.children > 0 }
  }

  func write(to page: inout HTML) {
    page.section(.labelled(by: "two-years-title")) { section in
      section.h2("Over two years", .id("two-years-title"))
      section.p(
        "Children who have been in care for the whole of twenty-four months, and how many different "
          + "social workers they had in them.")
      if !records.covers(beside.own.first), let begins = records.begins {
        section.notice(
          Notice(
            kind: .warning, words: "This cannot be complete yet.",
            more: """
              Two years that end on \(beside.day.inWords) begin on \(beside.own.first.inWords), but \
              it is recorded who the social workers were only from \(begins.inWords) on. The \
              figures that follow are too low.
              """))
      }
      guard beside.own.children > 0 else {
        section.p("No child had been in care that long on \(beside.day.inWords).")
        return
      }
      ServicePageBeside(beside: beside).write(to: &section)
      table(&section)
    }
  }

  private func table(_ html: inout HTML) {
    guard let today = years.last?.day else { return }
    let shown = whole.isEmpty ? years.suffix(2) : whole[...]
    html.sheet(
      "Different social workers in twenty-four months",
      heads: [
        Head("As at"), Head("Children", isNumber: true), Head("None", isNumber: true),
        Head("One", isNumber: true), Head("Two", isNumber: true),
        Head("Three or more", isNumber: true), Head("Share with three or more"),
      ]
    ) { body in
      for year in shown {
        body.tr { row in
          row.th(year.words(today: today), .scope("row"))
          row.td(year.twentyFour.children.grouped, .class("number"))
          for (band, count) in year.twentyFour.counts.enumerated() {
            row.td(.class("number")) { cell in
              cell.count(
                count,
                ServicePageQuestion(day: year.day, about: .band(months: 24, band: band)))
            }
          }
          row.td(year.twentyFour.share.inWords)
        }
      }
    }
    if !whole.isEmpty, whole.count < years.count {
      html.p(
        "Only days are shown whose two years lie within the record.", .class("quiet"))
    }
  }
}

extension HTML {
  /// A number that opens to the children beneath it; nought opens to nothing.
  mutating func count(_ count: Int, _ question: ServicePageQuestion) {
    guard count > 0 else { return text("0") }
    a(count.grouped, question.address)
  }
}
