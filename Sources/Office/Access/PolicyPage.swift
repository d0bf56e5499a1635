import Practice
import Store

/// The table of roles: what each may see and do by what ties them to a family, and every change that the
/// council has decided, with why and from when.
enum PolicyPage {
  static func show(_ visit: Visit) async throws -> Answer {
    .page(try await sheet(visit).bytes(for: visit.who))
  }

  static func receive(_ visit: Visit) async throws -> Answer {
    var sheet = try await sheet(visit)
    sheet.typed = visit.form
    guard let telling = visit.form["telling"].flatMap({ ID<Telling>($0) }), telling.isOfVersion7
    else { throw DoorRefusal.notFromHere }
    switch sheet.rule(today: visit.actor.today) {
    case .failure(let faults):
      sheet.faults = faults.all
      return .asksAgain(sheet.bytes(for: visit.who))
    case .success(let (rule, because)):
      let row = TellingRow(
        .changeAccess, id: telling, by: visit.actor.account, recorded: visit.now,
        happened: rule.from)
      let authority = visit.actor.authority.number
      try await visit.store.write { writing in
        try writing.tell(
          row, authority: authority,
          [
            AccessRecords.rule(
              rule, fact: ID(high: telling.high, low: telling.low), because: because)
          ])
      }
      return .seeOther(Address("/access/policy"))
    }
  }

  static func again(_ visit: Visit) async throws -> Answer {
    var sheet = try await sheet(visit)
    (sheet.typed, sheet.notice) = (visit.form, .carried)
    return .page(sheet.bytes(for: visit.who))
  }

  private static func sheet(_ visit: Visit) async throws -> PolicySheet {
    let (authority, today) = (visit.actor.authority.number, visit.actor.today)
    let telling = OpenPage.newTelling(visit.now)
    return try await visit.store.read { reading in
      PolicySheet(
        today: today, rules: try AccessDesk.rules(reading, authority),
        decided: try AccessDesk.decided(reading, authority), telling: telling)
    }
  }
}

/// A decision about the table as it was told.
struct RuleDecided: Sendable {
  let rule: AccessPolicy.Rule
  let because: String?
  let teller: String
}

struct PolicySheet: Sendable {
  let today: Day
  let rules: [AccessPolicy.Rule]
  let decided: [RuleDecided]
  let telling: ID<Telling>
  var typed = Form()
  var faults: [Fault] = []
  var notice: Notice?

  struct Faults: Error { let all: [Fault] }

  /// The rule that was typed. Somebody must remain who can change the table.
  func rule(today: Day) -> Result<(AccessPolicy.Rule, String), Faults> {
    var found: [Fault] = []
    let role = typed["role"].flatMap { AccountRole(rawValue: $0) }
    let tie = typed["tie"].flatMap { Tie(rawValue: $0) }
    let matter = typed["matter"].flatMap { Matter(rawValue: $0) }
    let allowed = typed["allowed"].flatMap { ["yes": true, "no": false][$0] }
    let from = Day(typed["from"] ?? "")
    let because = typed["because"] ?? ""
    if role == nil { found.append(Fault(field: "role", words: "Choose a role")) }
    if tie == nil { found.append(Fault(field: "tie", words: "Choose what ties them")) }
    if matter == nil { found.append(Fault(field: "matter", words: "Choose what it is about")) }
    if allowed == nil { found.append(Fault(field: "allowed", words: "Choose yes or no")) }
    if from.map({ $0 < today }) ?? true {
      found.append(Fault(field: "from", words: "Enter today, or a day to come"))
    }
    if because.unicodeScalars.count(where: { !$0.properties.isWhitespace }) < OpenForm.shortest {
      found.append(Fault(field: "because", words: "Say who decided it and why"))
    }
    guard let role, let tie, let matter, let allowed, let from, found.isEmpty else {
      return .failure(Faults(all: found))
    }
    if AccessPolicy.isFixed(role, tie, matter) {
      return .failure(
        Faults(all: [
          Fault(
            field: "tie",
            words: "Choose “\(Tie.none.words)”: to \(matter.words) is asked of no family")
        ]))
    }
    let rule = AccessPolicy.Rule(
      role: role, tie: tie, matter: matter, isAllowed: allowed, from: from)
    let after = AccessPolicy(rules + [rule], on: from)
    if !AccountRole.allCases.contains(where: { after.decide(.govern, $0).isYes }) {
      return .failure(
        Faults(all: [
          Fault(field: "allowed", words: "Leave one role that may change this table")
        ]))
    }
    return .success((rule, because))
  }

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(
      title: "What each role may see and do", here: .access, who: who,
      trail: [Frame.Crumb("Who may see what", Place.access.address)], notice: notice,
      hasFaults: !faults.isEmpty
    ).page { main in
      main.faults(faults)
      main.h1("What each role may see and do")
      main.p(
        "A role gives nothing by itself: what ties somebody to a family does. A locked record is seen "
          + "by its named readers alone, whatever stands here.", .class("lead"))
      let policy = AccessPolicy(rules, on: today)
      for role in AccountRole.allCases { section(role, policy, &main) }
      history(&main)
      main.h2("Change the table")
      main.form(to: Address("/access/policy"), csrf: who.csrf) { write(&$0) }
    }
  }

  private func section(_ role: AccountRole, _ policy: AccessPolicy, _ main: inout HTML) {
    main.details { box in
      box.summary(role.words)
      box.ul { list in
        for tie in Tie.allCases {
          let matters = Matter.allCases.filter { policy.allows(role, tie, $0) }
          guard !matters.isEmpty else { continue }
          list.li { item in
            item.strong("Who \(tie.words): ")
            item.text(matters.map(\.words).joined(separator: "; "))
          }
        }
      }
    }
  }

  private func history(_ main: inout HTML) {
    guard !decided.isEmpty else { return }
    main.h2("What your council has decided")
    main.ul(.class("plain")) { list in
      for one in decided.reversed().prefix(200) {
        list.li { item in
          item.text("From ")
          item.shortDay(one.rule.from)
          item.text(
            ", \(one.rule.role.words.lowercasedFirst) who \(one.rule.tie.words) "
              + "\(one.rule.isAllowed ? "may" : "may not") \(one.rule.matter.words).")
          item.span("\(one.because ?? "") (\(one.teller))", .class("quiet"))
        }
      }
    }
  }

  private func write(_ html: inout HTML) {
    html.input(.type("hidden"), .name("telling"), .value(telling.description))
    html.field(
      Field(
        name: "role", label: "Which role?",
        kind: .oneOf(AccountRole.allCases.map { ($0.rawValue, $0.words) }),
        value: typed["role"] ?? ""), faults)
    html.field(
      Field(
        name: "tie", label: "Somebody who …",
        kind: .oneOf(Tie.allCases.map { ($0.rawValue, $0.words) }), value: typed["tie"] ?? ""),
      faults)
    html.field(
      Field(
        name: "allowed", label: "May they?", kind: .oneOf([("yes", "may"), ("no", "may not")]),
        value: typed["allowed"] ?? ""), faults)
    html.field(
      Field(
        name: "matter", label: "Do what?",
        kind: .oneOf(Matter.allCases.map { ($0.rawValue, $0.words) }),
        value: typed["matter"] ?? ""), faults)
    html.field(
      Field(
        name: "from", label: "From which day?", kind: .day,
        value: typed["from"] ?? today.description), faults)
    html.field(
      Field(
        name: "because", label: "Who decided it, and why?", kind: .lines(2),
        value: typed["because"] ?? ""), faults)
    html.button("Change it", .type("submit"))
  }
}
