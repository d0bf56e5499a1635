import Practice

/// The page of one's own account, from top to bottom.
struct YouView {
  let here: Session
  let sessions: [Session]
  let hasFactor: Bool
  let isFactorAskedFor: Bool
  let codesLeft: Int
  var faults: [Fault] = []
  var notice: Notice?

  func page(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "Your account", who: who, notice: notice, hasFaults: !faults.isEmpty,
      isOwnAccount: true
    ).page { page in
      page.faults(faults)
      page.h1("Your account")
      page.facts { facts in
        facts.fact("Your name") { $0.name(who.name) }
        facts.fact("Your role", who.role)
      }
      signedIn(&page, who)
      factor(&page, who)
      password(&page, who)
    }
  }

  private func signedIn(_ html: inout HTML, _ who: Frame.SignedIn) {
    html.section(.labelled(by: "sessions")) { section in
      section.h2("Where you are signed in", .id("sessions"))
      section.cards(
        "Where you are signed in", heads: ["With", "Since", "Last used", ""].map { Head($0) }
      ) { rows in
        for session in sessions {
          rows.tr { row in
            row.th(.scope("row")) { cell in
              cell.text(session.browser)
              if session.id == here.id { cell.span("You are here", .class("quiet")) }
            }
            row.td(.heading("Since")) { $0.moment(session.begun) }
            row.td(.heading("Last used")) { $0.moment(session.lastSeen) }
            row.td { cell in
              guard session.id != here.id else { return }
              cell.form(to: Address("/you/sessions"), csrf: who.csrf) { form in
                form.input(.type("hidden"), .name("end"), .value(session.id.description))
                form.button(
                  "Sign out there", .type("submit"), .class("plain"),
                  .label("Sign out there: \(session.browser), since \(Self.words(session.begun))"))
              }
            }
          }
        }
      }
      if sessions.count > 1 {
        section.form(to: Address("/you/sessions"), csrf: who.csrf) { form in
          form.input(.type("hidden"), .name("end"), .value("others"))
          form.button("Sign out everywhere else", .type("submit"))
        }
      }
      section.p(
        "If you do not know one of them, sign out everywhere else and choose another password.",
        .class("quiet"))
    }
  }

  private func factor(_ html: inout HTML, _ who: Frame.SignedIn) {
    html.section(.labelled(by: "factor")) { section in
      section.h2("Your second step", .id("factor"))
      guard hasFactor else {
        section.p(
          "You sign in with your password alone. With a second step, nobody can sign in as you who has "
            + "found out your password.")
        section.p { $0.a("Set up a second step", Address("/you/factor"), .class("button")) }
        return
      }
      section.p(
        "You sign in with your password and a code of your authenticator. "
          + "\(codesLeft) of your recovery codes "
          + "\(codesLeft == 1 ? "has" : "have") not been used.")
      section.form(to: Address("/you/factor"), csrf: who.csrf) { form in
        form.field(
          Field(
            name: "password", label: "Your present password", kind: .password,
            autocomplete: "current-password"), faults)
        form.button("Make other recovery codes", .type("submit"), .name("do"), .value("codes"))
        if !isFactorAskedFor {
          form.text(" ")
          form.button(
            "Take the second step away", .type("submit"), .class("plain"), .name("do"),
            .value("remove"))
        }
      }
      if isFactorAskedFor {
        section.p(
          "Your role signs in with a second step: it cannot be taken away.", .class("quiet"))
      }
    }
  }

  private func password(_ html: inout HTML, _ who: Frame.SignedIn) {
    html.section(.labelled(by: "password-title")) { section in
      section.h2("Change your password", .id("password-title"))
      section.form(to: Address("/you/password"), csrf: who.csrf) { form in
        form.field(
          Field(
            name: "present", label: "Your present password", kind: .password,
            autocomplete: "current-password"), faults)
        form.newPassword(faults)
        form.button("Change it", .type("submit"))
      }
    }
  }

  private static func words(_ instant: Instant) -> String {
    let (day, hour, minute, _) = instant.london
    return "\(day.inWords), \(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

extension HTML {
  /// Where somebody chooses a password.
  mutating func newPassword(_ faults: [Fault]) {
    field(
      Field(
        name: "new", label: "Your new password",
        hint:
          "At least \(PasswordRules.shortest) characters. Four words that do not belong together "
          + "are good.", kind: .password, autocomplete: "new-password"), faults)
    field(
      Field(
        name: "repeated", label: "The same once more", kind: .password, autocomplete: "new-password"
      ),
      faults)
  }

  /// `31 Mar 2026, 14:05` as the clock in London shows it.
  mutating func moment(_ instant: Instant) {
    let (day, hour, minute, _) = instant.london
    span { words in
      words.shortDay(day)
      words.text(", \(hour):\(minute < 10 ? "0" : "")\(minute)")
    }
  }
}
