import Measuring
import Practice

/// The service's share beside what was published for its council, its region and England, with what
/// must be known before they are compared.
struct ServicePagePublished {
  let beside: ServiceRelationships.Beside

  func write(to page: inout HTML) {
    guard beside.own.children > 0 else { return }
    page.section(.labelled(by: "published-title")) { section in
      section.h2("Beside what was published", .id("published-title"))
      ServicePageBeside(beside: beside).write(to: &section)
    }
  }
}

/// The service's own share and the published ones on one scale.
struct ServicePageBeside {
  let beside: ServiceRelationships.Beside

  func write(to html: inout HTML) {
    let own = beside.own.share
    let scale = ServicePageYears.scale([own] + beside.published.compactMap(\.figure.share))
    html.div(.class("series")) { list in
      row("This service, \(beside.day.inWords)", own, scale, differs: nil, &list)
      for (figure, differs) in beside.published {
        let words = "\(figure.place.words), 31 March \(figure.year)"
        guard let share = figure.share else {
          list.div(.class("year")) { row in
            row.p(words, .class("when"))
            row.p("The share was not published.", .class("quiet"))
          }
          continue
        }
        row(words, share, scale, differs: differs, &list)
      }
    }
    if let source = beside.published.first?.figure.source {
      html.p(
        "The dashed line is this service. Published: \(source.publisher), “\(source.title)”. "
          + source.note, .class("quiet"))
    }
    guard !beside.cautions.isEmpty else { return }
    html.details { box in
      box.summary("Before you compare")
      box.ul { list in for sentence in beside.cautions { list.li(sentence) } }
    }
  }

  private func row(
    _ words: String, _ share: Share, _ scale: ClosedRange<Double>, differs: Bool?,
    _ list: inout HTML
  ) {
    guard let value = share.proportion, let interval = share.interval else { return }
    list.div(.class("year")) { row in
      row.p(words, .class("when"))
      var told = share.inWords
      if let differs {
        told +=
          differs ? "; further apart than chance explains" : "; chance alone could explain it"
      }
      row.estimate(
        Estimate(
          value: value, low: interval.low, high: interval.high, scale: scale,
          published: beside.own.share.proportion, words: told))
    }
  }
}
