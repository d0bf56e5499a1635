/// Something in a form that its writer must put right, beside the field where it is.
struct Fault {
  let field: StaticString
  /// Says what to do: "Enter the day on which you met".
  let words: String
}

/// One question of a form.
struct Field {
  enum Kind {
    case text, password, search, day, number, file
    case lines(Int)
    /// One of these, by what is sent and what is read.
    case oneOf([(value: String, words: String)])
  }
  let name: StaticString
  let label: String
  var hint: String?
  var kind = Kind.text
  var value = ""
  /// What the browser may fill in: "username", "current-password" (WCAG 1.3.5).
  var autocomplete: StaticString?
  var isRequired = true
}

extension HTML {
  /// All faults of a form at its top, each leading to its field.
  mutating func faults(_ faults: [Fault]) {
    guard !faults.isEmpty else { return }
    div(.class("faults"), .role("alert"), .tabindex(-1), .labelled(by: "faults-title")) { box in
      box.h2("There is a problem", .id("faults-title"))
      box.ul { list in
        for fault in faults {
          list.li { $0.a(fault.words, Address("").place("\(fault.field)")) }
        }
      }
    }
  }

  /// Label, hint, fault and input, tied together for speech.
  mutating func field(_ field: Field, _ faults: [Fault] = []) {
    let name = "\(field.name)"
    let fault = faults.first { "\($0.field)" == name }
    div(.class(fault == nil ? "field" : "field wrong")) { box in
      box.label(field.label, .for(field.name))
      if let hint = field.hint { box.p(hint, .class("hint"), .id("\(name)-hint")) }
      if let fault {
        box.p(.class("fault"), .id("\(name)-fault")) { p in
          p.span("Error: ", .class("unseen"))
          p.text(fault.words)
        }
      }
      let described = [
        field.hint == nil ? nil : "\(name)-hint", fault == nil ? nil : "\(name)-fault",
      ].compactMap { $0 }.joined(separator: " ")
      box.entry(field, described: described.isEmpty ? nil : described, wrong: fault != nil)
    }
  }

  private mutating func entry(_ field: Field, described: String?, wrong: Bool) {
    let type: StaticString
    switch field.kind {
    case .lines(let rows):
      textarea(
        field.value, .id("\(field.name)"), .name(field.name), .rows(rows), .spellcheck(true),
        .described(by: described), .invalid(if: wrong), .required(if: field.isRequired))
      return
    case .oneOf(let choices):
      select(
        .id("\(field.name)"), .name(field.name), .described(by: described), .invalid(if: wrong),
        .required(if: field.isRequired)
      ) { select in
        select.option("Choose one", .value(""))
        for choice in choices {
          select.option(
            choice.words, .value(choice.value), .selected(if: choice.value == field.value))
        }
      }
      return
    case .text: type = "text"
    case .password: type = "password"
    case .search: type = "search"
    case .day: type = "date"
    case .number: type = "text"
    case .file: type = "file"
    }
    var attributes: [Attribute] = [
      .id("\(field.name)"), .name(field.name), .type(type), .autocomplete(field.autocomplete),
      .described(by: described), .invalid(if: wrong), .required(if: field.isRequired),
    ]
    switch field.kind {
    case .password, .file: break  // Never sent back to a page.
    case .number: attributes += [.value(field.value), .inputmode("numeric")]
    case .text, .search, .day, .lines, .oneOf: attributes.append(.value(field.value))
    }
    open("input", attributes)
  }
}
