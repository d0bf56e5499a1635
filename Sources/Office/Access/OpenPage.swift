import Practice
import Store

/// Where somebody without a tie to a family says why they need its record now.
enum OpenPage {
  /// `GET /families/ID/open`, for work in which that is usual; `GET /families/ID/emergency` breaks the
  /// glass. Neither says whether there is such a family.
  static func ask(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    .page(OpenForm(id, .asked, telling: newTelling(visit.now)).page(for: visit.who))
  }

  static func breakGlass(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    .page(OpenForm(id, .emergency, telling: newTelling(visit.now)).page(for: visit.who))
  }

  static func open(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    try await receive(visit, id, .asked)
  }

  static func openInEmergency(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    try await receive(visit, id, .emergency)
  }

  /// The form with what was typed, for whoever was signed out while writing.
  static func askAgain(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    try again(visit, id, .asked)
  }

  static func breakGlassAgain(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    try again(visit, id, .emergency)
  }

  private static func again(
    _ visit: Visit, _ id: ID<Family>, _ kind: Opening.Kind
  ) throws -> Answer {
    var form = try OpenForm(id, kind, visit.form)
    form.notice = .carried
    return .page(form.page(for: visit.who))
  }

  private static func receive(
    _ visit: Visit, _ id: ID<Family>, _ kind: Opening.Kind
  ) async throws -> Answer {
    var form = try OpenForm(id, kind, visit.form)
    switch form.opening(by: visit.actor.account, at: visit.now) {
    case .failure(let faults): form.faults = faults.all
    case .success(let opening):
      let deed = OpenRecord(opening: opening, telling: form.telling)
      do {
        let isOpen = try await deed.tell(
          in: visit.store, by: visit.may.reader, visit.actor.authority.number)
        if isOpen { return .seeOther(Address("/families/", id)) }
        form.notice = Notice(
          kind: .warning, words: "Nothing could be opened here.",
          more: "Check the address. If you are worried about a child now, call the Front Door.")
      } catch let refusal as StoreRefusal {
        form.notice = Notice(
          kind: .warning, words: refusal.what, more: "\(refusal.why) \(refusal.remedy)")
      }
    }
    return .asksAgain(form.page(for: visit.who))
  }

  static func newTelling(_ now: Instant) -> ID<Telling> {
    var ids = IDMaker(at: now, using: SystemRandomNumberGenerator())
    return ids.next()
  }
}

/// The form, and what was typed into it.
struct OpenForm {
  let family: ID<Family>
  let kind: Opening.Kind
  let telling: ID<Telling>
  var reason = ""
  var words = ""
  var safety = ""
  var faults: [Fault] = []
  var notice: Notice?

  /// Characters of a reason at least: enough to be one.
  static let shortest = 10
  static let longest = 2000

  init(_ family: ID<Family>, _ kind: Opening.Kind, telling: ID<Telling>) {
    self.family = family
    self.kind = kind
    self.telling = telling
  }

  /// - Throws: `DoorRefusal.notFromHere` where it carries no telling's id: it is not our form.
  init(_ family: ID<Family>, _ kind: Opening.Kind, _ form: Form) throws(DoorRefusal) {
    guard let telling = form["telling"].flatMap({ ID<Telling>($0) }), telling.isOfVersion7 else {
      throw .notFromHere
    }
    self.init(family, kind, telling: telling)
    reason = form["reason"] ?? ""
    words = form["words"] ?? ""
    safety = form["safety"] ?? ""
  }

  struct Faults: Error { let all: [Fault] }

  func opening(by account: String, at now: Instant) -> Result<Opening, Faults> {
    var found: [Fault] = []
    let chosen = Opening.Reason(rawValue: reason)
    if chosen == nil { found.append(Fault(field: "reason", words: "Choose why you need it")) }
    func check(_ text: String, _ field: StaticString, _ ask: String) {
      let count = text.unicodeScalars.count { !$0.properties.isWhitespace }
      if count < Self.shortest { found.append(Fault(field: field, words: ask)) }
      if text.unicodeScalars.count > Self.longest {
        found.append(
          Fault(field: field, words: "Write \(Self.longest.grouped) characters or fewer"))
      }
    }
    check(words, "words", "Say in your own words what you need the record for")
    if kind == .emergency {
      check(safety, "safety", "Say what could happen to a child if you waited")
    }
    guard let chosen, found.isEmpty else { return .failure(Faults(all: found)) }
    return .success(
      Opening(
        family: family, account: account, kind: kind, reason: chosen, words: words,
        safety: kind == .emergency ? safety : nil, begun: now,
        ends: now + Opening.seconds(kind)))
  }

  private var title: String {
    kind == .emergency ? "Open a record in an emergency" : "Open a record"
  }

  func page(for who: Frame.SignedIn) -> [UInt8] {
    Frame(title: title, who: who, notice: notice, hasFaults: !faults.isEmpty).page { page in
      page.faults(faults)
      page.h1(title)
      page.p(.class("lead")) { lead in
        lead.text("You do not work with this family. ")
        lead.text(
          kind == .emergency
            ? "If a child is not safe unless you read their record now, say why: it opens for 24 "
              + "hours."
            : "Say why you need their record: it opens for 12 hours.")
      }
      page.p(
        "Whoever works with the family, their manager and the information officer see at once that "
          + "you opened it and what you write here. Somebody reviews it.")
      let address = Address("/families/", family, kind == .emergency ? "/emergency" : "/open")
      page.form(to: address, csrf: who.csrf) { form in
        form.input(.type("hidden"), .name("telling"), .value(telling.description))
        form.field(
          Field(
            name: "reason", label: "Why do you need it?",
            kind: .oneOf(Opening.Reason.allCases.map { ($0.rawValue, $0.words) }), value: reason),
          faults)
        form.field(
          Field(
            name: "words", label: "What do you need it for?",
            hint: "The family may read this one day.", kind: .lines(3), value: words), faults)
        if kind == .emergency {
          form.field(
            Field(
              name: "safety", label: "What could happen to a child if you waited?",
              kind: .lines(3), value: safety), faults)
        }
        form.button("Open the record", .type("submit"))
      }
    }
  }
}
