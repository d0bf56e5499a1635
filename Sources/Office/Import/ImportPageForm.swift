import Practice
import Returns

/// The form that brings in an SSDA903, and where one finds that return.
struct ImportPageForm {
  let history: ImportPageHistory
  let today: Day
  let csrf: String
  let mayImport: Bool
  var faults: [Fault] = []
  var year: CollectionYear?

  func write(to page: inout HTML) {
    page.faults(faults)
    page.h1("Bring in data")
    page.p(
      """
      Hand over the returns that your council makes every year, above all the SSDA903 of children in \
      care, and see who has walked alongside each child.
      """, .class("lead"))
    if mayImport { form(&page) } else { notYours(&page) }
    whereFrom(&page)
    history.write(to: &page)
  }

  private func notYours(_ page: inout HTML) {
    let refusal =
      "A return tells of every child at once, so bringing it in is for analysts, leaders and "
      + "administrators. Ask one of them."
    page.notice(Notice(kind: .note, words: "You cannot bring in a return.", more: refusal))
  }

  private func form(_ page: inout HTML) {
    page.form(to: Place.imports.address, csrf: csrf, .enctype("multipart/form-data")) { form in
      field("files", &form) { box in
        box.label("Files of the return", .for("files"))
        box.p(
          """
          CSV files, one for each table, or XML: of the SSDA903, the children in need census, the \
          workforce census or the Standard Safeguarding Dataset. Kith sees which is which. Choose \
          several at once; 64 MB in all.
          """,
          .class("hint"), .id("files-hint"))
        fault("files", &box)
        box.input(
          .type("file"), .id("files"), .name("files"), .multiple(), .required(),
          .described(by: described("files")), .invalid(if: isAtFault("files")))
      }
      field("year", &form) { box in
        box.label("Year of the return", .for("year"))
        box.p(
          "From 1 April to 31 March, for the SSDA903; the others say theirs themselves.",
          .class("hint"), .id("year-hint"))
        fault("year", &box)
        box.select(
          .id("year"), .name("year"), .described(by: described("year")),
          .invalid(if: isAtFault("year"))
        ) { select in
          for number in CollectionYear.known.reversed() {
            guard let one = CollectionYear(number) else { continue }
            select.option(
              "\(one), to 31 March \(number)", .value("\(number)"),
              .selected(if: one == (year ?? latest)))
          }
        }
      }
      form.div(.class("field")) { box in
        box.label(.class("choice")) { label in
          label.input(
            .type("checkbox"), .name("keep_good_rows"), .value("1"),
            .described(by: "keep-hint"))
          label.text(" Keep the rows without fault, and leave out the others")
        }
        box.p(
          "Otherwise a file with any fault is refused whole, so that it can be put right first.",
          .class("hint"), .id("keep-hint"))
      }
      form.button("Bring in", .type("submit"))
    }
  }

  /// The last collection that has ended.
  private var latest: CollectionYear? {
    CollectionYear.known.compactMap { CollectionYear($0) }.last { $0.last <= today }
  }

  private func field(_ name: String, _ html: inout HTML, content: HTML.Content) {
    html.div(.class(isAtFault(name) ? "field wrong" : "field"), content: content)
  }

  private func isAtFault(_ name: String) -> Bool { faults.contains { "\($0.field)" == name } }

  private func described(_ name: String) -> String {
    isAtFault(name) ? "\(name)-hint \(name)-fault" : "\(name)-hint"
  }

  private func fault(_ name: String, _ html: inout HTML) {
    guard let fault = faults.first(where: { "\($0.field)" == name }) else { return }
    html.p(.class("fault"), .id("\(name)-fault")) { p in
      p.span("Error: ", .class("unseen"))
      p.text(fault.words)
    }
  }

  private func whereFrom(_ page: inout HTML) {
    page.details(.open(if: history.entries.isEmpty)) { box in
      box.summary("Where the files come from")
      box.p(
        """
        Every council in England sends the SSDA903 to the Department for Education each year: who \
        was in care, where they lived, their reviews, and since 2023-24 who their social workers \
        were. Whoever prepares it in your council has the files; the case system writes them out.
        """)
      box.p("A return is one file for each of these. Bring what you have; header comes first.")
      box.sheet(
        "Tables of the SSDA903", heads: [Head("File"), Head("What it holds"), Head("Since")]
      ) { body in
        for table in Returns.Table.allCases {
          body.tr { row in
            row.th("\(table.rawValue).csv", .scope("row"))
            row.td(table.words)
            row.td(
              table.firstYear > CollectionYear.known.lowerBound
                ? CollectionYear(table.firstYear).map { "\($0)" } ?? "–" : "–")
          }
        }
      }
      box.p(
        """
        The thread is drawn from sw_episodes.csv. Bring in several years, oldest first or in any \
        order: each child’s history is joined across them.
        """)
    }
  }
}
