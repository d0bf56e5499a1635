import Measuring
import Practice

/// How many social workers children in care had in a year, at each 31 March and today: drawn with
/// intervals, and told in a table.
struct ServicePageYears {
  let years: [RelationshipYear]

  private var today: Day? { years.last?.day }

  func write(to page: inout HTML) {
    page.section(.labelled(by: "years-title")) { section in
      section.h2("Three or more social workers in a year", .id("years-title"))
      section.p(
        """
        The share of children in care who had three or more different social workers in the twelve \
        months before each day. The band beside each figure is its 95% interval: how far chance \
        alone moves a share of so many children.
        """)
      if let words = movement { section.p(words) }
      let scale = Self.scale(years.map(\.twelve.share))
      section.div(.class("series")) { list in
        for year in years where year.twelve.children > 0 { row(year, scale, &list) }
      }
      section.p("The scale runs from 0% to \(Int(scale.upperBound * 100))%.", .class("quiet"))
      table(&section)
    }
  }

  private func row(_ year: RelationshipYear, _ scale: ClosedRange<Double>, _ list: inout HTML) {
    let share = year.twelve.share
    guard let value = share.proportion, let interval = share.interval, let today else { return }
    list.div(.class("year")) { row in
      row.p(.class("when")) { p in
        p.a(
          year.words(today: today),
          ServicePageQuestion(day: year.day, about: .band(months: 12, band: 3)).address)
      }
      row.estimate(
        Estimate(
          value: value, low: interval.low, high: interval.high, scale: scale,
          words: share.inWords))
    }
  }

  private func table(_ html: inout HTML) {
    guard let today else { return }
    html.sheet(
      "Different social workers in twelve months, children in care",
      heads: [
        Head("As at"), Head("Children", isNumber: true), Head("None", isNumber: true),
        Head("One", isNumber: true), Head("Two", isNumber: true),
        Head("Three or more", isNumber: true), Head("One, two, three or more"),
      ]
    ) { body in
      for year in years {
        body.tr { row in
          row.th(year.words(today: today), .scope("row"))
          row.td(year.twelve.children.grouped, .class("number"))
          for (band, count) in year.twelve.counts.enumerated() {
            row.td(.class("number")) { cell in
              cell.count(
                count,
                ServicePageQuestion(day: year.day, about: .band(months: 12, band: band)))
            }
          }
          row.td { $0.bands(year.twelve) }
        }
      }
    }
    html.p(.class("quiet")) { p in
      p.text(
        "Each number opens to its children. Somebody who came back is counted once; children in "
          + "series of short breaks are left out, as in the official measure")
      let leftOut = years.last?.twelve.leftOut ?? 0
      p.text(leftOut > 0 ? " (\(leftOut) today)." : ".")
    }
  }

  /// How the last two 31 Marches differ, said with care.
  private var movement: String? {
    let past = years.dropLast().filter { $0.twelve.children > 0 }
    guard let last = past.last, let first = past.first, past.count > 1,
      let (a, b) = last.twelve.share.interval.flatMap({ a in
        first.twelve.share.interval.map { (a, $0) }
      }), let now = last.twelve.share.percent, let then = first.twelve.share.percent
    else { return nil }
    let between =
      "between 31 March \(first.day.year) (\(then)%) and 31 March \(last.day.year) (\(now)%)"
    if a.overlaps(b) { return "Chance alone could explain the difference \(between)." }
    return now < then
      ? "It fell \(between), by more than chance explains."
      : "It rose \(between), by more than chance explains."
  }

  /// From nothing to the next tenth above the widest interval, so that differences can be seen.
  static func scale(_ shares: [Share]) -> ClosedRange<Double> {
    let widest = shares.compactMap(\.interval?.high).max() ?? 1
    return 0...min(1, max(0.3, (widest * 10).rounded(.up) / 10))
  }
}

extension RelationshipYear.Bands {
  /// None, one, two, three or more.
  var counts: [Int] { [none, one, two, threeOrMore] }
}

extension HTML {
  /// How children divide over one, two, and three or more; the numbers stand beside it.
  fileprivate mutating func bands(_ bands: RelationshipYear.Bands) {
    guard bands.children > 0 else { return }
    ornament(.class("bands")) { drawing in
      var from = 0
      let parts: [(Int, StaticString)] = [
        (bands.none, "part none"), (bands.one, "part one"), (bands.two, "part two"),
        (bands.threeOrMore, "part three"),
      ]
      for (count, words) in parts where count > 0 {
        drawing.shape(
          "rect",
          [
            .class(words), .share("x", Double(from) / Double(bands.children)),
            .share("width", Double(count) / Double(bands.children)), .length("height", 14),
          ])
        from += count
      }
    }
  }
}
