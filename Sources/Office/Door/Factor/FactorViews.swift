/// The page that asks for the second step, or helps to set it up.
struct SecondStepView {
  let account: String
  /// What the authenticator shows beside the code.
  let service: String
  let next: String
  let csrf: String
  var faults: [Fault] = []
  var carried: Carried?
  /// What is set up; nil where there is a second step already.
  var offer: Factors.Offer?
  /// Who is signed in; nil at the door.
  var who: Frame.SignedIn?
  var to = Address("/sign-in/factor")

  func page() -> [UInt8] {
    let title = offer == nil ? "Your second step" : "Set up your second step"
    return Frame(
      title: title, who: who,
      trail: who == nil ? [] : [Frame.Crumb("Your account", Address("/you"))],
      hasFaults: !faults.isEmpty
    ).page { page in
      page.div(.class("door")) { door in
        door.faults(faults)
        door.h1(title)
        if let offer { setUp(offer, &door) }
        door.form(to: to, csrf: csrf) { form in
          form.input(.type("hidden"), .name("next"), .value(next))
          if let offer { form.input(.type("hidden"), .name("offer"), .value(offer.sealed)) }
          carried?.write(to: &form)
          form.field(field, faults)
          if who != nil {
            form.field(
              Field(
                name: "password", label: "Your present password", kind: .password,
                autocomplete: "current-password"), faults)
          }
          form.button(offer == nil ? "Sign in" : "Set it up", .type("submit"))
        }
        if offer == nil {
          door.p(
            "Lost your phone? Enter one of your recovery codes. If you have none left, ask the person "
              + "who looks after Kith in your service.", .class("quiet"))
        }
      }
    }
  }

  private var field: Field {
    Field(
      name: "code", label: "Code",
      hint: offer == nil
        ? "The six figures that your authenticator shows, or one of your recovery codes."
        : "The six figures that your authenticator shows now.",
      autocomplete: "one-time-code")
  }

  private func setUp(_ offer: Factors.Offer, _ html: inout HTML) {
    let link = TimeCode.link(offer.secret, account: account, service: service)
    html.p(
      "Besides your password, Kith asks for a code that an app on your phone shows, so that nobody can "
        + "sign in as you with your password alone.", .class("lead"))
    html.p("Open an authenticator app, and let it read this picture:")
    if let code = QRCode(link.text) {
      html.code(code, label: "The secret, for an authenticator to read")
    }
    html.p { p in
      p.text("On this device: ")
      p.a("open it in an authenticator app", link)
      p.text(".")
    }
    html.p("Or type this secret there:")
    html.p(.class("secret")) { p in
      let letters = Array(Base32.text(offer.secret).utf8)
      for start in stride(from: 0, to: letters.count, by: 4) {
        p.span(String(decoding: letters[start..<min(start + 4, letters.count)], as: UTF8.self))
        p.text(" ")
      }
    }
  }
}

/// The recovery codes, on the one page that ever shows them.
struct RecoveryCodesView {
  let codes: [String]
  let next: String
  var carried: Carried?
  /// False where they take the place of others.
  var isNew = true

  func page(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "Your recovery codes", who: who,
      notice: Notice(
        kind: .done,
        words: isNew ? "Your second step is set up." : "Only these codes count from now on.")
    ).page { page in
      page.h1("Your recovery codes")
      page.p(
        "Print this page, or write the codes down, and keep them where you keep your passport. Each of "
          + "them signs you in once where your phone is lost.", .class("lead"))
      page.ol(.class("secret")) { list in
        for code in codes { list.li { $0.span(code) } }
      }
      page.p("They are shown this once. On the page of your account you can have others made.")
      if let carried {
        page.form(to: Address("/you/words"), csrf: who.csrf) { form in
          carried.write(to: &form)
          form.button("Go on with what you had written", .type("submit"))
        }
      } else {
        page.p { $0.a("Go on", Address(NextAddress(next)), .class("button")) }
      }
    }
  }
}

extension HTML {
  /// A QR code with the light margin that readers look for.
  fileprivate mutating func code(_ code: QRCode, label: String) {
    let margin = 4
    let side = code.width + 2 * margin
    drawing(width: side, height: side, label: label, .class("qr")) { drawing in
      drawing.rect(x: 0, y: 0, width: Double(side), height: Double(side), "qr-light")
      var path = PathData()
      for row in 0..<code.width {
        var column = 0
        while column < code.width {
          let start = column
          while column < code.width, code[row, column] { column += 1 }
          if column > start {
            path.move(Double(start + margin), Double(row + margin))
            path.across(Double(column - start))
            path.down(1)
            path.across(Double(start - column))
            path.close()
          }
          column += 1
        }
      }
      drawing.path(path, "qr-dark")
    }
  }
}
