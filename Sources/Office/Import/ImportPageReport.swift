import Practice
import Returns

/// What was read and what was wrong, file by file, right after files were handed over.
struct ImportPageReport {
  let report: ImportReport
  /// The whole list of what was found; nil where nothing was.
  let found: ID<ImportFaultLists>?
  let keepGoodRows: Bool

  /// Faults of a file that are listed.
  static let shown = 200

  func page(who: Frame.SignedIn?) -> [UInt8] {
    let isGood = report.isGood
    return Frame(
      title: "What was brought in", here: .imports, who: who,
      trail: [Frame.Crumb("Bring in data", Place.imports.address)],
      notice: Notice(kind: isGood ? .done : .warning, words: outcome, more: more),
      hasFaults: !isGood
    ).page { write(to: &$0) }
  }

  func write(to page: inout HTML) {
    page.h1("What was brought in")
    page.cards(
      "File by file",
      heads: [
        Head("File"), Head("What became of it"), Head("Rows", isNumber: true),
        Head("Rows kept", isNumber: true), Head("New facts", isNumber: true),
        Head("Faults", isNumber: true), Head("Worth asking", isNumber: true),
      ]
    ) { body in
      for file in report.files { row(file, &body) }
    }
    if let found {
      page.p {
        $0.a(
          "Everything that was found, for a spreadsheet (CSV)", Address("/imports/faults/", found))
      }
    }
    for (place, file) in report.files.enumerated() where !file.firstFaults.isEmpty {
      section(file, place, &page)
    }
    page.p(.class("onward")) { p in
      p.a("Bring in more", Place.imports.address, .class("button"))
      p.text(" ")
      p.a("See the service", Place.service.address)
    }
  }

  private var outcome: String {
    let refused = report.files.filter { $0.outcome == .refused }.count
    let added = report.files.reduce(0) { $0 + $1.added }
    if refused == 0 {
      return added == 0
        ? "Nothing new: all of it was known." : "\(added.grouped) new facts were kept."
    }
    return refused == report.files.count
      ? "Nothing was kept." : "Some of it was kept; \(counted(refused, "file")) refused."
  }

  private var more: String? {
    guard report.files.contains(where: { $0.outcome == .refused }) else { return nil }
    return """
      A file with faults is refused whole. Put right what is listed below and bring it in again, or \
      choose to keep the rows without fault.
      """
  }

  private func row(_ file: ImportReport.File, _ body: inout HTML) {
    body.tr { row in
      row.th(.scope("row")) { $0.name(file.name) }
      row.td(.heading("What became of it")) { cell in
        switch file.outcome {
        case .kept: cell.tag("kept", .calm)
        case .keptBefore: cell.tag("known already", .quiet)
        case .keptGoodRows: cell.tag("good rows kept", .warm)
        case .refused: cell.tag("refused", .warm)
        }
      }
      row.td(file.rows.grouped, .class("number"), .heading("Rows"))
      row.td(file.kept.grouped, .class("number"), .heading("Rows kept"))
      row.td(file.added.grouped, .class("number"), .heading("New facts"))
      row.td(file.faults.grouped, .class("number"), .heading("Faults"))
      row.td(file.queries.grouped, .class("number"), .heading("Worth asking"))
    }
  }

  private func section(_ file: ImportReport.File, _ place: Int, _ page: inout HTML) {
    let id = "file-\(place)"
    let listed = file.firstFaults.sorted { a, b in
      a.severity != b.severity ? b.severity < a.severity : (a.line ?? 0) < (b.line ?? 0)
    }.prefix(Self.shown)
    page.section(.labelled(by: id)) { section in
      section.h2(.id(id)) { $0.name(file.name) }
      let all = file.faults + file.queries + file.notes
      if all > listed.count {
        section.p(
          """
          The first \(listed.count) of \(all) are shown; the list for a spreadsheet goes on.
          """, .class("quiet"))
      }
      section.cards(
        "What was found",
        heads: [
          Head("Line", isNumber: true), Head("Column"), Head("Written there"),
          Head("What is wrong"), Head("What to do"), Head("Rule"),
        ]
      ) { body in
        for fault in listed { row(fault, &body) }
      }
    }
  }

  private func row(_ fault: Returns.Fault, _ body: inout HTML) {
    body.tr { row in
      row.td(fault.line.map { "\($0)" } ?? "–", .class("number"), .heading("Line"))
      row.td(fault.column ?? "–", .heading("Column"))
      row.td(.heading("Written there")) { cell in
        if let value = fault.value { cell.name(value) } else { cell.text("–") }
      }
      row.td(.heading("What is wrong")) { cell in
        switch fault.severity {
        case .fault: break
        case .query: cell.tag("worth asking", .quiet)
        case .note: cell.tag("note", .quiet)
        }
        if fault.severity != .fault { cell.text(" ") }
        cell.text(fault.message)
      }
      row.td(fault.remedy, .heading("What to do"))
      row.td(fault.rule, .heading("Rule"))
    }
  }
}
