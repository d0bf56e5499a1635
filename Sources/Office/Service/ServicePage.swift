import Measuring
import Practice
import Store

/// The service: its relationships over time, beside what was published, each figure to be opened to
/// the children beneath it. No table of workers, and no rank.
enum ServicePage {
  /// `GET /service`
  static func show(_ visit: Visit) async throws -> Answer {
    let (authority, today) = (visit.actor.authority, visit.actor.today)
    let found = try await ServicePageDesk.shared.relationships(
      visit.store, authority, today: today)
    let view = ServicePageView(found: found, authority: authority, today: today)
    return .page(
      Frame(title: "The service", here: .service, who: visit.who).page { view.write(to: &$0) })
  }
}

/// The page as it is read, from top to bottom.
struct ServicePageView {
  let found: ServiceRelationships
  let authority: Authority
  let today: Day

  func write(to page: inout HTML) {
    page.h1 { h1 in
      h1.text("Relationships in ")
      h1.name(authority.name)
    }
    guard let now = found.today else {
      page.empty(
        EmptyState(
          what: "Nobody’s social worker is in the record yet.",
          how: """
            When a family is given a social worker, or a return with social worker episodes is \
            brought in, this page shows how long children keep the people who know them.
            """,
          action: ("Bring in data", Place.imports.address)))
      return
    }
    page.p(lead(now), .class("lead"))
    page.p(records, .class("quiet"))
    ServicePageYears(years: found.years).write(to: &page)
    if let twelve = found.twelve { ServicePagePublished(beside: twelve).write(to: &page) }
    if let two = found.twentyFour {
      ServicePageTwoYears(beside: two, years: found.years, records: found.records)
        .write(to: &page)
    }
    ServicePageChanges(years: found.years).write(to: &page)
    ServicePageLength(years: found.years).write(to: &page)
    ServicePageMeetings(children: found.meetings).write(to: &page)
  }

  private func lead(_ now: RelationshipYear) -> String {
    guard let percent = now.twelve.share.percent else {
      return "No child is in care today."
    }
    let bands = now.twelve
    var words =
      (bands.children == 1
        ? "Of the one child in care today, "
        : "Of \(bands.children.grouped) children in care today, ")
      + "\(bands.one.grouped) \(bands.one == 1 ? "has" : "have") had one social worker in the last "
      + "12 months and \(bands.threeOrMore.grouped) (\(percent)%) three or more."
    if let days = now.medianDays {
      words +=
        " Half of them have had the social worker they have now for "
        + "\((today - Int(days)).length(until: today)) or longer."
    }
    return words
  }

  /// What the record can say, and since when.
  private var records: String {
    guard let begins = found.records.begins else { return "" }
    let young =
      found.today.map { !found.records.covers($0.twelve.first) } ?? false
      ? " That is not yet twelve months, so the figures of today are too low." : ""
    guard found.records.isFromReturns else {
      return "It is recorded who the social workers were from \(begins.inWords) on.\(young)"
    }
    var words =
      "Who the social workers were is known from returns, from \(begins.inWords) on: the SSDA903 "
      + "asks for them since 2023-24."
    if let last = found.records.lastReturn, last < today {
      words +=
        " The last return ends on \(last.inWords); what came after is not known, so figures as at "
        + "today take what it said last as still so."
    }
    return words + young
  }
}

extension RelationshipYear {
  /// "31 March 2026", or "Today".
  func words(today: Day) -> String { day == today ? "Today" : day.inWords }
}

extension Share {
  /// "24% (95% interval 21% to 28%), 150 of 620"; the numbers alone where nobody was counted.
  var inWords: String {
    guard let percent, let interval else { return "nobody to count" }
    return "\(percent)% (\(whole(interval.low)) to \(whole(interval.high))), "
      + "\(count.grouped) of \(total.grouped)"
  }

  private func whole(_ share: Double) -> String {
    (share * 100).decimal(places: 0).map { "\($0)%" } ?? "–"
  }
}

extension Int {
  /// With a comma between thousands, as English writes numbers: `19,900`.
  var grouped: String {
    let digits = Array("\(magnitude)".utf8)
    var bytes: [UInt8] = self < 0 ? [45] : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { bytes.append(44) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
