import Foundation
import Measuring
import Practice

/// The same answer in JSON. Every key is always there: what has no value is null.
extension ServiceContinuity {
  private struct Answer: Encodable {
    let stability: Bands
    let stability24: Bands
    let changes: Changes
    let currentMedianDays: Double?
    let withoutWorker: Int
    let published: [Published]
    let contacts: Contacts
  }
  private struct Contacts: Encodable {
    let children: Int
    let tooFew: Int
    let noContact: Int
    let meetings: Int
    let persons: Indices
    let teams: Indices
    let familiarFaces: Familiar
    let mostIn365Days: Int?

    enum CodingKeys: String, CodingKey {
      case children, tooFew, noContact, meetings, persons, teams
      case familiarFaces = "familiar_faces"
      case mostIn365Days = "most_in_365_days"
    }

    /// Every key, an empty one as null: whoever reads it need not guess.
    func encode(to encoder: any Encoder) throws {
      var answer = encoder.container(keyedBy: CodingKeys.self)
      try answer.encode(children, forKey: .children)
      try answer.encode(tooFew, forKey: .tooFew)
      try answer.encode(noContact, forKey: .noContact)
      try answer.encode(meetings, forKey: .meetings)
      try answer.encode(persons, forKey: .persons)
      try answer.encode(teams, forKey: .teams)
      try answer.encode(familiarFaces, forKey: .familiarFaces)
      try answer.encode(mostIn365Days, forKey: .mostIn365Days)
    }
  }
  private struct Familiar: Encodable {
    let count: Int
    let of: Int
  }
  private struct Indices: Encodable {
    let upc: Double?
    let coc: Double?
    let secon: Double?
    let k: Double?
    let herfindahl: Double?

    init(_ summary: ContinuitySummary) {
      upc = summary.mean(\.upc)
      coc = summary.mean(\.coc)
      secon = summary.mean(\.secon)
      k = summary.mean(\.k)
      herfindahl = summary.mean(\.herfindahl)
    }

    func encode(to encoder: any Encoder) throws {
      var answer = encoder.container(keyedBy: CodingKeys.self)
      try answer.encode(upc, forKey: .upc)
      try answer.encode(coc, forKey: .coc)
      try answer.encode(secon, forKey: .secon)
      try answer.encode(k, forKey: .k)
      try answer.encode(herfindahl, forKey: .herfindahl)
    }

    enum CodingKeys: String, CodingKey { case upc, coc, secon, k, herfindahl }
  }
  private struct Bands: Encodable {
    let day: String
    let months: Int
    let children: Int
    let none: Int
    let one: Int
    let two: Int
    let threeOrMore: Int
    let leftOut: Int
    let interval: [Double]?
    /// False where the window begins before it is recorded who the social workers were.
    let isCovered: Bool

    enum CodingKeys: String, CodingKey {
      case day, months, children, none, one, two, interval
      case threeOrMore = "three_or_more"
      case leftOut = "left_out"
      case isCovered = "covered"
    }

    init(_ stability: Stability, isCovered: Bool) {
      self.isCovered = isCovered
      day = stability.day.description
      months = stability.months
      children = stability.children
      none = stability.none
      one = stability.one
      two = stability.two
      threeOrMore = stability.threeOrMore
      leftOut = stability.leftOut.count
      interval = stability.shareOfThreeOrMore.interval.map { [$0.low, $0.high] }
    }
  }
  private struct Changes: Encodable {
    let total: Int
    let byReason: [String: Int]
    let withoutReason: Int
    let promisedToEnd: Int
  }
  private struct Published: Encodable {
    let place: String
    let year: Int
    let months: Int
    let children: Int
    let threeOrMore: Int
    let source: String

    enum CodingKeys: String, CodingKey {
      case place, year, months, children, source
      case threeOrMore = "three_or_more"
    }
  }

  func json() throws -> String {
    let byReason = changes.byReason.map { ($0.key.rawValue, $0.value) }
    let published = comparisons.flatMap(\.published).compactMap { one -> Published? in
      guard let share = one.share else { return nil }
      return Published(
        place: one.place.words, year: one.year, months: one.months, children: share.total,
        threeOrMore: share.count, source: "\(one.source.publisher), \(one.source.title)")
    }
    let persons = ContinuitySummary(of: contacts.map(\.persons))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let answer = Answer(
      stability: Bands(twelve, isCovered: tooYoung(twelve) == nil),
      stability24: Bands(twentyFour, isCovered: tooYoung(twentyFour) == nil),
      changes: Changes(
        total: changes.total, byReason: Dictionary(uniqueKeysWithValues: byReason),
        withoutReason: changes.withoutReason, promisedToEnd: changes.promisedToEnd),
      currentMedianDays: current.medianDays, withoutWorker: current.without.count,
      published: published,
      contacts: Contacts(
        children: persons.measured.count, tooFew: persons.tooFew, noContact: persons.noContact,
        meetings: persons.contacts, persons: Indices(persons),
        teams: Indices(ContinuitySummary(of: contacts.map(\.teams))),
        familiarFaces: contacts.reduce(into: Familiar(count: 0, of: 0)) {
          $0 = Familiar(
            count: $0.count + $1.familiarFaces.count, of: $0.of + $1.familiarFaces.total)
        }, mostIn365Days: contacts.compactMap(\.mostIn365Days).max()))
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }
}
