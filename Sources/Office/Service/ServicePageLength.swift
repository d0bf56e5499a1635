import Practice

/// How long children have had the social worker they have: the median, so that a few long
/// relationships do not hide many short ones.
struct ServicePageLength {
  let years: [RelationshipYear]

  func write(to page: inout HTML) {
    guard let today = years.last?.day, years.contains(where: { $0.medianDays != nil }) else {
      return
    }
    page.section(.labelled(by: "length-title")) { section in
      section.h2("How long they have known each other", .id("length-title"))
      section.p(
        "Half of the children in care on each day had had their social worker for at least this long."
      )
      section.cards(
        "Length of the present relationship",
        heads: [
          Head("As at"), Head("Median"), Head("Children with a social worker", isNumber: true),
          Head("Without one", isNumber: true),
        ]
      ) { body in
        for year in years.reversed() {
          body.tr { row in
            row.th(year.words(today: today), .scope("row"))
            row.td(
              year.medianDays.map { (year.day - Int($0)).length(until: year.day) } ?? "–",
              .heading("Median"))
            row.td(
              year.withWorker.grouped, .class("number"), .heading("Children with a social worker"))
            row.td(.class("number"), .heading("Without one")) { cell in
              cell.count(
                year.withoutWorker, ServicePageQuestion(day: year.day, about: .withoutWorker))
            }
          }
        }
      }
    }
  }
}
