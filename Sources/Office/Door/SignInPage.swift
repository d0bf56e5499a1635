/// The one page that people see before Kith knows who they are.
struct SignInPage {
  enum Note { case ended, left, stale, whileWriting, welcome }

  let authority: String
  let next: NextAddress
  /// As it was typed, so that only the password has to be typed again.
  var name = ""
  var notice: Note?
  var faults: [Fault] = []
  /// What somebody had typed when they were signed out.
  var carried: Carried?

  init(authority: String, next: NextAddress) {
    self.authority = authority
    self.next = next
  }

  func bytes(csrf: String) -> [UInt8] {
    Frame(
      title: "Sign in", notice: notice.map(SignInPage.words), hasFaults: !faults.isEmpty
    ).page { page in
      page.div(.class("door")) { door in
        door.h1("Sign in")
        door.p(authority, .class("lead"))
        door.faults(faults)
        door.form(to: Address("/sign-in"), csrf: csrf) { form in
          form.input(.type("hidden"), .name("next"), .value(next.text))
          carried?.write(to: &form)
          form.field(
            Field(
              name: "name", label: "Your name", hint: "As your colleagues write it.",
              value: name, autocomplete: "username"), faults)
          form.field(
            Field(
              name: "password", label: "Your password", kind: .password,
              autocomplete: "current-password"), faults)
          form.button("Sign in", .type("submit"))
        }
        door.p(
          "Forgotten your password? Ask the person who looks after Kith in your service.",
          .class("quiet"))
      }
    }
  }

  private static func words(_ note: Note) -> Notice {
    switch note {
    case .ended:
      Notice(
        kind: .note, words: "Please sign in again.",
        more: "You are signed out after 30 minutes without use, and after 12 hours in any case.")
    case .whileWriting:
      Notice(
        kind: .note, words: "You have been signed out. Nothing that you typed is lost.",
        more: "Sign in again on this page, and the form is shown with all that you had written.")
    case .welcome:
      Notice(kind: .done, words: "Your password is set.", more: "Sign in with it now.")
    case .left: Notice(kind: .done, words: "You are signed out.")
    case .stale:
      Notice(
        kind: .note, words: "Please try once more.",
        more: "This page had been open for a long time, or your browser did not keep its cookie.")
    }
  }
}
