import Practice
import Returns

/// What returns stated of the child beyond care and workers, as it was stated: kept so that nothing
/// that was handed over is lost.
struct ChildStated {
  let facts: ChildFacts

  /// Rows of one table that are listed.
  private static let listed = 30

  func write(to page: inout HTML) {
    let numbers = facts.numbers
    guard !facts.stated.isEmpty || !numbers.isEmpty else { return }
    let tables = Dictionary(grouping: facts.stated, by: \.table)
    page.section(.labelled(by: "stated-title")) { section in
      section.h2("Also in the record", .id("stated-title"))
      if !numbers.isEmpty {
        section.details { box in
          box.summary("Numbers by which others know \(facts.spoken)")
          box.facts { list in
            for number in numbers { list.fact(words(number.scheme), number.value) }
          }
        }
      }
      for name in tables.keys.sorted() { table(name, tables[name] ?? [], &section) }
    }
  }

  private func table(_ name: String, _ rows: [ChildFacts.StatedRow], _ html: inout HTML) {
    html.details { box in
      box.summary("From returns: \(Returns.Table(rawValue: name)?.words ?? name)")
      for row in rows.suffix(Self.listed).reversed() {
        box.dl(.class("facts")) { list in
          for cell in row.cells.utf8.split(separator: 10) {
            let halves = cell.split(
              separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let value = halves.last, halves.count == 2, !value.isEmpty else { continue }
            list.fact(String(Substring(halves[0])), String(Substring(value)))
          }
        }
        box.p { facts.told(row.telling, &$0) }
      }
      if rows.count > Self.listed {
        box.p("And \(rows.count - Self.listed) earlier rows.", .class("quiet"))
      }
    }
  }

  private func words(_ scheme: PersonNumber.Scheme) -> String {
    switch scheme {
    case .local: "This council’s number"
    case .uniquePupil: "Unique pupil number"
    case .formerUniquePupil: "Earlier pupil number"
    case .nhs: "NHS number"
    case .consistent: "The child’s number"
    }
  }
}
