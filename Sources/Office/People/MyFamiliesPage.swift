import Practice
import Store

/// The first page of whoever walks alongside families: all of their children at a glance.
enum MyFamiliesPage {
  static func show(_ visit: Visit) async throws -> Answer {
    let actor = visit.actor
    let now = visit.now
    let (families, open) = try await visit.store.read { reading in
      let scope = try Scope.of(reading, actor, .people, now: now)
      let families = try actor.practitioner.map {
        try FamiliesDesk.families(reading, actor, of: $0, in: scope)
      }
      let own = families.map { ($0.own + $0.beside).compactMap(\.family) } ?? []
      return (families, try FamiliesOpen(reading, actor, own: own, in: scope, now: now))
    }
    return .page(
      MyFamiliesSheet(actor: actor, families: families, open: open).bytes(for: visit.who))
  }
}

/// The page itself, made from what was read alone.
struct MyFamiliesSheet {
  let actor: Actor
  let families: FamiliesAtHand?
  let open: FamiliesOpen

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    Frame(title: "My families", here: .families, who: who).page { main in
      main.h1("My families")
      guard let families, !(families.own.isEmpty && families.beside.isEmpty) else {
        if open.families.isEmpty { none(&main) }
        return open.write(to: &main)
      }
      if !families.own.isEmpty {
        main.p(sum(families.own), .class("lead"))
        table(families.own, "Children you walk alongside", &main)
      }
      if !families.beside.isEmpty {
        main.h2("Also alongside")
        main.p("Children whose social worker is somebody else, and for whom you are there as well.")
        table(families.beside, "Children beside whom you stand in another role", &main)
      }
      open.write(to: &main)
    }
  }

  private func table(_ rows: [FamilyAtHand], _ caption: String, _ main: inout HTML) {
    guard let families else { return }
    FamiliesTable(families: families, rows: rows, caption: caption).write(to: &main)
  }

  private func sum(_ families: [FamilyAtHand]) -> String {
    let children = families.reduce(0) { $0 + $1.children.count }
    let known = families.count { $0.family != nil }
    let who = counted(children, "child", "children")
    return known == 0 ? "\(who)." : "\(who) in \(counted(known, "family", "families"))."
  }

  private func none(_ main: inout HTML) {
    let walks: Set<AccountRole> = [.socialWorker, .podManager, .leadPractitioner]
    if walks.contains(actor.role) {
      main.empty(
        EmptyState(
          what: "No family is with you today.",
          how: "When you are named as a child’s social worker, or join one beside a colleague, "
            + "the child appears here with who met them last and who else knows them.",
          action: ("See the teams", Place.teams.address)))
    } else {
      main.empty(
        EmptyState(
          what: "You do not walk alongside families yourself.",
          how: "This page belongs to social workers and those beside them. You can see who holds "
            + "which family under Teams, and find anybody by name.",
          action: ("See the teams", Place.teams.address)))
    }
    main.p { line in
      line.a("Find someone by name", Place.search.address)
    }
  }
}
