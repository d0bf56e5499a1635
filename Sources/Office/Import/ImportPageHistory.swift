import Practice
import Store

/// What was brought in before, the latest first.
struct ImportPageHistory: Sendable {
  struct Entry: Sendable {
    let telling: Int
    let recorded: Instant
    let teller: String
    let handedOver: HandedOver
    /// Facts that the file added.
    let facts: Int
  }

  /// At most `most` of them.
  let entries: [Entry]
  static let most = 200

  init(_ reading: Reading, _ authority: Int) throws {
    // Imports are nobody's story: the few tellings without one are found by their index.
    entries = try reading.all(
      """
      SELECT seq, recorded, teller, note, facts FROM telling
      WHERE authority = \(authority) AND story IS NULL AND deed = \(Deed.importReturn.rawValue)
      ORDER BY seq DESC LIMIT \(ImportPageHistory.most)
      """
    ) { row in
      Entry(
        telling: row.int(0), recorded: row.instant(1), teller: row.text(2),
        handedOver: HandedOver(note: row.textIfAny(3) ?? ""), facts: row.int(4))
    }
  }

  func write(to page: inout HTML) {
    page.section(.labelled(by: "before-title")) { section in
      section.h2("Brought in before", .id("before-title"))
      guard !entries.isEmpty else {
        section.empty(
          EmptyState(
            what: "Nothing has been brought in yet.",
            how: """
              Choose the files above. A second time the same file adds nothing, so nothing can go \
              wrong by trying again.
              """))
        return
      }
      section.cards(
        "The latest first",
        heads: [
          Head("File"), Head("Return"), Head("When"), Head("Who"),
          Head("New facts", isNumber: true), Head("No.", isNumber: true),
        ]
      ) { body in
        for entry in entries { row(entry, &body) }
      }
    }
  }

  private func row(_ entry: Entry, _ body: inout HTML) {
    let (day, hour, minute, _) = entry.recorded.london
    body.tr { row in
      row.th(.scope("row")) { $0.name(entry.handedOver.file) }
      row.td(entry.handedOver.words, .heading("Return"))
      row.td(.heading("When")) { cell in
        cell.shortDay(day)
        cell.text(minute < 10 ? ", \(hour):0\(minute)" : ", \(hour):\(minute)")
      }
      row.td(.heading("Who")) { $0.name(entry.teller) }
      row.td(entry.facts.grouped, .class("number"), .heading("New facts"))
      row.td(entry.telling.grouped, .class("number"), .heading("No."))
    }
  }
}
