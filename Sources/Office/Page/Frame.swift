/// What stands around every page: who is signed in, where this page is, and what was just done.
struct Frame {
  /// Names the page in the browser's tab and history; the page writes its own `h1`.
  var title: String
  var here: Place?
  /// Nil before anyone has signed in.
  var who: SignedIn?
  var trail: [Crumb] = []
  var notice: Notice?
  /// True where the page shows again what its reader must put right; the title says so first.
  var hasFaults = false
  /// True for the page of one's own account, to which the name at the top leads.
  var isOwnAccount = false

  struct SignedIn {
    let name: String
    let role: String
    /// Proves that a posted form came from a page of this session.
    let csrf: String
    /// Where the main navigation leads them.
    var places: [Place] = []
  }

  /// A step on the way to this page, which leads back.
  struct Crumb {
    let words: String
    let to: Address
    init(_ words: String, _ to: Address) {
      self.words = words
      self.to = to
    }
  }

  /// The whole page in UTF-8.
  func page(_ main: HTML.Content) -> [UInt8] {
    var html = HTML(capacity: 49_152)
    html.markup("<!doctype html>")
    html.element("html", [.lang("en-GB")]) { html in
      head(&html)
      html.element("body", []) { body in
        body.a("Skip to main content", Address("#main"), .class("skip"))
        header(&body)
        body.element("main", [.id("main"), .tabindex(-1)]) { html in
          crumbs(&html)
          if let notice { html.notice(notice) }
          main(&html)
        }
        footer(&body)
      }
    }
    return html.bytes
  }

  private func head(_ html: inout HTML) {
    html.element("head", []) { head in
      head.open("meta", [.charset("utf-8")])
      head.open(
        "meta", [.name("viewport"), .content("width=device-width, initial-scale=1")])
      head.open("meta", [.name("color-scheme"), .content("light dark")])
      head.open("meta", [.name("robots"), .content("noindex")])
      head.element("title", []) {
        if hasFaults { $0.text("Error: ") }
        $0.text(title)
        $0.text(" – Kith")
      }
      head.open("link", [.rel("stylesheet"), .href(Asset.stylesheet.address)])
      head.open("link", [.rel("icon"), .type("image/svg+xml"), .href(Asset.icon.address)])
    }
  }

  private func header(_ html: inout HTML) {
    html.element("header", [.class("top")]) { top in
      top.div(.class("wide")) { bar in
        bar.a(Address("/"), .class("mark")) { mark in
          mark.knot()
          mark.text("Kith")
        }
        guard let who else { return }
        bar.nav(.label("Main")) { nav in
          nav.ul { list in
            for place in who.places {
              list.li { $0.a(place.words, place.address, .current(if: place == here)) }
            }
          }
        }
        bar.div(.class("who")) { me in
          me.p { p in
            p.a(Address("/you"), .current(if: isOwnAccount)) { $0.name(who.name) }
            p.span(who.role, .class("quiet"))
          }
          me.form(to: Address("/sign-out"), csrf: who.csrf) {
            $0.button("Sign out", .type("submit"), .class("plain"))
          }
        }
      }
    }
  }

  private func crumbs(_ html: inout HTML) {
    guard !trail.isEmpty else { return }
    html.nav(.class("crumbs"), .label("Breadcrumb")) { nav in
      nav.ol { list in
        for crumb in trail { list.li { $0.a(crumb.words, crumb.to) } }
      }
    }
  }

  private func footer(_ html: inout HTML) {
    html.element("footer", [.class("bottom")]) { bottom in
      bottom.div(.class("wide")) {
        $0.p("Kith: the people around a child, and what was promised.")
      }
    }
  }
}

/// Where the main navigation leads.
enum Place: CaseIterable {
  case families, teams, service, search, imports, access

  var words: String {
    switch self {
    case .families: "My families"
    case .teams: "Teams"
    case .service: "The service"
    case .search: "Find someone"
    case .imports: "Bring in data"
    case .access: "Who may see what"
    }
  }

  var address: Address {
    switch self {
    case .families: Address("/families")
    case .teams: Address("/teams")
    case .service: Address("/service")
    case .search: Address("/search")
    case .imports: Address("/imports")
    case .access: Address("/access")
    }
  }
}

extension HTML {
  /// The mark of Kith: two lives, one thread.
  fileprivate mutating func knot() {
    ornament(.viewBox(width: 32, height: 24), .class("knot")) {
      var first = PathData()
      first.move(2, 17)
      first.curve(10, 17, 12, 4, 19, 4)
      first.curve(25, 4, 25, 13, 19, 13)
      first.curve(13, 13, 11, 8, 2, 8)
      $0.path(first, "strand")
      var second = PathData()
      second.move(30, 19)
      second.curve(22, 19, 20, 6, 13, 6)
      $0.path(second, "strand other")
    }
  }
}
