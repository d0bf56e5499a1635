import Practice
import Store

/// Families that are open to somebody who does not walk alongside them, with what opens each and until
/// when; and who of those without a tie opened the families they do walk alongside.
struct FamiliesOpen: Sendable {
  struct Open: Sendable {
    let family: Family
    let tie: Tie
    /// A day's end, or an instant of it.
    let until: String
  }

  let families: [Open]
  let openings: [(kept: OpeningKept, family: Family)]

  /// - Parameter own: families in which they stand themselves.
  init(
    _ reading: Reading, _ actor: Actor, own: [Family], in scope: Scope, now: Instant
  ) throws {
    let authority = actor.authority.number
    var open: [(ID<Family>, Tie, String)] = []
    if let practitioner = actor.practitioner {
      let grants = try reading.holding(
        """
        SELECT id, supersedes, withdrawn, family, practitioner, kind, "from", "until"
        FROM access_grant WHERE authority = \(authority) AND practitioner = \(practitioner)
        """,
        AccessDesk.grant)
      for grant in grants where grant.period.holds(on: actor.today) {
        let until = grant.period.until.map { "until \($0.inWords)" } ?? "without an end"
        open.append((grant.family, grant.kind.tie, until))
      }
    }
    try reading.each(
      """
      SELECT family, ends FROM opening
      WHERE authority = \(authority) AND account = \(actor.account) AND begun <= \(now)
        AND ends > \(now)
      """
    ) { row in
      let (day, hour, minute, _) = row.instant(1).london
      open.append(
        (
          row.id(0), .opened, "until \(day.inWords), \(hour):\(minute < 10 ? "0" : "")\(minute)"
        ))
    }
    let ids = Set(open.map(\.0)).subtracting(own.map(\.id))
    let known = Dictionary(
      try FamilyDesk.families(reading, authority, ids).map { ($0.id, $0) }
    ) { _, later in later }
    families = open.compactMap { id, tie, until in
      guard let family = known[id], scope.holds(id) else { return nil }
      return Open(family: family, tie: tie, until: until)
    }
    let byID = Dictionary(own.map { ($0.id, $0) }) { _, later in later }
    openings = try OpeningDesk.openings(
      reading, authority, of: Set(byID.keys), since: now + -7 * 86_400
    ).compactMap { kept in byID[kept.opening.family].map { (kept, $0) } }
  }

  func write(to main: inout HTML) {
    if !openings.isEmpty {
      main.h2("Opened by somebody else in the last week")
      main.ul(.class("plain")) { list in
        for one in openings {
          list.li { item in
            item.a(Address("/families/", one.family.id, "/looked")) { $0.name(one.family.name) }
            item.text(": ")
            OpeningLine(kept: one.kept).write(to: &item)
          }
        }
      }
    }
    guard !families.isEmpty else { return }
    main.h2("Open to you for a while")
    main.ul(.class("plain")) { list in
      for one in families {
        list.li { item in
          item.a(Address("/families/", one.family.id)) { $0.name(one.family.name) }
          item.span(
            "\(one.family.reference), to one who \(one.tie.words), \(one.until)", .class("quiet"))
        }
      }
    }
  }
}
